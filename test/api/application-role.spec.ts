import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, grantToApplication, roleOf } from '../../backend/src/platform/index';
import { freshDatabase, type TestDatabase } from '../support/database';

const OFFICE = '00000000-0000-7000-8000-0000000000f1';
const NO_RIGHT = '42501';

let database: TestDatabase;
/** Somebody who has got hold of the connection of the application. */
let intruder: Client;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  intruder = new Client({ connectionString: database.url });
  await intruder.connect();
  // What is said of the database as a whole does not come along when it is cloned.
  await asOwner(async (owner) => grantToApplication(owner, await seenBy(owner)));
});
afterAll(async () => {
  await intruder.end();
  await database.drop();
});
afterEach(() => intruder.query('rollback'));

async function asOwner<T>(work: (owner: DataSource) => Promise<T>): Promise<T> {
  const owner = new DataSource(dataSourceOptions({ url: database.ownerUrl, poolSize: 2 }));
  await owner.initialize();
  return work(owner).finally(() => owner.destroy());
}

async function seenBy(owner: DataSource): Promise<Awaited<ReturnType<typeof roleOf>>> {
  const { rows } = await intruder.query<{ role: string }>('select current_user as role');
  return { ...(await roleOf(owner)), role: rows[0]?.role ?? '' };
}

async function fails(sql: string): Promise<unknown> {
  const failure: unknown = await intruder.query(sql).catch((error: unknown) => error);
  return (failure as { code?: unknown }).code;
}

describe("the application's role", () => {
  it('is another one than the owner of the tables', async () => {
    const { rows } = await intruder.query<{ owned: number }>(
      `select count(*)::int as owned from pg_class where relowner = current_user::regrole`,
    );
    expect(rows).toEqual([{ owned: 0 }]);
  });

  it.each([
    'create table mine (id uuid)',
    'create temporary table mine (id uuid)',
    'create view mine as select 1',
    'create function mine() returns int language sql as $$ select 1 $$',
    'create schema mine',
    'alter table project add column mine text',
    'alter table project disable trigger all',
    'drop table project',
    'drop trigger keep_history on project',
    'truncate project_number',
    'create index on project (title)',
    'create role mine',
    'set session_replication_role = replica',
  ])('may not: %s', async (sql) => {
    expect(await fails(sql)).toBe(NO_RIGHT);
  });

  it.each([
    'update change set actor_id = null',
    'delete from change',
    "insert into change (rev, at, command, source) values (999999, now(), 'x', 'app')",
    'delete from schema_migration',
    "select nextval('history.revision')",
    "select setval('history.revision', 1)",
  ])('may not write the log of changes: %s', async (sql) => {
    expect(await fails(sql)).toBe(NO_RIGHT);
  });

  it('may read all of the history, and write, alter or empty no table of it', async () => {
    const { rows } = await intruder.query<{ name: string; kind: string }>(
      `select oid::regclass::text as name, relkind as kind from pg_class
        where relnamespace in ('history'::regnamespace, 'as_of'::regnamespace) and relkind in ('r', 'v', 'p')`,
    );
    expect(rows.length).toBeGreaterThan(50);
    await intruder.query('set agenda.rev = 1');
    for (const { name, kind } of rows) {
      await intruder.query(`select from ${name} limit 1`);
      const attempts = [`delete from ${name}`, `insert into ${name} default values`, `truncate ${name}`];
      const codes = [];
      for (const sql of kind === 'v' ? attempts.slice(0, 2) : attempts) codes.push(await fails(sql));
      expect({ name, codes: [...new Set(codes)] }).toEqual({ name, codes: [NO_RIGHT] });
    }
  });

  it('may call none of the functions that keep the history, but the one that seals it', async () => {
    const { rows } = await intruder.query<{ name: string }>(
      `select oid::regprocedure::text as name from pg_proc
        where pronamespace = 'history'::regnamespace and has_function_privilege(oid, 'execute')`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !name.startsWith('history.seal_next('))).toEqual([]);
    expect(await fails('select history.open_revision()')).toBe(NO_RIGHT);
    expect(await fails("select history.rebuild('project')")).toBe(NO_RIGHT);
  });

  it('finds every function that runs with the rights of the owner shielded from names of its own', async () => {
    const unshielded = await database.query(
      `select oid::regprocedure from pg_proc
        where prosecdef and not exists (select from unnest(proconfig) c where c like 'search_path=pg_catalog%pg_temp')`,
    );
    expect(unshielded).toEqual([]);
  });
});

