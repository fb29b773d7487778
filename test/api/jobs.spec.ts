import { Client } from 'pg';
import PgBoss from 'pg-boss';
import { Jobs, Mails, Transactions } from '../../backend/src/platform/index';
import { startApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe('jobs', () => {
  it('are kept in the tables that this version of the library expects', async () => {
    const [plan = ''] = /VALUES \('(\d+)'\)/.exec(PgBoss.getConstructionPlans())?.slice(1) ?? [];
    expect(await database.query('select version from pgboss.version')).toEqual([{ version: Number(plan) }]);
  });

  it('need no right to make a table: adding, fetching, ending, maintenance and archiving', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const errors: Error[] = [];
    try {
      await expect(client.query('create table pgboss.mine (id int)')).rejects.toThrow(/permission denied/);
      const boss = new PgBoss({
        db: { executeSql: (text, values) => client.query(text, values) },
        migrate: false,
        schedule: false,
        archiveCompletedAfterSeconds: 1,
      });
      boss.on('error', (error) => errors.push(error));
      await boss.start();
      for (const kind of ['done', 'failed', 'cancelled']) await boss.send('mail', { kind, id: 'x' });
      const taken = await boss.fetch<{ kind: string }>('mail', { batchSize: 3 });
      const idOf = (kind: string): string => taken.find(({ data }) => data.kind === kind)?.id ?? '';
      await boss.complete('mail', idOf('done'));
      await boss.fail('mail', idOf('failed'), { fault: 'test' });
      await boss.cancel('mail', idOf('cancelled'));
      await client.query(`update pgboss.job set completed_on = completed_on - interval '1 hour'`);
      await boss.maintain();
      await boss.stop({ graceful: false });
    } finally {
      await client.end();
    }
    expect(errors).toEqual([]);
    const rows = await database.query(
      `select 'job' as place, state::text from pgboss.job
       union all select 'archive', state::text from pgboss.archive order by 1, 2`,
    );
    expect(rows).toEqual([
      { place: 'archive', state: 'cancelled' },
      { place: 'archive', state: 'completed' },
      { place: 'job', state: 'retry' },
    ]);
  });

  it('are done by one process of several, and the one at work ends before the server does', async () => {
    const settings = {
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'agenda@stadt.example',
      PUBLIC_URL: 'https://agenda.example.org',
    };
    const servers = [await startApi(database.url, settings), await startApi(database.url, settings)];
    const done: string[] = [];
    let working = 0;
    for (const { app } of servers) {
      app.get(Mails).register('slow', async (id) => {
        working += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        done.push(id);
        working -= 1;
        return null;
      });
      await app.get(Jobs).start();
    }
    const [first] = servers;
    await first?.app.get(Transactions).run({ command: 'test' }, async (tx) => {
      for (const id of ['a', 'b', 'c']) await first.app.get(Mails).queue(tx, 'slow', id);
    });
    while (done.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all(servers.map((server) => server.stop()));
    expect(working).toBe(0);
    expect(new Set(done).size).toBe(done.length);
    const active = await database.query(`select 1 from pgboss.job where state = 'active'`);
    expect(active).toEqual([]);
  });
});
