import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';

interface List {
  items: Record<string, unknown>[];
  total: number;
  moment: string;
}

interface Faults {
  errors: { pointer: string; code: string; params: Record<string, unknown> }[];
}

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let project: TestProject;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  api.setClock('2030-05-01T10:00:00Z');
  office = await api.as('portfolio-office');
});
beforeEach(async () => {
  project = await aProject(office);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const listOf = async (part: string, query = ''): Promise<List> =>
  (await office.get<List>(`${project.url}/${part}${query}`)).body;
const add = async (part: string, body: object): Promise<string> =>
  (await project.send('POST', `/${part}`, body)).body.id;

describe('milestones', () => {
  it('keep their baseline, count each move and say why', async () => {
    const id = await add('milestones', { title: 'Pilotbetrieb', expectedOn: '2030-06-01' });
    const move = (expectedOn: string, moveReason?: string) =>
      project.send('PATCH', `/milestones/${id}`, { expectedOn, moveReason });
    expect(await move('2030-07-01')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/moveReason', code: 'milestone.move-reason-missing' }] },
    });
    expect((await move('2030-07-01', 'Vergabe verzögert')).status).toBe(200);
    expect((await move('2030-07-01')).status).toBe(200);
    expect(await listOf('milestones')).toMatchObject({
      total: 1,
      items: [
        {
          id,
          title: 'Pilotbetrieb',
          baselineOn: '2030-06-01',
          approvedOn: null,
          expectedOn: '2030-07-01',
          actualOn: null,
          moves: 1,
          slipDays: 30,
          moveReason: 'Vergabe verzögert',
          isPublic: false,
        },
      ],
    });
  });

  it('are reached today or before, not in the future', async () => {
    const id = await add('milestones', { title: 'Start', expectedOn: '2030-05-01' });
    const reached = (actualOn: string | null) => project.send('PATCH', `/milestones/${id}`, { actualOn });
    expect(await reached('2030-05-02')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'milestone.actual-in-future' }] },
    });
    expect((await reached('2030-05-01')).status).toBe(200);
    expect((await reached(null)).status).toBe(200);
    expect(
      (
        await project.send('POST', '/milestones', {
          title: 'X',
          expectedOn: '2030-01-01',
          actualOn: '2031-01-01',
        })
      ).status,
    ).toBe(422);
  });

  it('are listed by their dates, page by page', async () => {
    for (const month of ['09', '07', '08']) {
      await add('milestones', { title: `Monat ${month}`, expectedOn: `2030-${month}-01` });
    }
    const { items, total } = await listOf('milestones', '?page=2&pageSize=2');
    expect([total, items.map(({ title }) => title)]).toEqual([3, ['Monat 09']]);
    expect((await project.read()).nextMilestoneOn).toBe('2030-07-01');
  });

  it('can be removed and read again as of before', async () => {
    const id = await add('milestones', { title: 'Weg', expectedOn: '2030-06-01' });
    const before = await listOf('milestones');
    expect((await project.send('DELETE', `/milestones/${id}`)).status).toBe(200);
    expect((await project.send('DELETE', `/milestones/${id}`)).status).toBe(404);
    expect((await listOf('milestones')).items).toEqual([]);
    expect(await listOf('milestones', `?asOf=${before.moment}`)).toEqual(before);
  });

  it.each([
    [{}, ['/expectedOn', '/title']],
    [{ title: '', expectedOn: '2030-06-31' }, ['/expectedOn', '/title']],
    [{ title: 'x'.repeat(301), expectedOn: null }, ['/expectedOn', '/title']],
    [{ title: 'x', expectedOn: '2030-06-01', moves: -1 }, ['/moves']],
  ])('name every fault of %j', async (body, pointers) => {
    const answer = await project.send<Faults>('POST', '/milestones', body);
    expect(answer.status).toBe(400);
    expect([...new Set(answer.body.errors.map(({ pointer }) => pointer))].sort()).toEqual(pointers);
  });

  it('belong to one project', async () => {
    const id = await add('milestones', { title: 'Meiner', expectedOn: '2030-06-01' });
    const other = await aProject(office);
    expect((await other.send('PATCH', `/milestones/${id}`, { title: 'Deiner' })).status).toBe(404);
    expect((await other.send('DELETE', `/milestones/${id}`)).status).toBe(404);
    expect((await office.get('/api/v1/projects/DA-1999-001/milestones')).status).toBe(404);
  });
});

describe('risks', () => {
  const risk = { title: 'Lieferant fällt aus', probability: 3, impact: 5, ownerRole: 'Projektleitung' };

  it('are added, changed and closed', async () => {
    const id = await add('risks', risk);
    expect((await listOf('risks')).items).toEqual([
      {
        ...risk,
        id,
        description: '',
        responseKind: null,
        response: '',
        state: 'open',
        exposure: 15,
        isHigh: true,
      },
    ]);
    expect(await project.read()).toMatchObject({ openRisks: 1, highRisks: 1 });
    const closed = await project.send('PATCH', `/risks/${id}`, {
      state: 'closed',
      response: 'Zweiter Lieferant',
    });
    expect(closed.status).toBe(200);
    expect((await listOf('risks')).items).toMatchObject([{ state: 'closed', probability: 3 }]);
    expect(await project.read()).toMatchObject({ openRisks: 0, highRisks: 0 });
    expect((await project.send('DELETE', `/risks/${id}`)).status).toBe(200);
  });

  it('are listed with the highest exposure first and closed ones last', async () => {
    await add('risks', { ...risk, title: 'zu', probability: 5, state: 'closed' });
    await add('risks', { ...risk, title: 'klein', probability: 1 });
    await add('risks', { ...risk, title: 'groß', probability: 4 });
    expect((await listOf('risks')).items.map(({ title }) => title)).toEqual(['groß', 'klein', 'zu']);
  });

  it.each([
    { probability: 0 },
    { probability: -3 },
    { impact: 6 },
    { impact: 2.5 },
    { impact: '3' },
    { impact: null },
    { state: 'gone' },
    { title: '' },
    { description: 'ü'.repeat(100_000) },
    { ownerRole: null },
  ])('refuse what is formally impossible: %j', async (fault) => {
    const id = await add('risks', risk);
    const [key] = Object.keys(fault);
    for (const answer of [
      await project.send<Faults>('POST', '/risks', { ...risk, ...fault }),
      await project.send<Faults>('PATCH', `/risks/${id}`, fault),
    ]) {
      expect(answer.status).toBe(400);
      expect([...new Set(answer.body.errors.map(({ pointer }) => pointer))]).toEqual([`/${key}`]);
    }
  });

  it('say which limit was passed', async () => {
    const answer = await project.send<Faults>('POST', '/risks', { ...risk, impact: 6 });
    expect(answer.body.errors).toEqual([{ pointer: '/impact', code: 'max', params: { limit: 5 } }]);
  });

  it('are changed by those who may edit the project', async () => {
    const answer = await project.send('POST', '/risks', risk, await api.as('project-lead'));
    expect(answer.status).toBe(403);
    expect((await (await api.as('employee')).get(`${project.url}/risks`)).status).toBe(200);
    expect((await api.anonymous.get(`${project.url}/risks`)).status).toBe(401);
  });
});
