import type { OrgUnit } from '../../../api/use-org-units';

export type { OrgUnit };

/** A unit and how deep it stands in the tree. */
export interface Branch {
  unit: OrgUnit;
  depth: number;
}

/** The units in the order of the tree: each one followed by those below it. */
export function treeOf(units: readonly OrgUnit[]): Branch[] {
  const known = new Set(units.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): Branch[] =>
    units
      .filter((unit) => (known.has(unit.parentId ?? '') ? unit.parentId : null) === parentId)
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** A unit and all below it: none of them can stand above it. */
export function withAllBelow(id: string, units: readonly OrgUnit[]): Set<string> {
  const found = new Set([id]);
  for (const unit of treeOf(units)) {
    if (unit.unit.parentId !== null && found.has(unit.unit.parentId)) found.add(unit.unit.id);
  }
  return found;
}
