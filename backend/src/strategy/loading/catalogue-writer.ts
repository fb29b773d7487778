import { newId, type Tx } from '../../platform/index.js';

/**
 * A catalogue table. The loader writes plain SQL by name, because it fills tables of several features, organisation
 * and budget among them, which it does not know.
 */
export interface CatalogueTable {
  name: string;
  /** What makes an entry the same entry: a unique constraint. */
  key: readonly string[];
  /** The other columns that a file says something about. */
  columns: readonly string[];
  /** Columns that are set when a row is added and stay as they are from then on. */
  fixed?: readonly string[];
}

/** A row by column name; `id` only where other rows of the same file refer to it. */
export type CatalogueRow = Record<string, unknown>;

/** The ids of the rows that were added and changed. */
export interface Written {
  added: string[];
  changed: string[];
}

/** Adds what is new and changes what differs; a row that is as the file has it is not touched, so it makes no history. */
export async function upsert(tx: Tx, table: CatalogueTable, rows: readonly CatalogueRow[]): Promise<Written> {
  const { name, key, columns, fixed = [] } = table;
  const all = ['id', ...key, ...columns, ...fixed].join(', ');
  const written = await tx.query<{ id: string; added: boolean }>(
    `insert into ${name} (${all})
     select ${all} from jsonb_populate_recordset(null::${name}, $1::jsonb)
     on conflict (${key.join(', ')}) do update
       set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${columns.map((column) => `${name}.${column}`).join(', ')})
           is distinct from (${columns.map((column) => `excluded.${column}`).join(', ')})
     returning id, xmax = 0 as added`,
    [JSON.stringify(rows.map((row) => ({ id: newId(), ...row })))],
  );
  return {
    added: written.filter(({ added }) => added).map(({ id }) => id),
    changed: written.filter(({ added }) => !added).map(({ id }) => id),
  };
}

/** A table whose entries have a validity. */
export type ClosableTable = 'corridor_theme' | 'supported_goal' | 'org_unit' | 'council_body';

/** Ends the validity of what the file has no more: it stays, with its last day. Returns how many. */
export async function closeMissing(
  tx: Tx,
  table: ClosableTable,
  { keys, lastDay }: { keys: readonly unknown[]; lastDay: string },
): Promise<number> {
  const closed = await tx.query<{ id: string }>(
    `update ${table} set valid_to = $2 where key <> all ($1::text[]) and (valid_to is null or valid_to > $2::date)
     returning id`,
    [keys, lastDay],
  );
  return closed.length;
}

/** Removes what a strategy edition has no more; its history stays. Returns how many. */
export async function removeMissing(
  tx: Tx,
  table: 'design_principle' | 'action_field' | 'digital_agenda',
  { strategyId, keys }: { strategyId: string; keys: readonly string[] },
): Promise<number> {
  const removed = await tx.query<{ id: string }>(
    `delete from ${table} where strategy_id = $1 and key <> all ($2::text[]) returning id`,
    [strategyId, keys],
  );
  return removed.length;
}
