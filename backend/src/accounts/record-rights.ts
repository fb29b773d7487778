import type { Tx } from '../platform/index.js';

/** Copies a person's present rights to where their history is kept; call it in every transaction that changes them. */
export async function recordRights(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `insert into person_rights (id, version, roles, office_id, is_secretary, deputy_id, has_left)
     select id, version, roles, office_id, is_secretary, deputy_id, left_at is not null from person where id = $1
     on conflict (id) do update set version = excluded.version, roles = excluded.roles, office_id = excluded.office_id,
       is_secretary = excluded.is_secretary, deputy_id = excluded.deputy_id, has_left = excluded.has_left`,
    [personId],
  );
}
