import type { ClientBase } from 'pg';
import type { SealLayout } from './hashes.sql.js';

/** A tracked table as it stands, or one that is gone and has seals. */
export interface TrackedTable {
  name: string;
  /** What its twin keeps, less the two revisions and what is computed; empty when the twin is gone. */
  twinColumns: string[];
  /** What the live table has of it. */
  liveColumns: string[];
}

/** What there is to verify. */
export interface Inventory {
  sealedUpTo: number;
  unsealed: number;
  head: string | null;
  /** How many versions are sealed. */
  versions: number;
  layouts: SealLayout[];
  tables: TrackedTable[];
}

/** The database has no seals: the server of this version has not run on it yet. */
export class HistoryNotSealed extends Error {
  constructor() {
    super('The database keeps no seals yet: start the server of this version once.');
  }
}

/**
 * Takes stock of seals and tables.
 * @throws HistoryNotSealed
 */
export async function inventoryOf(client: ClientBase): Promise<Inventory> {
  const there = await client.query("select where to_regclass('history.seal') is not null");
  if (there.rowCount === 0) throw new HistoryNotSealed();
  const { rows } = await client.query<{
    sealedUpTo: string | null;
    head: string | null;
    unsealed: string;
    versions: string;
  }>(`
    select newest.rev as "sealedUpTo", encode(newest.head, 'hex') as head,
           (select count(*) from public.change where rev > coalesce(newest.rev, 0)) as unsealed,
           (select count(opened) from history.seal_leaf) as versions
      from (select) one left join (select rev, head from history.seal order by rev desc limit 1) newest on true`);
  const layouts = await client.query<SealLayout>(`
    select id, tracked, columns, types, since_rev::float8 as "sinceRev", earlier
      from history.seal_layout order by tracked collate "C", since_rev`);
  const tables = await client.query<TrackedTable>(TABLES);
  return {
    sealedUpTo: Number(rows[0]?.sealedUpTo ?? 0),
    unsealed: Number(rows[0]?.unsealed ?? 0),
    head: rows[0]?.head ?? null,
    versions: Number(rows[0]?.versions ?? 0),
    layouts: layouts.rows,
    tables: tables.rows,
  };
}

const columnsOf = (schema: string): string => `
  array(select attname::text from pg_attribute
         where attrelid = to_regclass(format('${schema}.%I', name)) and attnum > 0 and not attisdropped
           and attgenerated = '' and attname not in ('from_rev', 'to_rev') order by attname)`;

/** A twin is known by its revisions, a lost one by its layouts. */
const TABLES = `
  select name, ${columnsOf('history')} as "twinColumns", ${columnsOf('public')} as "liveColumns"
    from (select relname::text as name from pg_class c
           where relnamespace = 'history'::regnamespace and relkind = 'r'
             and exists (select from pg_attribute where attrelid = c.oid and attname = 'to_rev')
          union select tracked from history.seal_layout where tracked <> 'change') tracked
   order by name collate "C"`;
