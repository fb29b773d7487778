import type { Fault } from '../platform/index.js';

/** What of a unit is judged. */
export interface UnitShape {
  /** Absent for a unit that is only being made. */
  id?: string;
  parentId: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** A unit of the tree as it is now. */
export interface UnitInTree {
  id: string;
  parentId: string | null;
}

/** Lists everything that is wrong with a unit in its tree. */
export function faultsOfUnit(unit: UnitShape, tree: readonly UnitInTree[]): Fault[] {
  const faults: Fault[] = [];
  const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  if (unit.parentId !== null && !parents.has(unit.parentId))
    faults.push({ pointer: '/parentId', code: 'reference-unknown' });
  else if (unit.id !== undefined && isAbove(unit.id, unit.parentId, parents))
    faults.push({ pointer: '/parentId', code: 'org-unit.below-itself' });
  if (unit.validFrom !== null && unit.validTo !== null && unit.validTo < unit.validFrom)
    faults.push({ pointer: '/validTo', code: 'org-unit.ends-before-start' });
  return faults;
}

/** Whether the way up from a unit, that unit included, leads past another one. */
function isAbove(id: string, from: string | null, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
