import { NotFound, type Tx } from '../platform/index.js';
import type { ClaimedProject } from '../projects/index.js';

/** The tables whose rows belong to one project. */
export type MoneyTable =
  | 'need'
  | 'budget_line'
  | 'counter_funding'
  | 'follow_up_cost'
  | 'commitment_authorisation'
  | 'funding_grant'
  | 'gap_destination';

/**
 * Makes sure that a part exists and belongs to the claimed project.
 * @throws NotFound
 */
export async function requirePart(
  tx: Tx,
  table: MoneyTable,
  { id, project }: { id: string; project: ClaimedProject },
): Promise<void> {
  const rows = await tx.query(`select id from ${table} where id = $1 and project_id = $2`, [id, project.id]);
  if (rows.length === 0) throw new NotFound(table.replaceAll('_', '-'));
}
