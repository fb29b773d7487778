import { api, connectClient, ifMatch } from './client';
import { ProblemError } from './problem';

const session = { person: null, sampleMode: false, sampleAccounts: [], demoData: false };

function answerWith(...answers: (Response | Error)[]): Request[] {
  const asked: Request[] = [];
  globalThis.fetch = (request) => {
    asked.push(request as Request);
    const answer = answers.shift() ?? new Error('nothing left to answer');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return asked;
}

const ok = () => Response.json(session);
const problem = (status: number, code: string) =>
  Response.json(
    { code, errors: [{ pointer: '/login', code: 'max-length', params: { limit: 5 } }] },
    { status },
  );

async function failureOf(promise: Promise<unknown>): Promise<ProblemError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error;
  throw new Error('no problem');
}

describe('the client', () => {
  it('names itself, so that other sites can not forge a request', async () => {
    const asked = answerWith(ok());
    await api.GET('/api/v1/session');
    expect(asked[0]?.headers.get('x-requested-with')).toBe('digital-agenda');
  });

  it('turns a problem document into an error with its faults', async () => {
    answerWith(problem(400, 'malformed'));
    const error = await failureOf(api.POST('/api/v1/session', { body: { login: 'x', password: 'y' } }));
    expect(error).toMatchObject({
      status: 400,
      code: 'malformed',
      errors: [{ pointer: '/login', code: 'max-length', params: { limit: 5 } }],
    });
  });

  it('names the status where there is no problem document', async () => {
    answerWith(new Response('<html>', { status: 502 }));
    expect(await failureOf(api.GET('/api/v1/session'))).toMatchObject({ status: 502, code: 'http.502' });
  });

  it('knows how long the server asks to wait', async () => {
    const headers = { 'retry-after': '17' };
    answerWith(Response.json({ code: 'too-many-requests' }, { status: 429, headers }));
    const error = await failureOf(api.GET('/api/v1/session'));
    expect(error).toMatchObject({ status: 429, retryAfterSeconds: 17 });
  });

  it('calls a lost connection by its name', async () => {
    answerWith(new TypeError('failed to fetch'));
    expect(await failureOf(api.GET('/api/v1/session'))).toMatchObject({ status: 0, code: 'client.offline' });
  });

  it('quotes the version of a change', () => {
    expect(ifMatch(7)).toEqual({ 'If-Match': '"7"' });
  });

  it('does not ask the session about the past', async () => {
    connectClient({ asOf: () => '2026-01-31', signInAgain: () => Promise.resolve(false) });
    const asked = answerWith(ok());
    await api.GET('/api/v1/session');
    expect(asked[0]?.url).not.toContain('asOf');
  });

  it('repeats a request with its body after a new sign-in', async () => {
    connectClient({ asOf: () => null, signInAgain: () => Promise.resolve(true) });
    const asked = answerWith(problem(401, 'not-signed-in'), ok());
    const send = api.POST as unknown as (path: string, init: object) => Promise<{ data?: unknown }>;
    const { data } = await send('/api/v1/projects', { body: { title: 'Neu' } });
    expect(data).toEqual(session);
    expect(await asked[1]?.json()).toEqual({ title: 'Neu' });
  });

  it('sends a command that got no answer again with the same key, and the next one with a new key', async () => {
    const asked = answerWith(new TypeError('failed to fetch'), problem(503, 'database-away'), ok(), ok());
    const post = api.POST as unknown as (path: string, init: object) => Promise<unknown>;
    const create = () => post('/api/v1/projects', { body: { title: 'Neu' } });
    await failureOf(create());
    await failureOf(create());
    await create();
    await create();
    const keys = asked.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[\da-f]{32}$/);
    expect([keys[1], keys[2]]).toEqual([keys[0], keys[0]]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('says whose page it is, except where one signs in', async () => {
    connectClient({ asOf: () => null, personId: () => 'p1' });
    const asked = answerWith(ok(), ok());
    const get = api.GET as unknown as (path: string) => Promise<unknown>;
    await get('/api/v1/me/sessions');
    await get('/api/v1/session');
    expect(asked.map((request) => request.headers.get('x-signed-in-as'))).toEqual(['p1', null]);
  });

  it('asks nobody to sign in who has done so while the answer was on its way', async () => {
    let signIns = 0;
    const signInAgain = jest.fn(() => Promise.resolve(false));
    connectClient({ asOf: () => null, signIns: () => signIns, signInAgain });
    const answers = [problem(401, 'not-signed-in'), ok()];
    globalThis.fetch = () => {
      signIns = 1;
      return Promise.resolve(answers.shift() ?? ok());
    };
    const get = api.GET as unknown as (path: string) => Promise<{ data?: unknown }>;
    expect((await get('/api/v1/me/sessions')).data).toEqual(session);
    expect(signInAgain).not.toHaveBeenCalled();
  });

  it('adds the moment to questions, not to commands', async () => {
    connectClient({ asOf: () => 'r12', signInAgain: () => Promise.resolve(false) });
    const asked = answerWith(ok(), ok());
    const get = api.GET as unknown as (path: string) => Promise<unknown>;
    const post = api.POST as unknown as (path: string, init: object) => Promise<unknown>;
    await get('/api/v1/projects');
    await post('/api/v1/projects', { body: {} });
    expect(asked.map((request) => new URL(request.url).searchParams.get('asOf'))).toEqual(['r12', null]);
  });
});
