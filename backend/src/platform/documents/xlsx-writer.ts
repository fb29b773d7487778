import { type CellValue, writeXlsx } from 'hucre';

/** A sheet of a workbook: its columns with what they hold, then rows as wide as the columns. */
export interface Sheet {
  name: string;
  columns: SheetColumn[];
  rows: SheetCell[][];
}

/** Text is written as text, whatever it looks like: nothing in a sheet is a formula. */
export interface SheetColumn {
  heading: string;
  width: number;
  holds: 'text' | 'number' | 'euros' | 'day';
}

/** Euros come in cents, days as `YYYY-MM-DD`. */
export type SheetCell = string | number | null;

const FORMATS = { text: '@', number: '0', euros: '#,##0.00 "€"', day: 'dd.mm.yyyy' } as const;

/** Writes a workbook whose heads stay in view; the same sheets and instant give the same bytes. */
export async function writeWorkbook(title: string, sheets: Sheet[], at: string): Promise<Buffer> {
  const made = new Date(at);
  const file = await writeXlsx({
    properties: { title, created: made, modified: made },
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      freezePane: { rows: 1 },
      columns: columns.map(({ width, holds }) => ({ width, numFmt: FORMATS[holds] })),
      rows: [
        columns.map(({ heading }) => heading),
        ...rows.map((row) => row.map((cell, index) => valueOf(cell, columns[index]?.holds))),
      ],
      cells: new Map(columns.map((_, index) => [`0,${index}`, { style: { font: { bold: true } } }])),
    })),
  });
  return Buffer.from(file);
}

function valueOf(cell: SheetCell, holds: SheetColumn['holds'] | undefined): CellValue {
  if (cell === null) return null;
  if (holds === 'euros') return Number(cell) / 100;
  if (holds === 'day') return new Date(`${cell}T00:00:00Z`);
  return cell;
}
