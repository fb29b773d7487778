import { LEDGER_AMOUNTS, type LedgerAmount, type MatchWay, type NumberStyle } from '../ledger.enums.js';
import { type Cell, readAmount } from './amount.rules.js';

/** What a file's columns are, and what stands in none of them. Columns are called by their heading. */
export interface LedgerMapping {
  matchBy: MatchWay;
  /** Account assignment, or name of a project or line. */
  keyColumn: string | null;
  yearColumn: string | null;
  kindColumn: string | null;
  directionColumn: string | null;
  /** For all rows, where no column says it. */
  year: number | null;
  kind: 'operating' | 'capital' | null;
  direction: 'expense' | 'revenue' | null;
  /** Only lines of this budget. */
  budgetId: string | null;
  amounts: Record<LedgerAmount, string | null>;
}

/** Text of a cell as a person reads it. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/**
 * Finds the row with the headings: the first that is nearly as wide as the widest and holds no amount. Ledgers like to
 * write titles and dates above it. Counted from 0; null when there is none.
 */
export function headerRowOf(rows: readonly (readonly Cell[])[], style: NumberStyle): number | null {
  const widths = rows.map((row) => row.filter((cell) => textOf(cell) !== '').length);
  const widest = Math.max(0, ...widths);
  if (widest === 0) return null;
  const found = rows.findIndex(
    (row, index) =>
      (widths[index] ?? 0) >= Math.max(1, widest * 0.6) &&
      row.every((cell) => textOf(cell) === '' || isHeading(cell, style)),
  );
  return found === -1 ? null : found;
}

function isHeading(cell: Cell, style: NumberStyle): boolean {
  if (typeof cell !== 'string') return false;
  const { cents, fault } = readAmount(cell, style);
  return cents === null && fault === 'amount-unreadable';
}

/** Gives each column one name of its own: its heading; a second one of the same name is counted, one without is numbered. */
export function columnNames(headings: readonly Cell[]): string[] {
  const used = new Set<string>();
  return headings.map((heading, index) => {
    const own = textOf(heading).replaceAll(/\s+/g, ' ').slice(0, 100) || `#${index + 1}`;
    let name = own;
    for (let count = 2; used.has(name); count += 1) name = `${own} (${count})`;
    used.add(name);
    return name;
  });
}

const WORDS: Record<LedgerAmount | 'account' | 'name' | 'year' | 'kind' | 'direction', RegExp> = {
  account:
    /kontierung|\bpsp\b|psp-element|kostenstelle|innenauftrag|\bauftrag\b|account.?assignment|cost.?cent/i,
  name: /projekt|ma(?:ß|ss)nahme|vorhaben|bezeichnung|\bname\b|\btitel\b|\btitle\b/i,
  year: /\bjahr\b|haushaltsjahr|gesch(?:ä|ae)ftsjahr|\bgj\b|\bhhj\b|\byear\b/i,
  kind: /haushaltsart|^haushalt$|\bart\b|ergebnis-?\/|\bkind\b/i,
  direction: /aufwand\/ertrag|richtung|direction/i,
  appropriation: /ansatz|geplant|\bplan\b|planwert|appropriation|budget\b/i,
  amendments: /nachtrag|\bü?pl\b|apl|umschichtung|amendment/i,
  carryOver: /ü(?:bertrag|bertragung)|erm(?:ä|ae)chtigungs|haushaltsrest|carry.?over/i,
  committed: /obligo|bestellt|gebunden|committed|commitment/i,
  actual: /\bist\b|tats(?:ä|ae)chlich|gebucht|\bactual/i,
  forecast: /prognose|hochrechnung|erwartet|forecast/i,
};

