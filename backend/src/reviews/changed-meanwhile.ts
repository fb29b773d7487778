import { ChangedMeanwhile, type Tx } from '../platform/index.js';

/** Says who changed a record of this feature since it was read. */
export async function changedMeanwhile(
  tx: Tx,
  table: 'review_session' | 'review_item' | 'review_condition',
  { id, version }: { id: string; version: number },
): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select person.display_name as "changedBy", change.at as "changedAt", change.command
       from history.${table} kept
       join change on change.rev = kept.from_rev
       left join person on person.id = change.actor_id
      where kept.id = $1 and kept.to_rev = 9223372036854775807`,
    [id],
  );
  return new ChangedMeanwhile({ version, ...last });
}
