import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aLocalPerson, type LocalPerson, PASSWORD, signIn } from '../support/local-accounts';

const NEXT = 'fünf Vögel hören Radio';

let database: TestDatabase;
let api: TestApi;
let person: LocalPerson;

beforeAll(async () => {
  database = await freshDatabase();
  api = await startApi(database.url);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.query('delete from sign_in_delay');
  person = await aLocalPerson(api, database);
});

async function signedIn(): Promise<ApiClient> {
  // A client of its own, signed in as somebody first, since that is how the support makes one.
  const client = await api.as('employee');
  expect((await signIn(client, person)).status).toBe(204);
  return client;
}

const change = (client: ApiClient, current: string, next: string): Promise<ApiAnswer> =>
  client.send('PUT', '/api/v1/me/password', { current, next });

describe('the own password', () => {
  it('is changed by who knows the present one; other sessions end', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    expect((await change(here, PASSWORD, NEXT)).status).toBe(204);
    const seen = await Promise.all([here, there].map((client) => client.get('/api/v1/me')));
    expect(seen.map(({ status }) => status)).toEqual([200, 401]);
    expect((await signIn(api.anonymous, { ...person, password: NEXT })).status).toBe(204);
    expect((await signIn(api.anonymous, person)).status).toBe(401);
  });

  it('names every fault of a change at once', async () => {
    const answer = await change(await signedIn(), 'falsch', 'kurz');
    expect(answer).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/next', code: 'password-too-short' },
          { pointer: '/current', code: 'password-wrong' },
        ],
      },
    });
  });

  it('is not the present one again', async () => {
    const answer = await change(await signedIn(), PASSWORD, PASSWORD);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'password-unchanged' }] } });
  });

  it('can not be guessed in a session that was left open', async () => {
    const client = await signedIn();
    const statuses: number[] = [];
    for (let guess = 0; guess < 5; guess += 1)
      statuses.push((await change(client, `falsch ${guess}`, NEXT)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 429]);
  });

  it('is nothing to change for who has none', async () => {
    const client = await api.as('employee');
    expect((await client.get('/api/v1/me')).body).toEqual({
      login: 'employee',
      hasPassword: false,
      mail: null,
    });
    expect((await change(client, PASSWORD, NEXT)).status).toBe(404);
  });

  it('says to its person how to sign in', async () => {
    const { body } = await (await signedIn()).get('/api/v1/me');
    expect(body).toEqual({ login: person.login, hasPassword: true, mail: person.login });
  });
});

describe('who left', () => {
  it('can not sign in any more', async () => {
    await database.query('update person set left_at = now() where id = $1', [person.id]);
    expect((await signIn(api.anonymous, person)).status).toBe(401);
  });
});
