import { freshDatabase, type TestDatabase } from '../support/database';
import { startApi, type TestApi } from '../support/api';

const asBrowser = { 'x-requested-with': 'digital-agenda' };

describe('signing in', () => {
  let database: TestDatabase;
  let api: TestApi;
  beforeAll(async () => {
    database = await freshDatabase('sample');
    api = await startApi(database.url);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('is needed for the portfolio', async () => {
    const answer = await api.anonymous.get('/api/v1/projects');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'not-signed-in' });
  });

  it('offers one sample person for each role, chosen with one click', async () => {
    const { body } = await api.anonymous.get('/api/v1/session');
    expect(body).toMatchObject({ person: null, sampleMode: true, demoData: true });
    expect(
      (body as { sampleAccounts: { role: string }[] }).sampleAccounts.map(({ role }) => role).sort(),
    ).toEqual([
      'admin',
      'commission',
      'employee',
      'finance',
      'office-coordinator',
      'portfolio-office',
      'project-lead',
    ]);
    const lead = await api.as('project-lead');
    expect((await lead.get('/api/v1/session')).body).toMatchObject({ person: { roles: ['project-lead'] } });
  });

  it('says the same for a wrong password and for an account that does not exist', async () => {
    const answers = await Promise.all(
      ['project-lead', 'nobody', ''.padEnd(200, 'ü')].map((login) =>
        api.anonymous.send('POST', '/api/v1/session', { login, password: 'falsch' }),
      ),
    );
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      Array.from({ length: 3 }, () => [401, 'sign-in-refused']),
    );
  });

  it('ends at once when the person signs out', async () => {
    const person = await api.as('employee');
    const answer = await person.send('DELETE', '/api/v1/session');
    expect([answer.status, answer.body]).toEqual([200, { goTo: null }]);
    expect((await person.get('/api/v1/projects')).status).toBe(401);
  });

  it('gives a new token each time, so that one that was planted before is worth nothing', async () => {
    const person = await api.as('employee');
    const before = person.cookie;
    await person.send('POST', '/api/v1/session/sample', { login: 'finance' });
    const again = await api.inject({ url: '/api/v1/projects', headers: { ...asBrowser, cookie: before } });
    expect(again.status).toBe(401);
  });

  it('is refused to other web sites, and to forms without the header', async () => {
    const foreign = await api.inject({
      method: 'POST',
      url: '/api/v1/session/sample',
      payload: { login: 'admin' },
      headers: { ...asBrowser, origin: 'https://elsewhere.example' },
    });
    const form = await api.inject({
      method: 'POST',
      url: '/api/v1/session/sample',
      payload: { login: 'admin' },
    });
    expect([foreign.status, form.status]).toEqual([403, 403]);
  });

  it('needs a permission on every route, and finance may not write a status report', async () => {
    const finance = await api.as('finance');
    const answer = await finance.send(
      'POST',
      '/api/v1/projects/DA-2022-001/status-reports',
      {},
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(403);
  });
});
