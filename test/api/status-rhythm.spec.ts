import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';
import { aReport, type Reports } from '../support/status-reports';

describe('the rhythm of status reports', () => {
  let database: TestDatabase;
  let api: TestApi;
  let lead: ApiClient;
  let office: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [lead, office] = [await api.as('project-lead'), await api.as('portfolio-office')];
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });
  beforeEach(async () => {
    api.setClock('2026-11-23T11:00:00Z');
    project = await aProject(lead);
  });
  afterEach(() => jest.restoreAllMocks());

  const publish = (changes: object = {}): ReturnType<TestProject['send']> =>
    project.send('POST', '/status-reports', aReport(changes));
  const reports = async (): Promise<Reports> =>
    (await office.get<Reports>(`${project.url}/status-reports`)).body;
  const inPhase = (phase: string, since: string): Promise<unknown> =>
    database.query('update project set phase = $2, phase_since = $3 where id = $1', [
      project.id,
      phase,
      since,
    ]);

  it('makes a status overdue when the last publication is more days ago than the phase allows', async () => {
    await inPhase('in-progress', '2026-01-01');
    api.setClock('2026-10-24T21:59:59Z');
    await publish({ reportedOn: '2026-10-01' });
    api.setClock('2026-11-23T22:59:00Z');
    expect((await reports()).reporting).toEqual({
      lastPublishedOn: '2026-10-24',
      ageDays: 30,
      rhythmDays: 30,
      overdueSince: '2026-11-24',
      overdueDays: 0,
    });
    api.setClock('2026-11-23T23:00:00Z');
    expect((await reports()).reporting).toMatchObject({ ageDays: 31, overdueDays: 1 });
  });

  it('counts from the entry into the phase before the first publication', async () => {
    await inPhase('approved', '2026-08-24');
    expect((await reports()).reporting).toMatchObject({
      lastPublishedOn: null,
      ageDays: 91,
      rhythmDays: 90,
      overdueDays: 1,
    });
  });

  it('is none in other phases', async () => {
    await inPhase('completed', '2020-01-01');
    expect((await reports()).reporting).toMatchObject({
      rhythmDays: null,
      overdueSince: null,
      overdueDays: 0,
    });
  });
});