/** Guesses by the headings which column is what; every column is one thing at most. */
export function mappingOf(columns: readonly string[]): LedgerMapping {
  const free = new Set(columns);
  const take = (what: keyof typeof WORDS): string | null => {
    const found = columns.find((column) => free.has(column) && WORDS[what].test(column)) ?? null;
    if (found !== null) free.delete(found);
    return found;
  };
  const account = take('account');
  const [yearColumn, kindColumn, directionColumn] = [take('year'), take('kind'), take('direction')];
  const amounts = Object.fromEntries(
    LEDGER_AMOUNTS.map((amount) => [amount, null]),
  ) as LedgerMapping['amounts'];
  // Actual before appropriation: „tatsächliche Ausgaben" of a plan is no plan.
  for (const amount of [
    'actual',
    'carryOver',
    'amendments',
    'committed',
    'forecast',
    'appropriation',
  ] as const)
    amounts[amount] = take(amount);
  return {
    matchBy: account === null ? 'name' : 'account',
    keyColumn: account ?? take('name'),
    yearColumn,
    kindColumn,
    directionColumn,
    year: null,
    kind: null,
    direction: null,
    budgetId: null,
    amounts,
  };
}

/** A mapping for a file that may lack some of its columns: those are open again. */
export function fittingMapping(kept: LedgerMapping, columns: readonly string[]): LedgerMapping {
  return withColumns(kept, (column) => (column !== null && columns.includes(column) ? column : null));
}

/** The mapping of a source for its next file; when none of its columns is there, what their headings say. */
export function nextMapping(kept: LedgerMapping | null, columns: readonly string[]): LedgerMapping {
  const guessed = mappingOf(columns);
  if (kept === null) return guessed;
  const fitting = fittingMapping(kept, columns);
  if (fitting.keyColumn !== null) return fitting;
  const { year, kind, direction, budgetId } = kept;
  return { ...guessed, year: guessed.yearColumn === null ? year : null, kind, direction, budgetId };
}

function withColumns(
  mapping: LedgerMapping,
  change: (column: string | null) => string | null,
): LedgerMapping {
  return {
    ...mapping,
    keyColumn: change(mapping.keyColumn),
    yearColumn: change(mapping.yearColumn),
    kindColumn: change(mapping.kindColumn),
    directionColumn: change(mapping.directionColumn),
    amounts: Object.fromEntries(
      LEDGER_AMOUNTS.map((amount) => [amount, change(mapping.amounts[amount])]),
    ) as LedgerMapping['amounts'],
  };
}

/** What is missing before a file can be checked, as pointers into the mapping. */
export function missingInMapping(mapping: LedgerMapping): { pointer: string; code: string }[] {
  const faults: { pointer: string; code: string }[] = [];
  if (mapping.keyColumn === null) faults.push({ pointer: '/mapping/keyColumn', code: 'ledger-key-missing' });
  if (mapping.yearColumn === null && mapping.year === null)
    faults.push({ pointer: '/mapping/year', code: 'ledger-year-missing' });
  if (LEDGER_AMOUNTS.every((amount) => mapping.amounts[amount] === null))
    faults.push({ pointer: '/mapping/amounts', code: 'ledger-amount-missing' });
  return faults;
}

/** Columns that a mapping names and a file does not have, and columns that it names twice. */
export function faultsOfMapping(
  mapping: LedgerMapping,
  columns: readonly string[],
): { pointer: string; code: string; params?: Record<string, unknown> }[] {
  const named: [pointer: string, column: string | null][] = [
    ['/mapping/keyColumn', mapping.keyColumn],
    ['/mapping/yearColumn', mapping.yearColumn],
    ['/mapping/kindColumn', mapping.kindColumn],
    ['/mapping/directionColumn', mapping.directionColumn],
    ...LEDGER_AMOUNTS.map((amount): [string, string | null] => [
      `/mapping/amounts/${amount}`,
      mapping.amounts[amount],
    ]),
  ];
  const seen = new Set<string>();
  return named.flatMap(([pointer, column]) => {
    if (column === null) return [];
    if (!columns.includes(column)) return [{ pointer, code: 'ledger-column-unknown', params: { column } }];
    if (seen.has(column)) return [{ pointer, code: 'ledger-column-twice', params: { column } }];
    seen.add(column);
    return [];
  });
}
