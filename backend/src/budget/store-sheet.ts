import { newId, type Tx } from '../platform/index.js';
import type { ClaimedProject } from '../projects/index.js';
import type { SheetDifference } from './sheet.rules.js';

/** A table that is entered as a sheet: the key of each value, and its column. */
export interface SheetTable {
  name: 'need' | 'budget_line';
  columns: Readonly<Record<string, string>>;
}

/** The rows of a project, by id, with the values that a sheet has. */
export async function rowsOf<Values>(
  tx: Tx,
  { name, columns }: SheetTable,
  project: ClaimedProject,
): Promise<Map<string, Values>> {
  const values = Object.entries(columns).map(([key, column]) => `${column} as "${key}"`);
  const rows = await tx.query<Values & { id: string }>(
    `select id, ${values.join(', ')} from ${name} where project_id = $1 order by id`,
    [project.id],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row as unknown as Values]));
}

/** Writes what differs: one statement for what goes, one for what changes and one for what comes. */
export async function storeDifference(
  tx: Tx,
  { name, columns }: SheetTable,
  {
    project,
    difference,
    stamp = {},
  }: { project: ClaimedProject; difference: SheetDifference<object>; stamp?: Record<string, string> },
): Promise<void> {
  const { added, changed, removed } = difference;
  const written = [...Object.values(columns), ...Object.keys(stamp)];
  const toColumns = (row: object): object => ({ ...columnsOf(row, columns), ...stamp });
  if (removed.length > 0) await tx.query(`delete from ${name} where id = any($1::uuid[])`, [removed]);
  if (changed.length > 0)
    await tx.query(
      `update ${name} part set ${written.map((column) => `${column} = sent.${column}`).join(', ')}
         from jsonb_populate_recordset(null::${name}, $1::jsonb) sent where part.id = sent.id`,
      [JSON.stringify(changed.map((row) => ({ id: row.id, ...toColumns(row) })))],
    );
  if (added.length > 0)
    await tx.query(
      `insert into ${name} (id, project_id, ${written.join(', ')})
       select id, project_id, ${written.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [JSON.stringify(added.map((row) => ({ id: newId(), project_id: project.id, ...toColumns(row) })))],
    );
}

function columnsOf(row: object, columns: SheetTable['columns']): object {
  const values = row as Record<string, unknown>;
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [column, values[key]]));
}
