import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre';

/** A sheet of a workbook: its columns with what they hold, then rows as wide as the columns. */
export interface Sheet {
  name: string;
  columns: SheetColumn[];
  rows: SheetCell[][];
  /** Its heads offer to filter and sort. */
  isFiltered?: boolean;
}

/** Text is written as text, whatever it looks like. */
export interface SheetColumn {
  heading: string;
  width: number;
  holds: 'text' | 'number' | 'euros' | 'percent' | 'day' | 'instant';
}

/**
 * Euros come in cents, a percentage as a share of 1, days as `YYYY-MM-DD`, instants as `YYYY-MM-DD HH:MM` where they are
 * read. A formula is one of our own, never made of what somebody typed.
 */
export type SheetCell = string | number | null | SheetFormula;

export interface SheetFormula {
  /** Without the sign in front. */
  formula: string;
  /** What it comes to, as any other cell of its column. */
  result: string | number | null;
}

const FORMATS = {
  text: '@',
  number: '0',
  euros: '#,##0.00 "€"',
  percent: '0.0 %',
  day: 'dd.mm.yyyy',
  instant: 'dd.mm.yyyy hh:mm',
} as const;

/** Writes a workbook whose heads stay in view; the same sheets and instant give the same bytes. */
export async function writeWorkbook(title: string, sheets: Sheet[], at: string): Promise<Buffer> {
  const made = new Date(at);
  const file = await writeXlsx({
    properties: { title, created: made, modified: made },
    sheets: sheets.map(written),
  });
  return Buffer.from(file);
}

function written({ name, columns, rows, isFiltered = false }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>(
    columns.map((_, index) => [`0,${index}`, { style: { font: { bold: true } } }]),
  );
  rows.forEach((row, at) =>
    row.forEach((cell, index) => {
      if (cell === null || typeof cell !== 'object') return;
      const { formula, result } = cell;
      cells.set(`${at + 1},${index}`, { formula, formulaResult: valueOf(result, columns[index]?.holds) });
    }),
  );
  return {
    name,
    freezePane: { rows: 1 },
    ...(isFiltered
      ? { autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` } }
      : {}),
    columns: columns.map(({ width, holds }) => ({ width, numFmt: FORMATS[holds] })),
    rows: [
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map((cell, index) => valueOf(cell, columns[index]?.holds))),
    ],
    cells,
  };
}

/** The name of a column by its place from 0 on: A to Z, then AA. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

function valueOf(cell: SheetCell, holds: SheetColumn['holds'] | undefined): CellValue {
  if (cell === null) return null;
  if (typeof cell === 'object') return valueOf(cell.result, holds);
  if (holds === 'euros') return Number(cell) / 100;
  if (holds === 'day') return new Date(`${cell}T00:00:00Z`);
  if (holds === 'instant') return new Date(`${String(cell).replace(' ', 'T')}:00Z`);
  return cell;
}
