import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { REQUEST_TIMEOUTS } from '../../backend/src/platform/index';
import { type ApiAnswer, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

const PROJECT = '/api/v1/projects/DA-2022-001';
const SOON_MS = 200;

describe('a request that the database takes too long for', () => {
  let database: TestDatabase;
  let other: Client;
  let api: TestApi;

  beforeAll(async () => {
    database = await freshDatabase('sample');
    other = new Client({ connectionString: database.url });
    await other.connect();
  });
  afterEach(async () => {
    await other.query('rollback');
    await api.stop();
  });
  afterAll(async () => {
    await other.end();
    await database.drop();
  });

  it.each([
    ['busy', { lock: SOON_MS }],
    ['took-too-long', { statement: SOON_MS }],
  ])('is answered by 503 %s and when to try again, and changes nothing', async (code, sooner) => {
    api = await startApi(database.url, { LOG_LEVEL: 'silent' }, { ...REQUEST_TIMEOUTS, ...sooner });
    const person = await api.as('portfolio-office');
    const before = await person.get<{ moment: string }>(PROJECT);
    const rename = (): Promise<ApiAnswer> =>
      person.send('PATCH', PROJECT, { title: `Neu (${code})` }, { 'if-match': before.etag ?? '' });

    await other.query('begin');
    await other.query(`select from project where number = 'DA-2022-001' for update`);
    const answer = await rename();
    expect(answer).toMatchObject({ status: 503, body: { code }, headers: { 'retry-after': '5' } });
    await other.query('rollback');

    expect((await person.get<{ moment: string }>(PROJECT)).body.moment).toBe(before.body.moment);
    expect((await rename()).status).toBe(200);
  });

  it('is given up by the database itself, so that no answer waits longer than its reader', async () => {
    api = await startApi(database.url);
    const limits = await api.app.get(DataSource).query<object[]>(
      `select name, setting from pg_settings
        where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by 1`,
    );
    expect(limits).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '60000' },
      { name: 'lock_timeout', setting: '5000' },
      { name: 'statement_timeout', setting: '15000' },
    ]);
  });
});
