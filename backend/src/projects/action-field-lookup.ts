import type { Tx } from '../platform/index.js';

/**
 * Finds an action field for a project: by its id, or by its key in the strategy edition of the project's primary
 * action field. Null when there is none.
 */
export async function actionFieldFor(tx: Tx, projectId: string, ref: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from action_field
      where id::text = $1
         or (key = $1 and strategy_id = (
              select own.strategy_id from project p join action_field own on own.id = p.primary_action_field_id
               where p.id = $2))`,
    [ref, projectId],
  );
  return row?.id ?? null;
}
