import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, MigrationExecutor } from 'typeorm';
import { StartError } from '../../config/index.js';
import { dataSourceOptions } from '../database/data-source.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import { PLAIN_VALUES, tablesOf } from './catalogue.js';
import { BackupRefused, checkBackup } from './check-backup.js';
import type { Manifest } from './manifest.js';

/**
 * Fills an empty database from a backup: all of it in one transaction, or nothing. The schema becomes that of the backup;
 * the migrations that have come since are for the next step.
 * @param ownerUrl address under the role that is to own the tables
 * @throws BackupRefused, StartError
 */
export async function restoreBackup({
  ownerUrl,
  from,
}: {
  ownerUrl: string;
  from: string;
}): Promise<Manifest> {
  const manifest = await checkBackup(
    from,
    MIGRATIONS.map(({ name }) => name),
  );
  const options = dataSourceOptions({ url: ownerUrl, poolSize: 2 });
  const dataSource = new DataSource({
    ...options,
    migrations: MIGRATIONS.filter(({ name }) => manifest.migrations.includes(name)),
    extra: { ...(options.extra as object), options: PLAIN_VALUES },
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await refuseFilled(client);
    await runner.startTransaction();
    const migrations = new MigrationExecutor(dataSource, runner);
    migrations.transaction = 'none';
    await migrations.executePendingMigrations();
    await load(client, { manifest, from });
    await runner.commitTransaction();
    await client.query('analyze');
    return manifest;
  } finally {
    // What was not committed is gone with its connection.
    await runner.release();
    await dataSource.destroy();
  }
}

async function refuseFilled(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(FILLED);
  const [found] = rows;
  if (found === undefined) return;
  throw new StartError(
    `The database is not empty (it has ${found.name}): a backup is restored into an empty one only, DATA_DIR or DATABASE_URL say which.`,
  );
}

/**
 * Rows are loaded without the triggers, which would write the history anew, and without foreign keys, which are made
 * again at the end and then look at every row.
 */
async function load(
  client: PoolClient,
  { manifest, from }: { manifest: Manifest; from: string },
): Promise<void> {
  await client.query('set constraints all immediate');
  const tables = await tablesOf(client);
  refuseOtherTables(tables, { manifest, from });
  const keys = (await client.query<ForeignKey>(FOREIGN_KEYS)).rows;
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  // Rows that migrations have made are in the backup as they have become.
  for (const { name } of tables) await client.query(`delete from ${name}`);
  for (const table of manifest.tables) {
    const rows = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
    await pipeline(createReadStream(join(from, table.file)), createGunzip(), rows);
    if (rows.rowCount !== table.rows) {
      throw new BackupRefused(from, [`${table.name} got ${rows.rowCount} rows of ${table.rows}.`]);
    }
  }
  for (const key of keys) await restoreKey(client, { key, from });
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
  for (const { name, value } of manifest.sequences)
    await client.query('select setval($1, $2)', [name, value]);
}

function refuseOtherTables(
  tables: readonly { name: string; columns: string[] }[],
  { manifest, from }: { manifest: Manifest; from: string },
): void {
  const shape = ({ name, columns }: { name: string; columns: string[] }): string =>
    `${name} (${columns.join(', ')})`;
  const made = new Set(tables.map(shape));
  const others = manifest.tables.map(shape).filter((table) => !made.has(table));
  if (others.length > 0) {
    throw new BackupRefused(
      from,
      others.map((table) => `The migrations of this version make no table ${table}.`),
    );
  }
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

async function restoreKey(
  client: PoolClient,
  { key, from }: { key: ForeignKey; from: string },
): Promise<void> {
  const { table, name, definition } = key;
  await client.query(`alter table ${table} add constraint ${name} ${definition}`).catch((error: unknown) => {
    const { code, detail } = error as { code?: string; detail?: string };
    if (code !== '23503') throw error;
    throw new BackupRefused(from, [`${name} does not hold: ${detail}`]);
  });
}

const FILLED = `
  select format('%s %I', case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end,
                n.nspname || '.' || c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   order by 1 limit 1`;

const FOREIGN_KEYS = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
   where contype = 'f' and connamespace in ('public'::regnamespace, 'history'::regnamespace)
   order by 1, 2`;
