import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre';
import type { FileType } from '../ledger.enums.js';
import type { Cell } from './amount.rules.js';
import type { LedgerFormat } from './format.rules.js';

/** A row of a table, counted as a spreadsheet counts, from 1. */
export interface TableRow {
  number: number;
  cells: Cell[];
}

/** Why a table can't be read to its end. */
export type TableFault =
  'line-too-long' | 'too-many-columns' | 'too-many-rows' | 'table-broken' | 'sheet-missing';

/** The file is no table that can be read. */
export class UnreadableTable extends Error {
  constructor(
    readonly fault: TableFault,
    cause?: unknown,
  ) {
    super(fault, { cause });
  }
}

/** A ledger's report has some dozen columns, and no line is a megabyte. */
const MOST_COLUMNS = 500;
const MOST_ROWS = 500_000;
const LONGEST_LINE = 1_048_576;

/**
 * Reads the rows of a file piece by piece: no more than a piece and a few rows are in memory at once, apart from the
 * texts that a workbook shares between its cells.
 * @throws UnreadableTable
 */
export async function* tableRows(
  source: AsyncIterable<Buffer>,
  { type, format, most = MOST_ROWS }: { type: FileType; format: LedgerFormat; most?: number },
): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const row of type === 'csv' ? csvRows(source, format) : xlsxRows(source, format, most)) {
    if (row.cells.length > MOST_COLUMNS) throw new UnreadableTable('too-many-columns');
    count += 1;
    if (count > MOST_ROWS) throw new UnreadableTable('too-many-rows');
    yield row;
    if (count === most) return;
  }
}

async function* csvRows(source: AsyncIterable<Buffer>, format: LedgerFormat): AsyncGenerator<TableRow> {
  const text = Readable.from(decoded(source, format.encoding));
  const parser = parse({
    delimiter: format.delimiter,
    relax_column_count: true,
    // Inches and the like: a quotation mark within a cell is one.
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_LINE,
  });
  text.on('error', (error) => parser.destroy(error));
  let number = 0;
  try {
    for await (const cells of text.pipe(parser) as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (code === 'CSV_MAX_RECORD_SIZE') throw new UnreadableTable('line-too-long', error);
    if (code.startsWith('CSV_')) throw new UnreadableTable('table-broken', error);
    throw error;
  } finally {
    text.destroy();
  }
}

async function* decoded(source: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  // PostgreSQL keeps no null character in a text.
  for await (const piece of source) yield decoder.decode(piece, { stream: true }).replaceAll('\0', '');
  yield decoder.decode();
}

async function* xlsxRows(
  source: AsyncIterable<Buffer>,
  format: LedgerFormat,
  most: number,
): AsyncGenerator<TableRow> {
  const bytes = Readable.toWeb(Readable.from(source)) as unknown as ReadableStream<Uint8Array>;
  let isThere = false;
  try {
    const options = { sheet: format.sheet - 1, readStyles: true, ...(most < MOST_ROWS && { maxRows: most }) };
    for await (const { index, values } of streamXlsxRows(bytes, options)) {
      isThere = true;
      yield { number: index + 1, cells: values.map(cellOf) };
    }
  } catch (error) {
    if (error instanceof UnreadableTable || isFromElsewhere(error)) throw error;
    throw new UnreadableTable(isThere ? 'table-broken' : 'sheet-missing', error);
  }
}

/** A fault of the database or of the connection to it, not of the file. */
function isFromElsewhere(error: unknown): boolean {
  return typeof (error as { code?: unknown }).code === 'string';
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : JSON.stringify(value);
}
