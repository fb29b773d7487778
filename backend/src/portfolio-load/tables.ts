import type { PoolClient } from 'pg';

/** Tables without what slows a load down, until they are restored. */
export interface BareTables {
  /** Columns of a table that can be written, in order. */
  columns: (table: string) => readonly string[];
  /** Makes the indexes again and turns the triggers on. */
  restore: () => Promise<void>;
}

/**
 * Turns the triggers of tables off and drops those indexes of their twins and of the read model that no constraint
 * needs; an index that is made at the end is made in one go. All of it ends with the transaction.
 */
export async function bareTables(client: PoolClient, tables: readonly string[]): Promise<BareTables> {
  const columns = await columnsByTable(client, tables);
  const indexes = await client.query<{ name: string; definition: string }>(INDEXES, [tables]);
  for (const table of tables) await client.query(`alter table public.${table} disable trigger user`);
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return {
    columns: (table) => columns.get(table) ?? [],
    restore: async () => {
      for (const { definition } of indexes.rows) await client.query(definition);
      for (const table of tables) await client.query(`alter table public.${table} enable trigger user`);
    },
  };
}

async function columnsByTable(client: PoolClient, tables: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relname = any ($1)
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname`,
    [tables],
  );
  return new Map(rows.map((row) => [row.table, row.columns]));
}

const INDEXES = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
   where c.relname = any ($1) and not i.indisunique
     and (n.nspname = 'history' or (n.nspname = 'public' and c.relname in ('project', 'project_overview')))`;
