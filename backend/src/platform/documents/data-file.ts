import { Readable } from 'node:stream';
import type { Fact } from './document.js';
import { csvSheet } from './csv-sheet.js';
import { type Sheet, type SheetCell, type SheetColumn, writeWorkbook } from './xlsx-writer.js';

export const FILE_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Words and, for CSV, the form: semicolon, decimal comma and dd.mm.yyyy in German, else comma, point and ISO days. */
export const FILE_LANGUAGES = ['de', 'en'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];

/** What is seen on a screen, as a file of its own: its tables, the first of them with the rows, and what they speak of. */
export interface DataBook {
  /** Of the file, without its ending. */
  name: string;
  title: string;
  language: FileLanguage;
  /** The instant that the file says it was made, ISO. */
  at: string;
  tables: [Sheet, ...Sheet[]];
  notes: { name: string; columns: [string, string]; facts: Fact[] };
}

/** A file that is whole, or written while it is read. */
export interface DataFile {
  name: string;
  type: string;
  content: Readable;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** Writes the book for a spreadsheet: a workbook with all of its tables and notes, or its first table as CSV. */
export async function writeDataFile(book: DataBook, format: 'csv' | 'xlsx'): Promise<DataFile> {
  const { name, title, at, tables, notes } = book;
  if (format === 'csv') return { name: `${name}.csv`, type: CSV, content: asCsv(tables[0], book.language) };
  const sheets = [...tables.map((table) => ({ ...table, isFiltered: true })), notesSheet(notes)];
  const content = Readable.from([await writeWorkbook(title, sheets, at)]);
  return { name: `${name}.xlsx`, type: XLSX, content };
}

function notesSheet({ name, columns: [fact, text], facts }: DataBook['notes']): Sheet {
  return {
    name,
    columns: [
      { heading: fact, width: 30, holds: 'text' },
      { heading: text, width: 110, holds: 'text' },
    ],
    rows: facts.map((one) => [one.name, one.text]),
  };
}

function asCsv({ columns, rows }: Sheet, language: FileLanguage): Readable {
  const cells = rows.map((row) => row.map((cell, index) => plain(cell, columns[index]?.holds, language)));
  const keyed = columns.map(({ heading }, index) => ({ key: String(index), heading }));
  return csvSheet(
    keyed,
    Readable.from(cells),
    () => undefined,
    language === 'de' ? 'german' : 'international',
  );
}

function plain(
  cell: SheetCell,
  holds: SheetColumn['holds'] | undefined,
  language: FileLanguage,
): string | number | null {
  const value = typeof cell === 'object' && cell !== null ? cell.result : cell;
  if (value === null) return null;
  if (holds === 'euros') return Number(value) / 100;
  if ((holds === 'day' || holds === 'instant') && language === 'de') return germanDay(String(value));
  return value;
}

/** 'YYYY-MM-DD', with or without a time behind it. */
function germanDay(value: string): string {
  return value.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$3.$2.$1');
}
