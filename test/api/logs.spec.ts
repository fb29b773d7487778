import { freshDatabase, type TestDatabase } from '../support/database';
import { type RunningServer, startServer } from '../support/server';

/** Texts that stand for what people type; each occurs nowhere else. */
const SECRETS = {
  login: 'geheimer-anmeldename',
  password: 'Geheimes-Kennwort-123',
  title: 'Geheimer Titel',
  mail: 'geheim@stadt.example',
  search: 'geheimes-Suchwort',
  reason: 'geheime Begründung',
  token: 'geheimes-Sitzungszeichen',
  number: 'DA-GEHEIM-001',
};

let database: TestDatabase;
let server: RunningServer;

beforeAll(async () => {
  database = await freshDatabase('sample');
  server = await startServer(database.url, { LOG_LEVEL: 'trace', SAMPLE_PORTFOLIO: 'on' });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

interface Line extends Record<string, unknown> {
  msg: string;
}

function linesOf(said: string): Line[] {
  return said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

async function send(
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${server.origin}${path}`, {
    method,
    headers: { 'x-requested-with': 'digital-agenda', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function signIn(role: string): Promise<{ cookie: string }> {
  const answer = await send('POST', '/api/v1/session/sample', { body: { login: role } });
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const aNumber: unknown = expect.any(Number);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const project = { title: SECRETS.title, primaryActionField: 'innovation', goal: SECRETS.mail };

describe('the log', () => {
  it('has one line for each request, by which it can be found, and with what it took', async () => {
    const session = await signIn('portfolio-office');
    const asked = { ...session, 'x-correlation-id': 'support-case-4711' };
    const answer = await send('GET', `/api/v1/projects?q=${SECRETS.search}`, { headers: asked });
    await answer.text();
    const lines = (): Line[] =>
      linesOf(server.said()).filter(({ correlationId }) => correlationId === 'support-case-4711');
    await until(() => lines().length > 0);
    expect(lines()).toEqual([
      {
        level: 30,
        time: matching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        msg: 'request',
        method: 'GET',
        route: '/api/v1/projects',
        status: 200,
        durationMs: aNumber,
        statements: aNumber,
        correlationId: 'support-case-4711',
        personId: matching(/^[\da-f-]{36}$/),
      },
    ]);
  });

  it('holds nothing of what people typed, nor who they are, whatever goes wrong', async () => {
    const headers = await signIn('portfolio-office');
    const { login, password, search, reason, token, number } = SECRETS;
    await send('POST', '/api/v1/session', { body: { login, password } });
    await send('POST', '/api/v1/session', { body: `{"login":"${login}","password":"${password}"` });
    await send('POST', '/api/v1/session', { body: { login, password, [reason]: 1 } });
    await send('GET', `/api/v1/projects?q=${search}&office=${search}&asOf=${search}`, { headers });
    await send('GET', `/api/v1/projects/${number}`, { headers });
    await send('GET', `/${search}?x=${search}`);
    await send('GET', '/api/v1/session', {
      headers: { cookie: `da_session=${token}`, authorization: `Bearer ${token}` },
    });
    const made = await send('POST', '/api/v1/projects', { body: project, headers });
    const { id } = (await made.json()) as { id: string };
    expect(made.status).toBe(201);
    const change = {
      body: { title: SECRETS.title, changeReason: reason },
      headers: { ...headers, 'if-match': '"9"' },
    };
    expect((await send('PATCH', `/api/v1/projects/${id}`, change)).status).toBe(412);
    await breakDatabase();
    const failed = await send('POST', '/api/v1/projects', { body: project, headers });
    expect(failed.status).toBe(500);
    const { correlationId } = (await failed.json()) as { correlationId: string };
    const failure = (): Line | undefined =>
      linesOf(server.said()).find((line) => line.level === 50 && line.correlationId === correlationId);
    await until(() => failure() !== undefined);
    expect(failure()).toMatchObject({ name: 'QueryFailedError', code: 'P0001' });
    expect(JSON.stringify(failure()?.stack)).toContain('Transactions');

    const names = await database.query<{ name: string }>('select display_name as name from person');
    const said = server.said();
    expect(names.length).toBeGreaterThan(5);
    const secrets = [...Object.values(SECRETS), ...names.map(({ name }) => name)];
    expect(secrets.filter((secret) => said.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });
});

/** From now on PostgreSQL refuses each project with a message that repeats its title and goal. */
async function breakDatabase(): Promise<void> {
  await database.query(`
    create function break() returns trigger language plpgsql as $$
    begin raise exception 'no %, %', new.title, new.goal using detail = new.goal, hint = new.title; end $$;
    create trigger break before insert on project for each row execute function break()`);
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('The log does not say it.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
