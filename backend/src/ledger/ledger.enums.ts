/** The amounts of a budget line that a file can set. */
export const LEDGER_AMOUNTS = [
  'appropriation',
  'amendments',
  'carryOver',
  'committed',
  'actual',
  'forecast',
] as const;
export type LedgerAmount = (typeof LEDGER_AMOUNTS)[number];

/** Amounts that a line can't have below zero. */
export const NEVER_NEGATIVE: ReadonlySet<LedgerAmount> = new Set(['appropriation', 'committed', 'forecast']);

/** By what rows of a file find their budget line. */
export const MATCH_WAYS = ['account', 'name'] as const;
export type MatchWay = (typeof MATCH_WAYS)[number];

/** How text became bytes. UTF-16 is what Excel calls "Unicode text". */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What stands between two cells of a text file. */
export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How amounts are written: 1.234,56 or 1,234.56. */
export const NUMBER_STYLES = ['german', 'international'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

export const FILE_TYPES = ['csv', 'xlsx'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** How far an import has come: without a file, receiving it, to be set up, being checked, checked, being applied, applied, being undone, undone. */
export const IMPORT_STATES = [
  'new',
  'receiving',
  'draft',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What became of a row: it changes something, says what is so already, can't be used, or is a sum of others. */
export const ROW_OUTCOMES = ['changes', 'unchanged', 'rejected', 'total', 'subtotal'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Why a row can't be used. */
export const ROW_FAULTS = [
  'key-missing',
  'year-unreadable',
  'kind-unreadable',
  'direction-unreadable',
  'amount-unreadable',
  'amount-is-percent',
  'amount-is-date',
  'amount-is-formula',
  'amount-too-precise',
  'amount-too-large',
  'no-amount',
  'account-unknown',
  'name-unknown',
  'no-line-that-year',
  'several-lines',
  'sum-negative',
  'sum-too-large',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** What undoing an import did to a line that it had changed. */
export const UNDO_OUTCOMES = ['restored', 'changed-since', 'line-removed'] as const;
export type UndoOutcome = (typeof UNDO_OUTCOMES)[number];

/** What went wrong with the work and not with the file: lines changed since the check, or the work broke off. */
export const WORK_FAULTS = ['lines-changed', 'broken-off'] as const;

/** Whether a fault is one of the file, which then can't be checked. */
export function isOfFile(fault: string | null): boolean {
  return fault !== null && !(WORK_FAULTS as readonly string[]).includes(fault);
}
