import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, ifMatch, type TestProject } from '../support/projects';

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let project: TestProject;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
});
beforeEach(async () => {
  project = await aProject(office);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const put = (path: string, body: object = {}) => project.send('PUT', path, body);
const remove = (path: string) => project.send('DELETE', path);

describe('further action fields', () => {
  it('are added once and removed, as often as it is said', async () => {
    for (const key of ['workplace', 'workplace', 'open-government']) {
      expect((await put(`/action-fields/${key}`)).status).toBe(200);
    }
    expect(await project.read()).toMatchObject({
      actionFields: [{ key: 'workplace' }, { key: 'open-government' }],
      version: 4,
    });
    for (const _ of ['once', 'twice']) expect((await remove('/action-fields/workplace')).status).toBe(200);
    expect(await project.read()).toMatchObject({ actionFields: [{ key: 'open-government' }] });
  });

  it('are not the primary one, also when that changes', async () => {
    expect(await put('/action-fields/innovation')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'project.action-field-is-primary' }] },
    });
    await put('/action-fields/workplace');
    await project.send('PATCH', '', { primaryActionField: 'workplace' });
    expect(await project.read()).toMatchObject({
      primaryActionField: { key: 'workplace' },
      actionFields: [],
    });
  });

  it('have to exist', async () => {
    expect((await put('/action-fields/none')).status).toBe(404);
  });
});

describe('corridor themes', () => {
  it('are several, of which one may be emphasised', async () => {
    await put('/corridor-themes/green-city', { emphasised: true });
    await put('/corridor-themes/mobility');
    await put('/corridor-themes/city-centre', { emphasised: true });
    expect(await project.read()).toMatchObject({
      corridorThemes: [
        { key: 'city-centre', emphasised: true },
        { key: 'green-city', emphasised: false },
        { key: 'mobility', emphasised: false },
      ],
    });
    await remove('/corridor-themes/city-centre');
    expect(((await project.read()).corridorThemes as unknown[]).length).toBe(2);
  });

  it('settle the finding of IQ relevance without a theme', async () => {
    await project.send('PATCH', '', { iqRelevant: true });
    expect((await project.read()).findings).toEqual(['iq-without-theme']);
    await put('/corridor-themes/green-city');
    expect((await project.read()).findings).toEqual([]);
  });

  it('are put without a body as well, and refuse a body that says something else', async () => {
    const { version } = await project.read();
    const bare = await office.send(
      'PUT',
      `${project.url}/corridor-themes/mobility`,
      undefined,
      ifMatch(version),
    );
    expect(bare.status).toBe(200);
    expect((await put('/corridor-themes/mobility', { emphasised: null })).status).toBe(400);
    expect((await put('/corridor-themes/none')).status).toBe(404);
  });
});

describe('supported goals', () => {
  const add = (body: object) => project.send('POST', '/supported-goals', body);

  it('are entries of the catalogue or texts, each once', async () => {
    const added = await add({ goal: 'sustainability' });
    expect(added.status).toBe(201);
    expect((await add({ freeText: 'Barrierefreie Stadt' })).status).toBe(201);
    expect((await add({ goal: 'sustainability' })).status).toBe(409);
    expect((await add({ freeText: 'barrierefreie stadt' })).status).toBe(409);
    expect(await project.read()).toMatchObject({
      supportedGoals: [
        { id: added.body.id, goal: { key: 'sustainability' }, freeText: null },
        { goal: null, freeText: 'Barrierefreie Stadt' },
      ],
    });
    expect((await remove(`/supported-goals/${added.body.id}`)).status).toBe(200);
    expect((await remove(`/supported-goals/${added.body.id}`)).status).toBe(404);
  });

  it('are one of the two', async () => {
    for (const body of [{}, { goal: 'sustainability', freeText: 'x' }, { freeText: '  ' }]) {
      expect(await add(body)).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'project.goal-or-text' }] },
      });
    }
    expect((await add({ goal: 'none' })).status).toBe(422);
    expect((await add({ freeText: 'ü'.repeat(100_000) })).status).toBe(400);
  });

  it('are removed from the project that they belong to only', async () => {
    const { body } = await add({ freeText: 'Meins' });
    const other = await aProject(office);
    expect((await other.send('DELETE', `/supported-goals/${body.id}`)).status).toBe(404);
    expect((await other.send('DELETE', '/supported-goals/no-id')).status).toBe(404);
  });
});

