import type { Fault } from '../platform/index.js';

/** A row of a sheet as it is sent: without an id it is new. */
export interface SheetRow {
  id?: string;
}

/** What a sheet means for the rows that are there. */
export interface SheetDifference<Values> {
  added: Values[];
  changed: (Values & { id: string })[];
  removed: string[];
}

/** Ids that stand twice in a sheet, or that name no row of this project, each at its row. */
export function faultsOfIds(rows: readonly SheetRow[], present: ReadonlySet<string>): Fault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    const pointer = `/rows/${index}/id`;
    if (seen.has(id)) return [{ pointer, code: 'row-twice' }];
    seen.add(id);
    return present.has(id) ? [] : [{ pointer, code: 'row-unknown' }];
  });
}

/** Compares a sheet with the rows that are there: only what differs in one of the values is changed. */
export function sheetDifference<Values extends object>(
  rows: readonly (Values & SheetRow)[],
  present: ReadonlyMap<string, Values>,
): SheetDifference<Values> {
  const kept = new Set(rows.map(({ id }) => id));
  return {
    added: rows.filter(({ id }) => id === undefined),
    changed: rows.filter(
      (row): row is Values & { id: string } => row.id !== undefined && differs(row, present.get(row.id)),
    ),
    removed: [...present.keys()].filter((id) => !kept.has(id)),
  };
}

/** Whether there is nothing to write. */
export function isUnchanged({ added, changed, removed }: SheetDifference<unknown>): boolean {
  return added.length + changed.length + removed.length === 0;
}

function differs<Values extends object>(row: Values, present: Values | undefined): boolean {
  return (
    present === undefined ||
    Object.entries(present).some(([key, value]) => value !== (row as Record<string, unknown>)[key])
  );
}
