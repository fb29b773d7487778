/** One fault of a strategy file or of the table of units that it names. */
export interface FileFault {
  /** Name of the file. */
  file: string;
  /** JSON pointer; in a table the name of the column; empty when it is about the whole file. */
  pointer: string;
  /** Counted from 1; null when it is about the whole file. */
  line: number | null;
  column: number | null;
  code: FaultCode;
  params: FaultParams;
}

export type FaultParams = Record<string, string | number>;

const MESSAGES = {
  'file-unreadable': 'the file can not be read: {reason}',
  'not-utf-8': 'the file is not written in UTF-8',
  'json-malformed': '{expected} expected here',
  'csv-malformed': 'the table can not be read: {reason}',
  'member-twice': 'stands twice in its object',
  missing: 'is missing',
  'wrong-type': 'must be {expected}',
  empty: 'is empty',
  'too-long': 'is longer than {limit} characters',
  'out-of-range': 'must be a whole number from {min} to {max}',
  'not-a-day': 'must be a calendar day like 2026-11-23',
  'not-allowed': 'must be one of: {allowed}',
  'null-character': 'holds a null character',
  'key-malformed': 'must be lower-case letters and digits, in words joined by hyphens',
  'key-twice': 'the key "{key}" stands twice in this list',
  'order-twice': 'the order {order} stands twice in this list',
  'count-wrong': 'must have {count} entries, one per score from 0 to 4',
  'ends-before-start': 'must not lie before the start',
  'more-than-two-years': 'must cover one or two years',
  'column-missing': 'the column "{name}" is missing',
  'column-unknown': 'there is no column "{name}" in this table',
  'column-twice': 'the column "{name}" stands twice',
  'cells-wrong': 'has {found} cells instead of {expected}',
  'parent-unknown': 'no unit has the key "{parent}"',
  'parent-cycle': 'the unit lies below itself: {path}',
  'edition-before-newest': 'edition {newest} is loaded already; a new edition needs a higher number',
  'principle-in-use':
    'the principle "{key}" is missing, but {projects} projects are scored by it; use a new edition',
  'action-field-in-use':
    'the field of action "{key}" is missing, but {projects} projects are in it; use a new edition',
  'agenda-in-use': 'the agenda "{key}" is missing, but {projects} projects are in it',
  'agenda-of-other-strategy': 'the agenda "{key}" belongs to the strategy "{strategy}"',
} as const;

export type FaultCode = keyof typeof MESSAGES;

/** Says a fault in one line: where it is, and what it is. */
export function describeFault({ file, pointer, line, column, code, params }: FileFault): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  const message = MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'));
  return [place, pointer, message].filter((part) => part !== '').join('  ');
}
