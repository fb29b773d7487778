import { NotFound, type Tx } from '../platform/index.js';
import type { ClaimedProject } from '../projects/index.js';

/** The tables of what leads report and finance checks. */
export const REPORTED_TABLES = ['need', 'counter_funding', 'follow_up_cost'] as const;
export type ReportedTable = (typeof REPORTED_TABLES)[number];

/**
 * Whether finance checked the figure after it was last stated, as SQL on a row of one of the reported tables. What was
 * entered before reports were noted counts as checked once somebody has checked it. Source: product.md, Finance 7.
 */
export const isChecked = (row: string): string =>
  `coalesce(${row}.checked_at >= coalesce(${row}.reported_at, '-infinity'), false)`;

/**
 * Whether values change a figure of the project at all: only then it is reported anew, hence unchecked again.
 * @throws NotFound
 */
export async function saysAnythingNew(
  tx: Tx,
  table: ReportedTable,
  { id, project, values }: { id: string; project: ClaimedProject; values: object },
): Promise<boolean> {
  const [found] = await tx.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(part) as row from ${table} part where id = $1 and project_id = $2`,
    [id, project.id],
  );
  if (found === undefined) throw new NotFound(table.replaceAll('_', '-'));
  return Object.entries(values).some(
    ([key, value]) => value !== undefined && value !== found.row[columnOf(key)],
  );
}

function columnOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
