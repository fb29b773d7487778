import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let lead: ApiClient;

beforeAll(async () => {
  database = await freshDatabase('strategy');
});
afterAll(() => database.drop());

beforeEach(async () => {
  api = await startApi(database.url, { RATE_LIMIT: 'on' });
  office = await api.as('portfolio-office');
  lead = await api.as('project-lead');
});
afterEach(() => api.stop());

function ask(times: number, once: () => Promise<ApiAnswer>): Promise<ApiAnswer[]> {
  return Promise.all(Array.from({ length: times }, once));
}

const statuses = (answers: ApiAnswer[]): number[] => [...new Set(answers.map(({ status }) => status))];
const session = '/api/v1/session';
/** Refused for its form, so that the delay of wrong passwords stays out of it. */
const inVain = { login: 'nobody' };

describe('a person who asks more than people do', () => {
  it('is told to wait, and for how long, while others are served', async () => {
    expect(statuses(await ask(600, () => office.get(session)))).toEqual([200]);
    const refused = await office.get(session);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests', params: { seconds: Number(refused.headers['retry-after']) } },
      headers: { 'ratelimit-limit': '600', 'ratelimit-remaining': '0' },
    });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await lead.get(session)).status).toBe(200);
    // A session of its own does not make another person.
    expect((await (await api.as('portfolio-office')).get(session)).status).toBe(429);
  });

  it('may change less often than read, whatever becomes of the changes', async () => {
    const change = (): Promise<ApiAnswer> => office.send('POST', '/api/v1/projects', {});
    expect(statuses(await ask(120, change))).toEqual([400]);
    expect((await change()).status).toBe(429);
    expect((await office.get(session)).status).toBe(200);
  });

  it('may fetch files less often still', async () => {
    const file = (): Promise<ApiAnswer> => office.get('/api/v1/projects?format=csv');
    expect(statuses(await ask(30, file))).toEqual([200]);
    expect((await file()).status).toBe(429);
    expect((await office.get('/api/v1/projects')).status).toBe(200);
  });

  it('sees how many requests are left', async () => {
    const [first, second] = await ask(2, () => office.get(session));
    expect(Number(first?.headers['ratelimit-remaining'])).toBe(
      Number(second?.headers['ratelimit-remaining']) + 1,
    );
  });
});

describe('an address from which nobody is signed in', () => {
  it('may try to sign in so often, however the tries end', async () => {
    // Two of the twenty were the sign-ins above.
    expect(statuses(await ask(18, () => api.anonymous.send('POST', session, inVain)))).toEqual([400]);
    expect((await api.anonymous.send('POST', session, inVain)).status).toBe(429);
  });

  it('gets no further by made-up sessions', async () => {
    const answers = await ask(25, () =>
      api.inject({
        method: 'POST',
        url: session,
        payload: inVain,
        headers: { 'x-requested-with': 'digital-agenda', cookie: `da_session=${Math.random()}` },
      }),
    );
    expect(statuses(answers)).toEqual([400, 429]);
  });
});

describe('a limit', () => {
  it('is not there when it is switched off', async () => {
    const free = await startApi(database.url, { RATE_LIMIT: 'off' });
    const answers = await ask(30, () => free.anonymous.send('POST', session, inVain));
    expect(statuses(answers)).toEqual([400]);
    await free.stop();
  });

  it('is as many times wider as the setting says', async () => {
    const wide = await startApi(database.url, { RATE_LIMIT: 'on', RATE_LIMIT_FACTOR: '3' });
    expect((await wide.anonymous.get(session)).headers['ratelimit-limit']).toBe('1800');
    await wide.stop();
  });

  it('does not hold for whoever watches over the server', async () => {
    expect((await api.anonymous.get('/metrics')).headers['ratelimit-limit']).toBeUndefined();
    expect((await api.anonymous.get('/health/ready')).headers['ratelimit-limit']).toBeUndefined();
  });
});
