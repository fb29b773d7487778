import { Client } from 'pg';
import { sealAll, type VerifiedHistory, verifyHistory } from '../../backend/src/platform/index';
import { freshDatabase, type TestDatabase } from './database';

/** A database whose history is sealed, and its owner, who may do anything to it. */
export interface SealedHistory {
  database: TestDatabase;
  /** A connection of the owner. */
  client: Client;
  /** Changes what is stored behind the back of the triggers; fails when nothing is changed. */
  tamper(sql: string): Promise<void>;
  /** Notes what the tables of offices, changes and seals hold; returns how to put it back. */
  note(): Promise<() => Promise<void>>;
  /** Seals what waits. */
  seal(): ReturnType<typeof sealAll>;
  verify(settings?: Parameters<typeof verifyHistory>[1]): Promise<VerifiedHistory>;
  /** Only what verifying found. */
  faults(): Promise<string[]>;
  drop(): Promise<void>;
}

/** Opens a fresh database with a connection of its owner. */
export async function sealedHistory(contents?: Parameters<typeof freshDatabase>[0]): Promise<SealedHistory> {
  const database = await freshDatabase(contents);
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const verify: SealedHistory['verify'] = (settings) => verifyHistory(client, settings);
  return {
    database,
    client,
    tamper: async (sql) => {
      await client.query(triggers('disable'));
      const { rowCount } = await client.query(sql);
      await client.query(triggers('enable'));
      if (rowCount === 0) throw new Error(`Nothing was changed by: ${sql}`);
    },
    note: () => note(client),
    seal: () => sealAll(client),
    verify,
    faults: async () => (await verify()).faults,
    drop: async () => {
      await client.end();
      await database.drop();
    },
  };
}

const triggers = (what: 'enable' | 'disable'): string => `
  do $$ declare guarded regclass; begin
    for guarded in select distinct tgrelid::regclass from pg_trigger where not tgisinternal loop
      execute format('alter table %s ${what} trigger user', guarded);
    end loop;
  end $$`;

const NOTED = [
  'public.change',
  'history.org_unit',
  'history.seal',
  'history.seal_leaf',
  'history.seal_layout',
  'public.org_unit',
];

async function note(client: Client): Promise<() => Promise<void>> {
  const copyOf = (table: string): string => `noted_${table.replace('.', '_')}`;
  for (const table of NOTED)
    await client.query(`create temporary table ${copyOf(table)} as select * from ${table}`);
  return async () => {
    await client.query('begin; alter table org_unit disable trigger user');
    for (const table of NOTED)
      await client.query(`delete from ${table}; insert into ${table} select * from ${copyOf(table)}`);
    await client.query('alter table org_unit enable trigger user; commit');
  };
}

export const OFFICE = '00000000-0000-7000-8000-000000000001';
export const OTHER_OFFICE = '00000000-0000-7000-8000-000000000002';

/**
 * Makes five revisions of two offices: both are founded (r1), one is renamed (r2), both are renamed (r3), the other is
 * closed down (r4), the one is renamed again (r5).
 */
export async function historyOfTwoOffices({ client }: SealedHistory): Promise<void> {
  const office = 'insert into org_unit (id, key, kind, short_name, name)';
  for (const sql of [
    `${office} values ('${OFFICE}', 'a', 'office', 'A', 'Amt A'), ('${OTHER_OFFICE}', 'b', 'office', 'B', 'Amt B')`,
    `update org_unit set name = 'Amt A2' where key = 'a'`,
    `update org_unit set name = name || ' neu'`,
    `delete from org_unit where key = 'b'`,
    `update org_unit set name = 'Amt A3'`,
  ])
    await client.query(sql);
}