describe('forging the past with what the application may do', () => {
  const versions = (): Promise<object[]> =>
    database.query(
      `select o.from_rev, o.to_rev, o.name, c.command from history.org_unit o join change c on c.rev = o.from_rev
        where id = '${OFFICE}' order by 1`,
    );

  beforeAll(async () => {
    await database.query(
      `insert into org_unit (id, key, kind, short_name, name) values ('${OFFICE}', 'f1', 'office', 'F1', 'Amt A')`,
    );
    await database.query(`update org_unit set name = 'Amt B' where id = '${OFFICE}'`);
  });

  it('does not get back into a revision by naming it as the one of the transaction', async () => {
    const before = await versions();
    const old = (before[0] as { from_rev: string }).from_rev;
    await intruder.query('begin');
    await intruder.query(
      `select set_config('agenda.tx', pg_current_xact_id()::text, true), set_config('agenda.tx_rev', '${old}', true)`,
    );
    await intruder.query(`update org_unit set name = 'Amt X' where id = '${OFFICE}'`);
    await intruder.query('commit');
    const after = await versions();
    expect(after.slice(0, 2)).toEqual([
      before[0],
      { ...before[1], to_rev: (after[2] as { from_rev: string }).from_rev },
    ]);
    expect(after[2]).toMatchObject({ name: 'Amt X', command: 'unknown' });
    expect(after).toHaveLength(3);
  });

  it('does not get into the revision of another transaction of the same connection', async () => {
    await intruder.query(`update org_unit set name = 'Amt C' where id = '${OFFICE}'`);
    const before = await versions();
    const last = (before.at(-1) as { from_rev: string }).from_rev;
    await intruder.query(`set agenda.tx_rev = '${last}'`);
    await intruder.query(`update org_unit set name = 'Amt D' where id = '${OFFICE}'`);
    await intruder.query('reset agenda.tx_rev');
    expect((await versions()).length).toBe(before.length + 1);
  });

  it('does not believe the number of a transaction that comes a second time, as in a copy of the database', async () => {
    const before = await versions();
    const last = (before.at(-1) as { from_rev: string }).from_rev;
    await intruder.query('begin');
    const { rows } = await intruder.query<{ id: string }>('select pg_current_xact_id() as id');
    await database.query('update change set transaction_id = $1 where rev = $2', [rows[0]?.id, last]);
    await intruder.query(`set local agenda.tx_rev = '${last}'`);
    await intruder.query(`update org_unit set name = 'Amt E' where id = '${OFFICE}'`);
    await intruder.query('commit');
    expect((await versions()).length).toBe(before.length + 1);
  });

  it('does not lose the track of a row by giving it another id', async () => {
    expect(await fails(`update org_unit set id = gen_random_uuid() where id = '${OFFICE}'`)).toBe('23001');
  });

  it('keeps one revision for all of one transaction', async () => {
    const before = await versions();
    await intruder.query('begin');
    await intruder.query(`update org_unit set name = 'Amt F' where id = '${OFFICE}'`);
    await intruder.query('set constraints all immediate');
    await intruder.query('savepoint part');
    await intruder.query(`update org_unit set name = 'Amt G' where id = '${OFFICE}'`);
    await intruder.query('release savepoint part');
    await intruder.query('commit');
    expect((await versions()).length).toBe(before.length + 1);
    expect((await versions()).at(-1)).toMatchObject({ name: 'Amt G' });
  });
});

describe('giving the application its rights', () => {
  it('takes back what it was given before and has no use for', async () => {
    const { rows } = await intruder.query<{ role: string }>('select quote_ident(current_user) as role');
    await database.query(`grant update on change to ${rows[0]?.role}`);
    await database.query(`grant create on schema history to ${rows[0]?.role}`);
    await intruder.query('begin; lock table change in row exclusive mode; rollback');
    await asOwner(async (owner) => grantToApplication(owner, await seenBy(owner)));
    expect(await fails('update change set actor_id = null')).toBe(NO_RIGHT);
    expect(await fails('create table history.mine (id uuid)')).toBe(NO_RIGHT);
  });

  it('refuses a role that has the rights of the owner, and another database', async () => {
    await asOwner(async (owner) => {
      await expect(grantToApplication(owner, await roleOf(owner))).rejects.toThrow('has the rights of');
      const elsewhere = { ...(await seenBy(owner)), database: 'elsewhere' };
      await expect(grantToApplication(owner, elsewhere)).rejects.toThrow('different databases');
    });
  });
});