describe('tags', () => {
  it('are kept as they are written, each once', async () => {
    for (const tag of ['Müller-Lüdenscheidt', '🏗️ Bau', 'a/b', 'a/b']) {
      expect((await put(`/tags/${encodeURIComponent(tag)}`)).status).toBe(200);
    }
    expect((await project.read()).tags).toHaveLength(3);
    expect((await remove(`/tags/${encodeURIComponent('a/b')}`)).status).toBe(200);
    expect((await project.read()).tags).toEqual(expect.arrayContaining(['Müller-Lüdenscheidt', '🏗️ Bau']));
  });

  it('have 1 to 50 characters', async () => {
    expect((await put(`/tags/${'x'.repeat(51)}`)).status).toBe(422);
    expect((await put('/tags/%20')).status).toBe(422);
    expect((await put('/tags/%00')).status).toBe(400);
    expect((await put(`/tags/${'x'.repeat(50)}`)).status).toBe(200);
  });
});

describe('the people of a project', () => {
  const personOf = async (role: string): Promise<string> => {
    const [person] = await database.query<{ id: string }>('select id from person where roles[1] = $1', [
      role,
    ]);
    return person?.id ?? '';
  };

  it('lead it or stand in, with the rights that this gives', async () => {
    const lead = await api.as('project-lead');
    expect((await project.send('PATCH', '', { goal: 'x' }, lead)).status).toBe(403);
    await put(`/people/${await personOf('project-lead')}`, { function: 'deputy' });
    expect((await project.send('PATCH', '', { goal: 'x' }, lead)).status).toBe(200);
    await remove(`/people/${await personOf('project-lead')}`);
    expect((await project.send('PATCH', '', { goal: 'y' }, lead)).status).toBe(403);
  });

  it('have one lead: a new one takes over', async () => {
    const [first, second] = [await personOf('project-lead'), await personOf('office-coordinator')];
    await put(`/people/${first}`, { function: 'lead' });
    await put(`/people/${second}`, { function: 'lead' });
    expect((await project.read()).people).toMatchObject([
      { personId: second, function: 'lead' },
      { personId: first, function: 'deputy' },
    ]);
  });

  it('have to exist, and a function that there is', async () => {
    expect((await put('/people/00000000-0000-4000-8000-000000000000', { function: 'lead' })).status).toBe(
      404,
    );
    expect((await put('/people/somebody', { function: 'lead' })).status).toBe(404);
    expect((await put(`/people/${await personOf('admin')}`, { function: 'boss' })).status).toBe(400);
  });
});

describe('links between projects', () => {
  const link = (from: TestProject, to: TestProject | string, kind = 'depends-on') =>
    from.send('POST', '/links', { otherProject: typeof to === 'string' ? to : to.id, kind });

  it('are seen from both ends', async () => {
    const other = await aProject(office, { title: 'Basisdienst' });
    const { number } = await other.read();
    const { status, body } = await link(project, number.toLowerCase());
    expect(status).toBe(201);
    expect((await project.read()).links).toEqual([
      {
        id: body.id,
        kind: 'depends-on',
        direction: 'outgoing',
        project: { id: other.id, number, title: 'Basisdienst', phase: 'idea', light: null },
      },
    ]);
    expect((await other.read()).links).toMatchObject([
      { id: body.id, direction: 'incoming', project: { id: project.id } },
    ]);
    expect((await other.send('DELETE', `/links/${body.id}`)).status).toBe(404);
    expect((await remove(`/links/${body.id}`)).status).toBe(200);
    expect((await other.read()).links).toEqual([]);
  });

  it('refuse circles, of each kind for itself', async () => {
    const [second, third] = [await aProject(office), await aProject(office)];
    await link(project, second);
    await link(second, third);
    expect(await link(third, project)).toMatchObject({
      status: 422,
      body: { code: 'project.link-closes-circle', errors: [{ pointer: '/otherProject' }] },
    });
    expect((await link(third, project, 'part-of')).status).toBe(201);
    expect((await link(project, project)).status).toBe(422);
  });

  it('refuse a circle also when its links are set at once', async () => {
    const ring = [project, await aProject(office), await aProject(office)];
    const answers = await Promise.all(
      ring.map((from, index) => link(from, ring[(index + 1) % 3] ?? project)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422]);
  });

  it('are made once, to what exists', async () => {
    const other = await aProject(office);
    await link(project, other);
    expect((await link(project, other)).status).toBe(409);
    expect((await link(project, 'DA-1999-001')).status).toBe(422);
    expect((await link(project, other, 'like')).status).toBe(400);
  });
});
