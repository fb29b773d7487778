import type { InjectOptions } from 'fastify';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { OPERATIONS } from '../support/openapi';

const OWN = 'https://agenda.example.org';

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;

beforeAll(async () => {
  database = await freshDatabase('sample');
  api = await startApi(database.url, { PUBLIC_URL: OWN, LOG_LEVEL: 'silent' });
  office = await api.as('portfolio-office');
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const marker = { 'x-requested-with': 'digital-agenda' };

/** A change that would succeed if it were let through: 400, since its body is no project. */
async function statusOf(
  headers: Record<string, string>,
  change: Partial<InjectOptions> = {},
): Promise<number> {
  const answer = await api.inject({
    method: 'POST',
    url: '/api/v1/projects',
    payload: {},
    ...change,
    headers: { cookie: office.cookie, ...headers },
  });
  if (answer.status === 403) expect(answer.body).toMatchObject({ code: 'cross-site' });
  return answer.status;
}

describe('a change', () => {
  it.each<[string, Record<string, string>]>([
    ['of the own origin', { ...marker, origin: OWN, 'sec-fetch-site': 'same-origin' }],
    ['of the own origin, by a browser that says no more', { ...marker, origin: OWN }],
    ['of a program, which names no origin', marker],
  ])('is let through: %s', async (_, headers) => {
    expect(await statusOf(headers)).toBe(400);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { ...marker, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, by a browser that says no more', { ...marker, origin: 'https://evil.example' }],
    ['a sandboxed frame', { ...marker, origin: 'null' }],
    ['a subdomain', { ...marker, origin: 'https://x.agenda.example.org', 'sec-fetch-site': 'same-site' }],
    ['a sibling that names no origin', { ...marker, 'sec-fetch-site': 'same-site' }],
    ['the same host by plain HTTP', { ...marker, origin: 'http://agenda.example.org' }],
    ['another port', { ...marker, origin: `${OWN}:8443` }],
    ['a script without the header', { origin: OWN, 'sec-fetch-site': 'same-origin' }],
    ['a script with another header', { 'x-requested-with': 'XMLHttpRequest', origin: OWN }],
  ])('is refused: %s', async (_, headers) => {
    expect(await statusOf(headers)).toBe(403);
  });

  it('can not come from a form, which can set no header', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await statusOf({ ...form, origin: OWN }, { payload: 'title=x' })).toBe(403);
    expect(await statusOf({ 'content-type': 'text/plain', origin: OWN }, { payload: '{}' })).toBe(403);
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('is refused by any method: %s', async (method) => {
    expect(
      await statusOf({ ...marker, origin: 'https://evil.example' }, { method, url: '/api/v1/session' }),
    ).toBe(method === 'DELETE' ? 403 : 404);
  });
});

describe('what a proxy says about the sender', () => {
  const forwarded = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'agenda.example.org',
  };
  const signIn = (by: TestApi, origin: string): Promise<number> =>
    by
      .inject({
        method: 'POST',
        url: '/api/v1/session/sample',
        payload: { login: 'finance' },
        headers: { ...marker, ...forwarded, origin },
      })
      .then(({ status }) => status);

  it('means nothing unless the proxy is trusted', async () => {
    const alone = await startApi(database.url);
    expect(await signIn(alone, OWN)).toBe(403);
    expect(await signIn(alone, 'http://localhost:80')).toBe(204);
    await alone.stop();
  });

  it('tells origin and address when it comes from a trusted one', async () => {
    const behind = await startApi(database.url, { TRUST_PROXY: 'loopback', RATE_LIMIT: 'on' });
    expect(await signIn(behind, OWN)).toBe(204);
    expect(await signIn(behind, 'http://localhost:80')).toBe(403);
    await behind.stop();
  });

  it('means nothing when it comes from anywhere else', async () => {
    const behind = await startApi(database.url, { TRUST_PROXY: '10.0.0.0/8,192.0.2.7' });
    expect(await signIn(behind, OWN)).toBe(403);
    await behind.stop();
  });

  it('counts each sender for itself behind a trusted proxy, and all as one otherwise', async () => {
    const tries = async (by: TestApi): Promise<number[]> => {
      const found: number[] = [];
      for (let index = 0; index < 22; index += 1) {
        const headers = { ...marker, 'x-forwarded-for': `203.0.113.${index}` };
        // Refused for its form, so that the delay of wrong passwords stays out of it.
        const payload = { login: 'nobody' };
        found.push((await by.inject({ method: 'POST', url: '/api/v1/session', payload, headers })).status);
      }
      return [...new Set(found)];
    };
    const alone = await startApi(database.url, { RATE_LIMIT: 'on' });
    const behind = await startApi(database.url, { RATE_LIMIT: 'on', TRUST_PROXY: 'loopback' });
    expect(await tries(alone)).toEqual([400, 429]);
    expect(await tries(behind)).toEqual([400]);
    await alone.stop();
    await behind.stop();
  });
});

describe('reading', () => {
  const A_PROJECT = { title: 'Neu', primaryActionField: 'innovation' };
  const untilReady = async (): Promise<void> => {
    while ((await api.anonymous.get('/health/ready')).status !== 200);
  };

  it('changes nothing: every GET is answered on a database that can only be read', async () => {
    const name = new URL(database.url).pathname.slice(1);
    const [project] = await database.query<{ id: string }>('select id from project limit 1');
    await database.query(`alter database ${name} set default_transaction_read_only = on`);
    // The server connects anew, and from then on can only read.
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await untilReady();
    expect((await office.send('POST', '/api/v1/projects', A_PROJECT)).status).toBe(500);
    const answers: string[] = [];
    for (const { method, path } of OPERATIONS) {
      // Coming back from the identity provider is a step of signing in, guarded by its state.
      if (method !== 'GET' || path.includes('/session/')) continue;
      const url = path.replaceAll(/\{(\w+)\}/g, project?.id ?? '');
      const { status } = await api.inject({ method, url, headers: { cookie: office.cookie } });
      answers.push(`${path} ${status >= 500 ? 'failed' : 'answered'}`);
    }
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((answer) => answer.endsWith('failed'))).toEqual([]);
  });
});
