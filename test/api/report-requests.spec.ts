import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';
import { aSession } from '../support/review-sessions';
import { aReport } from '../support/status-reports';

interface Overdue {
  total: number;
  items: { id: string; overdueDays: number; because: string; dueOn: string; request: object | null }[];
}

describe('asking for reports', () => {
  let database: TestDatabase;
  let api: TestApi;
  let lead: ApiClient;
  let secretary: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [lead, secretary] = [await api.as('project-lead'), await api.as('commission')];
  });
  beforeEach(async () => {
    api.setClock('2030-05-01T10:00:00Z');
    project = await aProject(lead);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const ask = (body: object) => secretary.send('POST', '/api/v1/report-requests', body);
  const requests = async (): Promise<{ dueOn: string; note: string; session: object | null }[]> =>
    (await lead.get<{ requests: [] }>(`${project.url}/status-reports`)).body.requests;
  const overdue = async (query = ''): Promise<Overdue['items']> =>
    (await secretary.get<Overdue>(`/api/v1/reporting/overdue${query}`)).body.items.filter(
      ({ id }) => id === project.id,
    );

  it('asks every project on the agenda of a session, and is answered by the next report', async () => {
    const session = await aSession(secretary);
    await session.take({ projectId: project.id });
    const asked = await ask({ sessionId: session.id, dueOn: '2030-05-08', note: 'Bitte mit Blick auf 2031' });
    expect(asked).toMatchObject({ status: 201, body: { asked: 1, renewed: 0 } });
    expect(await requests()).toMatchObject([
      { dueOn: '2030-05-08', note: 'Bitte mit Blick auf 2031', session: { id: session.id } },
    ]);
    api.setClock('2030-05-02T10:00:00Z');
    await project.send('POST', '/status-reports', aReport({ reportedOn: '2030-05-02' }));
    expect(await requests()).toEqual([]);
  });

  it('moves the day of an open request instead of asking twice', async () => {
    await ask({ projectIds: [project.id], dueOn: '2030-05-08' });
    const again = await ask({ projectIds: [project.id], dueOn: '2030-05-10' });
    expect(again.body).toMatchObject({ asked: 0, renewed: 1 });
    expect(await requests()).toMatchObject([{ dueOn: '2030-05-10', session: null }]);
  });

  it('is refused with every fault at once', async () => {
    expect(await ask({ dueOn: '2030-04-30' })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/projectIds', code: 'report-request.nobody-asked' },
          { pointer: '/dueOn', code: 'report-request.due-in-the-past' },
        ],
      },
    });
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await ask({ projectIds: [nobody], dueOn: '2030-05-08' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'report-request.project-unknown' }] },
    });
    expect(await ask({ sessionId: nobody, dueOn: '2030-05-08' })).toMatchObject({ status: 404 });
    const { id } = await aSession(secretary);
    expect(await ask({ sessionId: id, dueOn: '2030-05-08' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'report-request.agenda-empty' }] },
    });
  });

  it('makes a project overdue after its day', async () => {
    await ask({ projectIds: [project.id], dueOn: '2030-05-08' });
    api.setClock('2030-05-08T10:00:00Z');
    expect(await overdue()).toEqual([]);
    api.setClock('2030-05-11T10:00:00Z');
    expect(await overdue()).toMatchObject([
      {
        overdueDays: 3,
        because: 'request',
        dueOn: '2030-05-08',
        request: { dueOn: '2030-05-08' },
        lead: { displayName: 'Projektleitung', office: { shortName: 'IT' } },
        deputies: [],
      },
    ]);
  });

  it('asks no more once the project has come to its end, and reads as of before as it was then', async () => {
    await ask({ projectIds: [project.id], dueOn: '2030-05-08' });
    const { moment } = await project.read();
    api.setClock('2030-05-11T10:00:00Z');
    expect(await overdue()).toHaveLength(1);
    const ended = await project.send('POST', '/phase-changes', { to: 'cancelled', reason: 'Gestoppt' });
    expect(ended.status).toBe(201);
    expect(await overdue()).toEqual([]);
    expect(await requests()).toEqual([]);
    const { body } = await lead.get<{ reports: { project: { id: string } }[] }>('/api/v1/me/work');
    expect(body.reports.filter((report) => report.project.id === project.id)).toEqual([]);
    const day = moment.split('@')[0] ?? '';
    expect(await overdue(`?asOf=${day}@2030-05-11`)).toHaveLength(1);
  });

  it('asks for a last report where the project had ended before', async () => {
    await database.query(`update project set phase = 'completed', phase_since = '2030-04-01' where id = $1`, [
      project.id,
    ]);
    await ask({ projectIds: [project.id], dueOn: '2030-05-08' });
    expect(await requests()).toMatchObject([{ dueOn: '2030-05-08' }]);
  });

  it('lists what is overdue by the rhythm, judged on the day that is asked for', async () => {
    await database.query(
      `update project set phase = 'in-progress', phase_since = '2026-01-01' where id = $1`,
      [project.id],
    );
    await project.send('PUT', '/tags/eins');
    const [late] = await overdue();
    expect(late).toMatchObject({ because: 'rhythm', dueOn: '2026-01-31', request: null });
  });
});
