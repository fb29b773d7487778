import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

interface OwnSessions {
  items: { id: string; client: string; createdAt: string; seenAt: string; isCurrent: boolean }[];
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await freshDatabase();
  api = await startApi(database.url);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(() => database.query('delete from session'));

const own = async (person: ApiClient): Promise<OwnSessions['items']> =>
  (await person.get<OwnSessions>('/api/v1/me/sessions')).body.items;
const isIn = async (person: ApiClient): Promise<boolean> =>
  (await person.get('/api/v1/projects')).status === 200;
const idOf = async (person: ApiClient): Promise<string> =>
  (await person.get<{ person: { id: string } }>('/api/v1/session')).body.person.id;

describe('the own sessions', () => {
  it('are told apart by browser and system, and the one that asks is marked', async () => {
    const here = await api.as('employee');
    const answer = await api.inject({
      method: 'POST',
      url: '/api/v1/session/sample',
      payload: { login: 'employee' },
      headers: { 'x-requested-with': 'digital-agenda', 'user-agent': FIREFOX },
    });
    expect(answer.status).toBe(204);
    const sessions = await own(here);
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ isCurrent }) => !isCurrent)?.client).toBe('Firefox · Linux');
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  });

  it('end one by one', async () => {
    const [here, there] = [await api.as('employee'), await api.as('employee')];
    const other = (await own(here)).find(({ isCurrent }) => !isCurrent);
    expect((await here.send('DELETE', `/api/v1/me/sessions/${other?.id}`)).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  });

  it('end all but the one that asks', async () => {
    const people = [await api.as('employee'), await api.as('employee'), await api.as('finance')];
    expect((await people[0]?.send('DELETE', '/api/v1/me/sessions'))?.status).toBe(204);
    expect(await Promise.all(people.map(isIn))).toEqual([true, false, true]);
  });

  it('are nobody else’s: their ids are the ids of nothing to others', async () => {
    const [mine, foreign] = [await api.as('employee'), await api.as('admin')];
    const [session] = await own(mine);
    const answer = await foreign.send('DELETE', `/api/v1/me/sessions/${session?.id}`);
    expect([answer.status, await isIn(mine)]).toEqual([404, true]);
  });

  it('are listed only while they stand', async () => {
    const here = await api.as('employee');
    await api.as('employee');
    await database.query(
      `update session set seen_at = now() - interval '61 minutes'
        where id = (select id from session order by created_at desc limit 1)`,
    );
    expect(await own(here)).toHaveLength(1);
  });
});

describe('a session', () => {
  it.each([
    ['an hour without a request', `seen_at = now() - interval '61 minutes'`],
    ['twelve hours in any case', `created_at = now() - interval '12 hours 1 minute'`],
  ])('ends after %s', async (_, ageing) => {
    const person = await api.as('employee');
    expect(await isIn(person)).toBe(true);
    await database.query(`update session set ${ageing}`);
    expect(await isIn(person)).toBe(false);
  });

  it('does not idle while it is used', async () => {
    const person = await api.as('employee');
    for (let hour = 0; hour < 3; hour += 1) {
      await database.query(`update session set seen_at = now() - interval '50 minutes'`);
      expect(await isIn(person)).toBe(true);
    }
  });
});

describe('a page that says whose it is', () => {
  it('is answered in that person’s session alone', async () => {
    const [lead, finance] = [await api.as('project-lead'), await api.as('finance')];
    const page = { 'x-signed-in-as': await idOf(lead) };
    expect((await lead.get('/api/v1/projects', page)).status).toBe(200);
    const other = await finance.get('/api/v1/projects', page);
    expect(other).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect((await finance.get('/api/v1/projects')).status).toBe(200);
  });
});

describe('an administrator', () => {
  it('ends all sessions of a person', async () => {
    const [first, second] = [await api.as('employee'), await api.as('employee')];
    const admin = await api.as('admin');
    const url = `/api/v1/users/${await idOf(first)}/sessions`;
    expect((await admin.send('DELETE', url)).status).toBe(204);
    expect([await isIn(first), await isIn(second), await isIn(admin)]).toEqual([false, false, true]);
  });

  it('is told when there is no such person', async () => {
    const admin = await api.as('admin');
    const answer = await admin.send('DELETE', '/api/v1/users/0190f3a4-0000-7000-8000-000000000000/sessions');
    expect(answer.status).toBe(404);
  });
});
