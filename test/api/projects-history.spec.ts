import { PART_TABLES } from '../../backend/src/projects/history/history-tables';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';

interface Change {
  record: string;
  kind: string;
  label: unknown;
  field: string;
  before: unknown;
  after: unknown;
}
interface History {
  items: {
    rev: number;
    at: string;
    actorName: string;
    command: string;
    reason: string | null;
    changes: Change[];
  }[];
  total: number;
  moment: string;
}

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
  project = await aProject(office, { title: 'Erst' });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const historyOf = async (query = ''): Promise<History> =>
  (await office.get<History>(`${project.url}/history${query}`)).body;

describe('the history of a project', () => {
  it('covers every tracked table that holds parts of projects', async () => {
    const rows = await database.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'history' and column_name = 'project_id'
          -- What the secretary notes about an item is for those who read sessions.
          and table_name not in ('review_item', 'paper_project') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...PART_TABLES]);
  });

  it('says who changed what, when and why, the newest change first', async () => {
    await project.send('PATCH', '', { title: 'Dann', office: 'it', changeReason: 'Beschluss vom Mai' });
    const { items, total } = await historyOf();
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      actorName: expect.stringContaining('Portfolio') as string,
      command: 'project.edit',
      reason: 'Beschluss vom Mai',
      source: 'app',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string,
      changes: [
        { record: 'project', kind: 'changed', label: null, field: 'title', before: 'Erst', after: 'Dann' },
        { record: 'project', kind: 'changed', field: 'office', before: null, after: 'IT' },
      ],
    });
    expect(items[1]).toMatchObject({ command: 'project.create', changes: expect.any(Array) as unknown[] });
    expect(items[1]?.changes.every(({ kind }) => kind === 'added')).toBe(true);
  });

  it('has each part with its name, from coming to going', async () => {
    const added = await project.send('POST', '/risks', { title: 'Ausfall', probability: 2, impact: 3 });
    await project.send('PATCH', `/risks/${added.body.id}`, { impact: 4 });
    await project.send('DELETE', `/risks/${added.body.id}`);
    const { items } = await historyOf();
    const ofImpact = items.flatMap(({ changes }) => changes.filter(({ field }) => field === 'impact'));
    expect(ofImpact).toMatchObject([
      { record: 'risk', label: 'Ausfall', kind: 'removed', before: 4, after: null },
      { record: 'risk', label: 'Ausfall', kind: 'changed', before: 3, after: 4 },
      { record: 'risk', label: 'Ausfall', kind: 'added', before: null, after: 3 },
    ]);
  });

  it('names catalogue entries, people and other projects so that they can be read', async () => {
    const other = await aProject(office, { title: 'Basisdienst' });
    await project.send('PUT', '/corridor-themes/green-city', { emphasised: true });
    await project.send('POST', '/links', { otherProject: other.id, kind: 'depends-on' });
    const [link, theme] = (await historyOf()).items.map(({ changes }) => changes);
    expect(link).toMatchObject([
      { field: 'kind', after: 'depends-on' },
      { field: 'otherProject', after: expect.stringMatching(/^DA-\d{4}-\d{3} Basisdienst$/) as string },
    ]);
    expect(theme?.find(({ field }) => field === 'corridorTheme')).toMatchObject({
      label: { de: expect.any(String) as string },
      after: { de: expect.any(String) as string },
    });
  });

  it('comes page by page, in one statement, however long it is', async () => {
    const once = await office.get<History>(`${project.url}/history`);
    for (const goal of ['a', 'b', 'c', 'd']) await project.send('PATCH', '', { goal });
    const all = await historyOf();
    const pages = [
      await historyOf('?pageSize=2'),
      await historyOf('?pageSize=2&page=2'),
      await historyOf('?pageSize=2&page=3'),
    ];
    expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
    expect((await office.get(`${project.url}/history`)).statements).toBe(once.statements);
  });

  it('ends at the moment that is asked for', async () => {
    const before = await historyOf();
    await project.send('PATCH', '', { goal: 'später' });
    expect(await historyOf(`?asOf=${before.moment}`)).toEqual(before);
  });

  it('is there for whoever may see the project', async () => {
    expect((await (await api.as('employee')).get(`${project.url}/history`)).status).toBe(200);
    expect((await api.anonymous.get(`${project.url}/history`)).status).toBe(401);
    expect((await office.get('/api/v1/projects/DA-1999-001/history')).status).toBe(404);
    expect((await office.get(`${project.url}/history?pageSize=201`)).status).toBe(400);
  });
});
