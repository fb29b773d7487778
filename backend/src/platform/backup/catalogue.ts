import type { ClientBase } from 'pg';
import { LEFT_OUT } from './manifest.js';

/** A table that holds data, with the columns that can be written. Names are quoted as SQL needs it. */
export interface DataTable {
  name: string;
  columns: string[];
}

/** Settings of a connection under which values are written and read the same, whatever the server's own are. */
export const PLAIN_VALUES =
  '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=1 -c bytea_output=hex';

/** Finds all tables whose rows belong into a backup, in a fixed order. */
export async function tablesOf(client: ClientBase): Promise<DataTable[]> {
  const { rows } = await client.query<DataTable>(TABLES, [[...LEFT_OUT, 'public.schema_migration']]);
  return rows;
}

/** Finds the sequences that tables and revisions are numbered by. */
export async function sequencesOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES);
  return rows.map(({ name }) => name);
}

/** Lists the migrations that were run, in their order. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from public.schema_migration order by id',
  );
  return rows.map(({ name }) => name);
}

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
         array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where n.nspname in ('public', 'history') and c.relkind = 'r'
     and n.nspname || '.' || c.relname <> all ($1)
     and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   group by n.nspname, c.relname
   order by 1`;

/** That of the list of migrations is moved by the migrations themselves. */
const SEQUENCES = `
  select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('public', 'history') and c.relkind = 'S' and c.relname <> 'schema_migration_id_seq'
   order by 1`;
