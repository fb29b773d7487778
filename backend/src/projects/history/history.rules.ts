/** A row as it was kept, by column; columns that only keep books are left out. */
export type KeptRow = Readonly<Record<string, string | number | boolean | null>>;

/** Readable names of the records that rows refer to, by id. */
export type NamesById = Readonly<Record<string, string | { de: string; en: string | null }>>;

/** A row before and after one change; null before it was there and after it went. */
export interface RowChange {
  record: string;
  recordId: string;
  before: KeptRow | null;
  after: KeptRow | null;
}

type Value = string | number | boolean | { de: string; en: string | null } | null;

/** One field that changed. */
export interface FieldChange {
  record: string;
  recordId: string;
  label: string | { de: string; en: string | null } | null;
  kind: 'added' | 'changed' | 'removed';
  field: string;
  before: Value;
  after: Value;
}

/**
 * Lists the fields that differ between two versions of a row. Of a row that came or went only fields that said
 * something are listed.
 */
export function fieldChangesOf(
  { record, recordId, before, after }: RowChange,
  names: NamesById,
): FieldChange[] {
  const columns = Object.keys(after ?? before ?? {});
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const part = {
    record,
    recordId,
    label: record === 'project' ? null : labelOf(after ?? before ?? {}, names),
    kind,
  };
  return columns
    .filter((column) => {
      const [old, now] = [before?.[column] ?? null, after?.[column] ?? null];
      return kind === 'changed' ? old !== now : (old ?? now ?? '') !== '';
    })
    .map((column) => ({
      ...part,
      kind,
      field: fieldOf(column),
      before: readable(before?.[column] ?? null, column, names),
      after: readable(after?.[column] ?? null, column, names),
    }));
}

/** `office_id` becomes `office`, `co2_kg_per_year` becomes `co2KgPerYear`. */
export function fieldOf(column: string): string {
  return column.replace(/_id$/, '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What tells one part from another of its kind: its title, else what it refers to, else its year and kind or its day. */
function labelOf(row: KeptRow, names: NamesById): FieldChange['label'] {
  const own = row.title ?? row.tag ?? row.free_text;
  if (typeof own === 'string') return own;
  const year = row.year === undefined ? [] : [row.year, row.kind, row.direction ?? row.source];
  if (year.length > 0) return year.filter((word) => word !== undefined).join(' ');
  const reference = Object.keys(row).find((column) => column.endsWith('_id') && row[column] !== null);
  const name = reference === undefined ? undefined : names[String(row[reference])];
  if (name !== undefined && row.reported_on === undefined) return name;
  return typeof row.reported_on === 'string' ? row.reported_on : null;
}

function readable(value: KeptRow[string], column: string, names: NamesById): Value {
  return typeof value === 'string' && column.endsWith('_id') ? (names[value] ?? value) : value;
}
