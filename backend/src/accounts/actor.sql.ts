import type { Actor, Permission, Role } from '../platform/index.js';

/** What {@link RIGHTS_COLUMNS} select. */
export interface RightsRow {
  person_id: string;
  roles: Role[];
  office_id: string | null;
  office_ids: string[];
  is_secretary: boolean;
  stands_in_for: string[];
}

/**
 * What rights depend on, of the person `p` of a larger statement. Standing in counts for leads alone: nobody gains by it
 * what the other one has lost.
 */
export const RIGHTS_COLUMNS = `
  p.id as person_id, p.roles, p.office_id, p.is_secretary,
  array(select lead.id from person lead
         where lead.deputy_id = p.id and lead.left_at is null and 'project-lead' = any (lead.roles)) as stands_in_for,
  case when p.office_id is null then '{}'::uuid[] else array(
    with recursive unit as (
      select p.office_id as id
      union
      select u.id from org_unit u join unit on u.parent_id = unit.id
    )
    select id from unit
  ) end as office_ids`;

/** The person of a row, with the given permissions. */
export function actorOf(row: RightsRow, permissions: ReadonlySet<Permission>): Actor {
  return {
    personId: row.person_id,
    roles: row.roles,
    permissions,
    officeId: row.office_id,
    officeIds: row.office_ids,
    isSecretary: row.is_secretary,
    standsInFor: row.stands_in_for,
  };
}
