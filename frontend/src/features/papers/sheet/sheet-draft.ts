import type { CoverSheet, SheetEntries, SheetField, SheetValues } from '../papers';
import { SHEET_FIELDS } from './sheet-fields';

/** A field that somebody else filled in or changed meanwhile. */
export interface Arrival {
  field: SheetField;
  /** What the other entered; undefined when the field is filled from the projects again. */
  theirs: SheetValues[SheetField] | undefined;
  /** The same field was changed here, and what was typed here stands. */
  isConflict: boolean;
}

/** What of a sheet was entered by hand. */
export function entriesOf({ values, entered }: Pick<CoverSheet, 'values' | 'entered'>): SheetEntries {
  return Object.fromEntries(entered.map((field) => [field, values[field]]));
}

/** What the sheet prints: what was entered stands against what the projects say. */
export function valuesWith(fromProjects: SheetValues, entries: SheetEntries): SheetValues {
  return { ...fromProjects, ...entries };
}

/** The entries after a field got a value. What the projects say anyhow goes on being filled from them. */
export function withEntry(
  entries: SheetEntries,
  { field, value, fromProjects }: { field: SheetField; value: unknown; fromProjects: SheetValues },
): SheetEntries {
  const content = typeof value === 'string' && value.trim() === '' ? null : value;
  return (content ?? null) === fromProjects[field]
    ? withoutEntry(entries, field)
    : { ...entries, [field]: content };
}

/** The entries with a field that is filled from the projects again. */
export function withoutEntry(entries: SheetEntries, field: SheetField): SheetEntries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== field));
}

/** The fields in which two states of the entries differ. */
export function differingFields(one: SheetEntries, other: SheetEntries): SheetField[] {
  return SHEET_FIELDS.filter((field) => one[field] !== other[field]);
}

/** Brings what was saved elsewhere together with what was typed here, which stands where both changed a field. */
export function mergeEntries(states: { base: SheetEntries; mine: SheetEntries; theirs: SheetEntries }): {
  entries: SheetEntries;
  arrivals: Arrival[];
} {
  const { base, mine, theirs } = states;
  const typed = new Set(differingFields(base, mine));
  const arrived = differingFields(base, theirs).filter((field) => theirs[field] !== mine[field]);
  const sources = SHEET_FIELDS.map(
    (field) => [field, typed.has(field) ? mine[field] : theirs[field]] as const,
  );
  return {
    entries: Object.fromEntries(sources.filter(([, value]) => value !== undefined)),
    arrivals: arrived.map((field) => ({ field, theirs: theirs[field], isConflict: typed.has(field) })),
  };
}
