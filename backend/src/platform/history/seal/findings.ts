import type { ClientBase, QueryResultRow } from 'pg';

/** So many faults of one kind are named; whoever finds more than that needs no longer list. */
const NAMED = 1000;

/** Runs a statement that finds faults and says each of them. */
export async function findings<Row extends QueryResultRow>(
  client: ClientBase,
  { sql, values = [] }: { sql: string; values?: unknown[] },
  say: (row: Row) => string,
): Promise<string[]> {
  const { rows } = await client.query<Row>(`${sql} limit ${NAMED + 1}`, values);
  const faults = rows.slice(0, NAMED).map(say);
  const last = faults.at(-1);
  return rows.length > NAMED && last !== undefined ? [...faults, `… and more after: ${last}`] : faults;
}
