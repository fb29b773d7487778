import { Transactions } from '../../backend/src/platform/index';
import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { faultsOf } from '../support/faults';
import { OPERATIONS } from '../support/openapi';
import { aProject, type Commanded, ifMatch, type TestProject } from '../support/projects';

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let lead: ApiClient;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
  lead = await api.as('project-lead');
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

let keys = 0;
const aKey = (): string => `key-${(keys += 1)}`;

const minimal = { title: 'Digitale Bauakte', primaryActionField: 'innovation' };
const create = (key: string, body: object = minimal, by = office): Promise<ApiAnswer<Commanded>> =>
  by.send<Commanded>('POST', '/api/v1/projects', body, { 'idempotency-key': key });

async function countOf(sql: string): Promise<number> {
  const [row] = await database.query<{ count: string }>(`select count(*) as count from ${sql}`);
  return Number(row?.count);
}

describe('a command that is sent again with its key', () => {
  it('is done once and answered the same', async () => {
    const key = aKey();
    const before = await countOf('project');
    const first = await create(key);
    const changes = await countOf('change');
    const again = await create(key);
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, body: first.body, etag: first.etag });
    expect(await countOf('project')).toBe(before + 1);
    expect(await countOf('change')).toBe(changes);
  });

  it('is done once when it is sent many times at once', async () => {
    const key = aKey();
    const before = await countOf('project');
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await countOf('project')).toBe(before + 1);
  });

  it('is answered by another process of the server, too', async () => {
    const key = aKey();
    const first = await create(key);
    const other = await startApi(database.url);
    try {
      const again = await create(key, minimal, await other.as('portfolio-office'));
      expect(again.body).toEqual(first.body);
    } finally {
      await other.stop();
    }
  });

  it('is known although the version that it was made on is past', async () => {
    const project = await aProject(office);
    const { version } = await project.read();
    const key = aKey();
    const first = await add(project, version, key);
    const again = await add(project, version, key);
    const afterReading = await add(project, version + 1, key);
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(afterReading.body).toEqual(first.body);
    expect(await countOf(`milestone where project_id = '${project.id}'`)).toBe(1);
  });

  it('can be done after it was refused, for nothing was', async () => {
    const project = await aProject(office);
    const { version } = await project.read();
    const key = aKey();
    expect((await add(project, version + 5, key)).status).toBe(412);
    expect((await add(project, version, key)).status).toBe(201);
  });

  it('is refused with another body or address, and nothing is done', async () => {
    const key = aKey();
    await create(key);
    const before = await countOf('change');
    const other = await create(key, { ...minimal, title: 'Etwas anderes' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(faultsOf(other)).toEqual(['#header/idempotency-key idempotency-key-reused']);
    const project = await aProject(office);
    const changes = await countOf('change');
    expect((await add(project, 1, key)).status).toBe(422);
    expect(changes).toBe(before + 1);
    expect(await countOf('change')).toBe(changes);
  });

  it('means something else by another person', async () => {
    const key = aKey();
    const mine = await create(key);
    const theirs = await create(key, minimal, lead);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it.each(['', 'x'.repeat(256), 'mit Leerzeichen', 'ümlaut'])(
    'is refused when the key is none: "%.20s"',
    async (key) => {
      const answer = await create(key);
      expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
      expect(faultsOf(answer)).toEqual(['#header/idempotency-key idempotency-key-malformed']);
    },
  );

  it('is forgotten after a day', async () => {
    const key = aKey();
    const first = await create(key);
    await database.query("update idempotency_key set created_at = now() - interval '25 hours'");
    await api.app.get(Transactions).forgetOldKeys();
    expect((await create(key)).body.id).not.toBe(first.body.id);
  });

  it('signs in anew each time: keys mean nothing to those who are not known yet', async () => {
    const signIn = (): Promise<ApiAnswer> =>
      api.anonymous.send(
        'POST',
        '/api/v1/session/sample',
        { login: 'finance' },
        { 'idempotency-key': 'same' },
      );
    const kept = await countOf('idempotency_key');
    const [first, second] = [await signIn(), await signIn()];
    expect(first.headers['set-cookie']).not.toEqual(second.headers['set-cookie']);
    expect(await countOf('idempotency_key')).toBe(kept);
  });

  it('leaves neither key nor content behind', async () => {
    const key = `marked-${aKey()}`;
    await create(key, { ...minimal, title: 'Markierter Titel' });
    const rows = await database.query<{ row: string }>('select k::text as row from idempotency_key k');
    const all = rows.map(({ row }) => row).join();
    expect(all).not.toContain('Markierter');
    expect(all).not.toContain(Buffer.from(key).toString('hex'));
  });
});

describe('the contract', () => {
  it('offers the key with every POST', () => {
    const posts = OPERATIONS.filter(({ method }) => method === 'POST');
    const without = posts.filter(({ headers }) => !headers.includes('Idempotency-Key'));
    expect(posts.length).toBeGreaterThan(8);
    expect(without).toEqual([]);
  });
});

function add(project: TestProject, version: number, key: string): Promise<ApiAnswer<Commanded>> {
  const milestone = { title: 'Abnahme', expectedOn: '2027-01-31' };
  return office.send('POST', `${project.url}/milestones`, milestone, {
    ...ifMatch(version),
    'idempotency-key': key,
  });
}
