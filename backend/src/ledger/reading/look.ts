import { type FileType } from '../ledger.enums.js';
import { type Cell, numberStyleOf } from './amount.rules.js';
import { columnNames, headerRowOf, textOf } from './columns.rules.js';
import type { DetectedFormat, LedgerFormat } from './format.rules.js';
import { tableRows, type TableRow, UnreadableTable } from './table-rows.js';
import { delimiterOf, firstLook } from './text-file.rules.js';

/** The headings and first rows of a file, read in one way. */
export interface Look {
  columns: string[];
  sample: string[][];
  fault: string | null;
}

const LOOKED_AT_ROWS = 60;
const SHOWN_ROWS = 12;
const SHOWN_CHARACTERS = 120;

/** What a file is, from its beginning; `isUtf8` says whether all of it could be. */
export async function detect(
  head: Buffer,
  source: () => AsyncIterable<Buffer>,
  isUtf8: boolean,
): Promise<{ type: FileType; detected: DetectedFormat; fault: string | null }> {
  const { type, fault, marked } = firstLook(head);
  const encoding = marked ?? (isUtf8 ? 'utf-8' : 'windows-1252');
  const text = type === 'csv' ? new TextDecoder(encoding).decode(head) : '';
  const detected: DetectedFormat = {
    encoding,
    delimiter: delimiterOf(text),
    numbers: 'german',
    sheet: 1,
    headerRow: 1,
    isMarked: marked !== null,
  };
  if (fault !== null) return { type, detected, fault };
  const { rows, fault: broken } = await firstRows(source(), { type, format: detected });
  detected.numbers = numberStyleOf(rows.flatMap(({ cells }) => cells));
  const header = headerRowOf(
    rows.map(({ cells }) => cells),
    detected.numbers,
  );
  detected.headerRow = rows[header ?? 0]?.number ?? 1;
  return { type, detected, fault: broken ?? (header === null ? 'file-no-table' : null) };
}

/** The headings and first rows as the format makes them. */
export async function lookAt(
  source: AsyncIterable<Buffer>,
  { type, format }: { type: FileType; format: LedgerFormat },
): Promise<Look> {
  const { rows, fault } = await firstRows(source, { type, format });
  const header = rows.find(({ number }) => number === format.headerRow);
  const columns = columnNames(header === undefined ? [] : withoutEmptyEnd(header.cells));
  const filled = rows.filter(
    ({ number, cells }) => number > format.headerRow && cells.some((cell) => textOf(cell) !== ''),
  );
  return {
    columns,
    sample: filled.slice(0, SHOWN_ROWS).map(({ cells }) => columns.map((_, at) => shown(cells[at] ?? null))),
    fault: fault ?? (columns.length === 0 ? 'file-no-table' : filled.length === 0 ? 'file-no-rows' : null),
  };
}

async function firstRows(
  source: AsyncIterable<Buffer>,
  { type, format }: { type: FileType; format: LedgerFormat },
): Promise<{ rows: TableRow[]; fault: string | null }> {
  const rows: TableRow[] = [];
  try {
    const most = Math.max(LOOKED_AT_ROWS, format.headerRow + LOOKED_AT_ROWS);
    for await (const row of tableRows(source, { type, format, most })) rows.push(row);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return { rows, fault: error.fault };
  }
  return { rows, fault: rows.length === 0 ? 'file-no-table' : null };
}

function withoutEmptyEnd(cells: readonly Cell[]): Cell[] {
  const last = cells.findLastIndex((cell) => textOf(cell) !== '');
  return cells.slice(0, last + 1);
}

function shown(cell: Cell): string {
  return textOf(cell).slice(0, SHOWN_CHARACTERS);
}
