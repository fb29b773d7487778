import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database';

interface Version {
  from_rev: string;
  to_rev: string;
  name: string;
}

const FOREVER = '9223372036854775807';
const OFFICE = '00000000-0000-7000-8000-000000000001';

describe('the history machinery', () => {
  let database: TestDatabase;
  const versions = (): Promise<Version[]> =>
    database.query<Version>(
      'select from_rev, to_rev, name from history.org_unit where id = $1 order by from_rev',
      [OFFICE],
    );
  const latest = async (): Promise<number> =>
    Number(
      (await database.query<{ rev: string }>('select coalesce(max(rev), 0) as rev from change'))[0]?.rev,
    );

  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const addOffice = (name: string): Promise<unknown> =>
    database.query(
      `insert into org_unit (id, key, kind, short_name, name) values ($1, 'it', 'office', 'IT', $2)`,
      [OFFICE, name],
    );
  const rename = (name: string): Promise<unknown> => database.query('update org_unit set name = $1', [name]);

  it('keeps a version for each change, and the last one stays open', async () => {
    await addOffice('Amt A');
    await rename('Amt B');
    await database.query('delete from org_unit');
    const [first, second, ...more] = await versions();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ name: 'Amt A', to_rev: second?.from_rev });
    expect(second).toMatchObject({ name: 'Amt B', to_rev: String(await latest()) });
  });

  it('collapses several changes of one row in one transaction into one version', async () => {
    await addOffice('Amt A');
    const before = await latest();
    await inTransaction(database, async (client) => {
      await client.query(`update org_unit set name = 'Amt B'`);
      await client.query(`update org_unit set name = 'Amt C'`);
    });
    expect(await latest()).toBe(before + 1);
    expect((await versions()).map(({ name }) => name)).toEqual(['Amt A', 'Amt C']);
  });

  it('makes no version of a row that ends as it began, and of a transaction that was rolled back', async () => {
    await addOffice('Amt A');
    const before = await latest();
    await rename('Amt A');
    await inTransaction(database, async (client) => {
      await client.query(`update org_unit set name = 'Amt B'`);
      await client.query(`update org_unit set name = 'Amt A'`);
    });
    await inTransaction(database, async (client) => {
      await client.query(`update org_unit set name = 'Amt X'`);
      await client.query('set constraints all immediate');
      await client.query('rollback');
    });
    expect(await latest()).toBe(before);
    expect(await versions()).toEqual([{ from_rev: String(before), to_rev: FOREVER, name: 'Amt A' }]);
  });

  it('goes on after a part of a transaction was rolled back', async () => {
    await addOffice('Amt A');
    await inTransaction(database, async (client) => {
      await client.query('savepoint part');
      await client.query(`update org_unit set name = 'Amt X'`);
      await client.query('set constraints all immediate');
      await client.query('rollback to savepoint part');
      await client.query(`update org_unit set name = 'Amt B'`);
    });
    expect((await versions()).map(({ name }) => name)).toEqual(['Amt A', 'Amt B']);
  });

  it('says who changed what and why, and "unknown: database" for a change from elsewhere', async () => {
    await addOffice('Amt A');
    await inTransaction(database, async (client) => {
      await client.query(`select set_config('agenda.command', 'org-unit.rename', true),
        set_config('agenda.reason', 'Neuer Name', true), set_config('agenda.source', 'app', true)`);
      await client.query(`update org_unit set name = 'Amt B'`);
    });
    expect(await database.query('select command, reason, source from change order by rev')).toEqual([
      { command: 'unknown', reason: null, source: 'unknown: database' },
      { command: 'org-unit.rename', reason: 'Neuer Name', source: 'app' },
    ]);
  });

  it('orders revisions by commit, not by the beginning of transactions', async () => {
    await addOffice('Amt A');
    const slow = await connect(database);
    await slow.query('begin');
    await slow.query(
      `insert into council_body (id, key, kind, short_name, title_de) values (uuidv7(), 'gr', 'council', 'GR', 'Gemeinderat')`,
    );
    await rename('Amt B');
    const renamedAt = await latest();
    await slow.query('commit');
    await slow.end();
    const [body] = await database.query<{ from_rev: string }>('select from_rev from history.council_body');
    expect(Number(body?.from_rev)).toBe(renamedAt + 1);
  });

  it('refuses to truncate a table that keeps its history', async () => {
    await expect(database.query('truncate org_unit cascade')).rejects.toThrow('keeps its history');
  });

  it('alters a table together with its twin and its view', async () => {
    await addOffice('Amt A');
    await database.query(`select history.alter_table('org_unit', 'add column note text')`);
    await database.query(`update org_unit set note = 'neu'`);
    expect(await database.query('select note from history.org_unit order by from_rev')).toEqual([
      { note: null },
      { note: 'neu' },
    ]);
    expect(await columnsOf(database, 'org_unit')).toEqual({ same: true });
  });

  it('has for every domain table a twin and a view with the same columns', async () => {
    const tables = await database.query<{ name: string }>(`
      select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
    const without = [
      'account',
      'account_link',
      'api_token',
      'calendar_feed',
      'change',
      'idempotency_key',
      'identity',
      'kept_file',
      'known_browser',
      'ledger_change',
      'ledger_chunk',
      'ledger_import',
      'ledger_row',
      'ledger_source',
      'oidc_sign_in',
      'notice',
      'notice_preference',
      'person',
      'project_number',
      'review_live',
      'schema_migration',
      'session',
      'sign_in_delay',
      'status_draft',
      'watch',
    ];
    const domain = tables.map(({ name }) => name).filter((name) => !without.includes(name));
    expect(domain.length).toBeGreaterThan(20);
    for (const table of domain) {
      expect({ table, ...(await columnsOf(database, table)) }).toEqual({ table, same: true });
    }
  });
});

async function connect(database: TestDatabase): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}

async function inTransaction(database: TestDatabase, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await connect(database);
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Compares names and types of the columns of a table, its twin (less the two revisions) and its view. */
async function columnsOf(
  database: TestDatabase,
  table: string,
): Promise<{ same: boolean; difference?: unknown }> {
  const read = (schema: string): Promise<{ column: string }[]> =>
    database.query<{ column: string }>(
      `select attname || ' ' || format_type(atttypid, atttypmod) as column from pg_attribute
        where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attname not in ('from_rev', 'to_rev')
        order by attname`,
      [`${schema}.${table}`],
    );
  const [live, twin, view] = [await read('public'), await read('history'), await read('as_of')];
  const same =
    live.length > 0 &&
    JSON.stringify(live) === JSON.stringify(twin) &&
    JSON.stringify(live) === JSON.stringify(view);
  return same ? { same } : { same, difference: { live, twin, view } };
}
