import { readAmount } from '../../../shared/format/money';
import { directions, kinds, type Kind, type Need } from '../budget';

type Direction = Need['direction'];

/** A row of the sheet: what stands in its cells is kept as it was typed. */
export interface SheetRow {
  /** Of the record on the server; null for a new row. */
  id: string | null;
  cells: string[];
}

export interface Choice {
  value: string;
  /** What can be typed for it; the first is what is shown. */
  words: string[];
}

export interface SheetColumn {
  key: string;
  label: string;
  type: 'year' | 'amount' | 'choice' | 'text';
  required?: boolean;
  choices?: Choice[];
  longest?: number;
  /** May be below zero. */
  signed?: boolean;
}

export type CellFault = 'missing' | 'year' | 'amount' | 'negative' | 'choice' | 'tooLong';
export type CellValue = { value: string | number | null; fault?: undefined } | { fault: CellFault };

const years = { first: 2000, last: 2100 };
const most = 10_000_000_000_000;

/** What a cell says, or why it can't be read. */
export function readCell(column: SheetColumn, text: string, locale: string): CellValue {
  const plain = text.trim();
  if (plain === '') return column.required === true ? { fault: 'missing' } : { value: null };
  if (column.type === 'amount') return readMoney(plain, column, locale);
  if (column.type === 'year') {
    const year = /^\d{4}$/.test(plain) ? Number(plain) : 0;
    return year >= years.first && year <= years.last ? { value: year } : { fault: 'year' };
  }
  if (column.type === 'choice') {
    const found = column.choices?.find(({ words }) => words.some((word) => same(word, plain)));
    return found === undefined ? { fault: 'choice' } : { value: found.value };
  }
  return text.length > (column.longest ?? Infinity) ? { fault: 'tooLong' } : { value: plain };
}

/**
 * Reads an amount in the writing of the language; one that can't be read so at all in that of the other. What both
 * could mean, as "1,234" in German, is not guessed.
 */
function readMoney(text: string, { signed }: SheetColumn, locale: string): CellValue {
  const plain = text.replaceAll(/["„“”'’]/g, '');
  const own = readAmount(plain, locale);
  const read = own.fault === 'no-amount' ? readAmount(plain, locale === 'de' ? 'en' : 'de') : own;
  if (read.fault !== undefined || (read.cents !== null && Math.abs(read.cents) > most))
    return { fault: 'amount' };
  if (read.cents !== null && read.cents < 0 && signed !== true) return { fault: 'negative' };
  return { value: read.cents };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const isBlank = ({ id, cells }: SheetRow): boolean =>
  id === null && cells.every((cell) => cell.trim() === '');

const blank = (width: number): SheetRow => ({ id: null, cells: Array<string>(width).fill('') });

/** The rows with one empty row at their end, to go on typing in. */
export function withBlank(rows: readonly SheetRow[], width: number): SheetRow[] {
  const last = rows.at(-1);
  return last !== undefined && isBlank(last) ? [...rows] : [...rows, blank(width)];
}

/** The cells of what a spreadsheet puts on the clipboard: tabs and lines, cells with either in quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [whole, quoted, plain, end] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '' || whole === '') break;
    if (end !== '\t') rows.push([]);
    if (end !== '\t' && pattern.lastIndex === text.length) break;
  }
  return rows.filter((row) => row.length > 0);
}

/** Puts a block into the sheet from a cell on; what goes beyond the last row makes new rows. */
export function pasted(
  rows: readonly SheetRow[],
  at: { row: number; column: number },
  block: readonly string[][],
  width: number,
): SheetRow[] {
  const result = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const [down, cells] of block.entries()) {
    const row = (result[at.row + down] ??= blank(width));
    for (const [across, text] of cells.entries())
      if (at.column + across < width) row.cells[at.column + across] = text;
  }
  return result;
}

/**
 * Carries own entries over to what is there now: an own change of a cell stays, all else is as somebody else left it.
 * A row that was removed elsewhere but changed here comes back as a new one.
 */
export function carriedOver(
  base: readonly SheetRow[],
  own: readonly SheetRow[],
  now: readonly SheetRow[],
): SheetRow[] {
  const before = new Map(base.map((row) => [row.id, row]));
  const present = new Map(now.map((row) => [row.id, row]));
  const mine = own.flatMap((row) => {
    const old = row.id === null ? undefined : before.get(row.id);
    if (old === undefined) return [row];
    const theirs = present.get(row.id);
    const isChanged = row.cells.some((cell, index) => cell !== old.cells[index]);
    if (theirs === undefined) return isChanged ? [{ ...row, id: null }] : [];
    return [
      { ...row, cells: row.cells.map((cell, i) => (cell === old.cells[i] ? (theirs.cells[i] ?? '') : cell)) },
    ];
  });
  return [...mine.filter((row) => !isBlank(row)), ...now.filter(({ id }) => !before.has(id))];
}

export interface SheetSum {
  year: number;
  kind: Kind;
  direction: Direction;
  cents: number;
}

/** Sums by year, kind and direction of the rows that can be read, in whole cents. */
export function sumsOf(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  { amounts, locale }: { amounts: readonly string[]; locale: string },
): SheetSum[] {
  const sums = new Map<string, SheetSum>();
  for (const row of rows) {
    const read = (key: string): string | number | null => {
      const index = columns.findIndex((column) => column.key === key);
      const column = columns[index];
      const cell = column && readCell(column, row.cells[index] ?? '', locale);
      return cell?.fault === undefined ? (cell?.value ?? null) : null;
    };
    const year = read('year');
    const kind = kinds.find((one) => one === read('kind'));
    const direction = directions.find((one) => one === (read('direction') ?? 'expense'));
    if (typeof year !== 'number' || kind === undefined || direction === undefined) continue;
    const key = `${year} ${kind} ${direction}`;
    const sum = sums.get(key) ?? { year, kind, direction, cents: 0 };
    for (const amount of amounts) sum.cents += Number(read(amount) ?? 0);
    sums.set(key, sum);
  }
  return [...sums.values()].toSorted(
    (a, b) => a.year - b.year || b.kind.localeCompare(a.kind) || a.direction.localeCompare(b.direction),
  );
}
