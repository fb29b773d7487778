import type { Tx } from '../platform/index.js';

/** What a command needs to know of a unit or a body that it was given. */
export interface Referred {
  id: string;
  key: string;
}

/** Finds a unit of the administration by id or key; null when there is none. */
export async function orgUnitByRef(tx: Tx, ref: string): Promise<Referred | null> {
  const [found] = await tx.query<Referred>('select id, key from org_unit where id::text = $1 or key = $1', [
    ref,
  ]);
  return found ?? null;
}

/** Finds a council body by id or key; null when there is none. */
export async function councilBodyByRef(tx: Tx, ref: string): Promise<Referred | null> {
  const [found] = await tx.query<Referred>(
    'select id, key from council_body where id::text = $1 or key = $1',
    [ref],
  );
  return found ?? null;
}

/**
 * A select of the ids of units and of all units below them, for use inside a larger statement, live or as of a moment.
 * `roots` is a select of unit ids, such as `select $3::uuid`.
 */
export function unitsBelowSql(roots: string): string {
  return `
    with recursive below (id) as (
      select unit.id from org_unit unit where unit.id in (${roots})
      union
      select unit.id from org_unit unit join below on unit.parent_id = below.id
    )
    select id from below`;
}
