import { CsvError, parse } from 'csv-parse/sync';
import type { TableLine } from './org-units-file.rules.js';

/** The text is no table. */
export class TableMalformed extends Error {
  constructor(
    readonly line: number | null,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Splits a CSV text into lines and cells, separated by commas or semicolons as its heading is. Empty lines are left out.
 * @throws TableMalformed
 */
export function tableLines(text: string): TableLine[] {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  try {
    const lines: TableLine[] = [];
    parse(text, {
      delimiter: heading.includes(';') ? ';' : ',',
      relaxColumnCount: true,
      skipEmptyLines: true,
      onRecord: (cells: string[], { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    throw new TableMalformed(typeof line === 'number' ? line : null, error.message);
  }
}
