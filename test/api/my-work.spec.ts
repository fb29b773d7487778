import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';
import { aSession } from '../support/review-sessions';

interface Work {
  reports: { project: { id: string }; as: string; because: string; overdueDays: number }[];
  conditions: { project: { id: string }; text: string; overdueDays: number; state: string }[];
  grids: { project: { id: string }; settled: number; of: number }[];
  decisions: { project: { id: string }; outcome: string; conditionCount: number }[];
  watched: { project: { id: string }; changeCount: number; changes: { command: string }[] }[];
  drafts: { project: { id: string } }[];
  nextSession: { number: number } | null;
  office: { overdueCount: number; evidence: { text: string }[] } | null;
}

describe('my work', () => {
  let database: TestDatabase;
  let api: TestApi;
  let lead: ApiClient;
  let employee: ApiClient;
  let secretary: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [lead, employee] = [await api.as('project-lead'), await api.as('employee')];
    secretary = await api.as('commission');
  });
  beforeEach(async () => {
    api.setClock('2030-05-01T10:00:00Z');
    project = await aProject(lead);
    const { body } = await lead.get<{ person: { id: string } }>('/api/v1/session');
    await project.send('PUT', `/people/${body.person.id}`, { function: 'lead' });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const work = async (person: ApiClient): Promise<Work> => (await person.get<Work>('/api/v1/me/work')).body;
  const here = <Item extends { project: { id: string } }>(items: Item[]): Item[] =>
    items.filter((item) => item.project.id === project.id);

  it('tells the lead of a report that was asked for, a grid that is open and a draft', async () => {
    await secretary.send('POST', '/api/v1/report-requests', {
      projectIds: [project.id],
      dueOn: '2030-05-08',
    });
    await lead.send('PUT', `${project.url}/status-reports/draft`, { done: 'Begonnen' });
    const found = await work(lead);
    expect(here(found.reports)).toMatchObject([{ as: 'lead', because: 'request', overdueDays: 0 }]);
    expect(here(found.grids)).toMatchObject([{ settled: 0, of: 9 }]);
    expect(here(found.drafts)).toHaveLength(1);
    expect(found.office).toBeNull();
    expect(here((await work(employee)).reports)).toEqual([]);
  });

  it('tells a deputy of the reports of whom the person stands in for', async () => {
    const { body: me } = await employee.get<{ person: { id: string } }>('/api/v1/session');
    await secretary.send('POST', '/api/v1/report-requests', {
      projectIds: [project.id],
      dueOn: '2030-05-08',
    });
    await project.send('PUT', `/people/${me.person.id}`, { function: 'deputy' });
    expect(here((await work(employee)).reports)).toMatchObject([{ as: 'deputy' }]);
  });

  it('tells the lead what was decided, and shows evidence to the secretary until it is answered', async () => {
    const session = await aSession(secretary);
    const item = await session.take({ projectId: project.id });
    await session.send('POST', '/opening');
    const condition = { text: 'Kosten nachweisen', dueOn: '2030-05-20', ownerRole: 'project-lead' };
    await session.decide(item, { outcome: 'approved-with-conditions', conditions: [condition] });
    api.setClock('2030-05-22T10:00:00Z');
    const found = await work(lead);
    expect(here(found.decisions)).toMatchObject([{ outcome: 'approved-with-conditions', conditionCount: 1 }]);
    expect(here(found.conditions)).toMatchObject([
      { text: 'Kosten nachweisen', overdueDays: 2, state: 'open' },
    ]);
    await database.query(
      `update review_condition set state = 'reported', reported_at = now() where project_id = $1`,
      [project.id],
    );
    expect(here((await work(lead)).conditions)).toEqual([]);
    const { office, nextSession } = await work(secretary);
    expect(office?.evidence).toMatchObject([{ text: 'Kosten nachweisen' }]);
    expect(nextSession).toMatchObject({ id: session.id, state: 'running', itemCount: 1 });
  });

  it('tells what changed on a project that is watched, and nobody else', async () => {
    api.setClock(new Date().toISOString());
    const url = `${project.url}/watch`;
    expect((await employee.get(url)).body).toEqual({ watched: false });
    expect((await employee.send('PUT', url)).status).toBe(204);
    expect((await employee.send('PUT', url)).status).toBe(204);
    await project.send('PUT', '/tags/eins');
    const [watched] = here((await work(employee)).watched);
    expect(watched?.changes[0]).toMatchObject({ command: 'project.add-tag' });
    expect(here((await work(lead)).watched)).toEqual([]);
    await employee.send('DELETE', url);
    expect(here((await work(employee)).watched)).toEqual([]);
    expect((await employee.send('PUT', '/api/v1/projects/DA-1999-001/watch')).status).toBe(404);
  });
});
