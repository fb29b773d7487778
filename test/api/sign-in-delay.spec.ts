import { type ApiAnswer, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aLocalPerson, type LocalPerson } from '../support/local-accounts';

let database: TestDatabase;
let api: TestApi;
let person: LocalPerson;

beforeAll(async () => {
  database = await freshDatabase();
  api = await startApi(database.url);
  person = await aLocalPerson(api, database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.query('delete from sign_in_delay');
  await database.query('delete from known_browser');
});

interface Try {
  login?: string;
  password?: string;
  from?: string;
  cookie?: string;
}

async function attempt({
  login,
  password = 'falsch',
  from = '192.0.2.1',
  cookie,
}: Try = {}): Promise<ApiAnswer> {
  return api.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login: login ?? person.login, password },
    remoteAddress: from,
    headers: { 'x-requested-with': 'digital-agenda', ...(cookie && { cookie }) },
  });
}

const statusOf = async (given?: Try): Promise<number> => (await attempt(given)).status;

async function fail(times: number, given: Try = {}): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push(await statusOf(given));
  return statuses;
}

/** Lets time pass for what is held against anybody. */
const pass = (seconds: number): Promise<unknown> =>
  database.query(
    `update sign_in_delay set failed_at = failed_at - make_interval(secs => $1),
                              blocked_until = blocked_until - make_interval(secs => $1)`,
    [seconds],
  );

const cookiesOf = ({ headers }: ApiAnswer): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('failing to sign in', () => {
  it('costs nothing three times, and then has to wait longer and longer', async () => {
    expect(await fail(4)).toEqual([401, 401, 401, 401]);
    const waits: string[] = [];
    for (let failure = 4; failure < 9; failure += 1) {
      const delayed = await attempt();
      expect(delayed).toMatchObject({ status: 429, body: { code: 'sign-in-delayed' } });
      waits.push(String(delayed.headers['retry-after']));
      await pass(2 ** (failure - 4));
      expect(await statusOf()).toBe(401);
    }
    expect(waits).toEqual(['1', '2', '4', '8', '16']);
  });

  it('is told in seconds, for the message', async () => {
    await fail(4);
    expect((await attempt()).body).toMatchObject({ params: { seconds: 1 } });
  });

  it('never has to wait for more than a quarter of an hour, so nobody is locked out for good', async () => {
    await fail(4);
    await database.query('update sign_in_delay set failures = 1000000');
    await pass(1);
    await attempt();
    const seconds = Number((await attempt()).headers['retry-after']);
    expect(seconds).toBeGreaterThan(890);
    expect(seconds).toBeLessThanOrEqual(900);
    await pass(900);
    expect(await statusOf({ password: person.password })).toBe(204);
  });

  it('is forgotten after an hour of peace', async () => {
    await fail(4);
    await pass(3_601);
    expect(await fail(4)).toEqual([401, 401, 401, 401]);
  });

  it('is the same for an account that does not exist', async () => {
    const nobody = await fail(5, { login: 'nobody@stadt.example' });
    expect(nobody).toEqual(await fail(5, { from: '192.0.2.2' }));
  });

  it('is held against the account from wherever the guesses come', async () => {
    for (let host = 1; host <= 4; host += 1) await attempt({ from: `198.51.100.${host}` });
    expect(await statusOf({ from: '198.51.100.99', password: person.password })).toBe(429);
  });

  it('is held against an address that tries many accounts', async () => {
    for (let number = 0; number < 21; number += 1) await attempt({ login: `guess-${number}` });
    expect(await statusOf({ login: 'yet-another' })).toBe(429);
    expect(await statusOf({ login: 'yet-another', from: '192.0.2.200' })).toBe(401);
  });

  it('counts all addresses of one network of version 6 as one', async () => {
    for (let number = 0; number < 21; number += 1)
      await attempt({ login: `guess-${number}`, from: `2001:db8:1:2::${number}` });
    expect(await statusOf({ login: 'yet-another', from: '2001:db8:1:2:ffff::1' })).toBe(429);
    expect(await statusOf({ login: 'yet-another', from: '2001:db8:1:3::1' })).toBe(401);
  });

  it('lets no more of fifty guesses at once through than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => statusOf()));
    expect(answers.filter((status) => status === 401)).toHaveLength(4);
    expect(answers.filter((status) => status === 429)).toHaveLength(46);
  });

  it('leaves neither login nor address in the table', async () => {
    await attempt();
    const [row] = await database.query<{ all: string }>(
      `select string_agg(sign_in_delay::text || encode(key, 'escape'), ' ') as all from sign_in_delay`,
    );
    expect(row?.all).not.toMatch(/stadt\.example|192\.0\.2/);
  });
});

describe('the right password', () => {
  it('takes back what was held against the account, not what was held against the address', async () => {
    await fail(3);
    expect(await statusOf({ password: person.password })).toBe(204);
    expect(await database.query('select failures from sign_in_delay')).toEqual([{ failures: 3 }]);
    expect(await fail(4)).toEqual([401, 401, 401, 401]);
  });

  it('is let in at once where the person has signed in before, whoever guesses elsewhere', async () => {
    const first = await attempt({ password: person.password });
    await fail(4, { from: '198.51.100.1' });
    const right = { password: person.password, from: '192.0.2.50' };
    expect(await statusOf(right)).toBe(429);
    expect(await statusOf({ ...right, cookie: cookiesOf(first) })).toBe(204);
  });

  it('is guessed no faster in a browser that is known', async () => {
    const known = { cookie: cookiesOf(await attempt({ password: person.password })) };
    expect(await fail(5, known)).toEqual([401, 401, 401, 401, 429]);
  });

  it('of another account is not made easier by a browser that is known', async () => {
    const other = await aLocalPerson(api, database);
    const cookie = cookiesOf(await attempt({ password: person.password }));
    await fail(4, { login: other.login, from: '198.51.100.1' });
    expect(await statusOf({ login: other.login, password: other.password, cookie })).toBe(429);
  });
});

describe('how long the answer takes', () => {
  it('does not tell whether there is an account', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 22; round += 1) {
      for (const [kind, login] of [
        ['known', person.login],
        ['unknown', `nobody-${round}@stadt.example`],
      ] as const) {
        await database.query('delete from sign_in_delay');
        const begin = performance.now();
        expect(await statusOf({ login })).toBe(401);
        times[kind].push(performance.now() - begin);
      }
    }
    const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    // Without the decoy the second would take a fraction of the first.
    const ratio = median(times.unknown) / median(times.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
  });
});
