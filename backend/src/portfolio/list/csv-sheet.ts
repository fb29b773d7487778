import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** A file that is written while it is read. */
export interface WrittenFile {
  name: string;
  content: Readable;
}

/**
 * Writes CSV for German spreadsheets: UTF-8 with BOM, semicolon, decimal comma, nothing that a spreadsheet would run.
 *
 * @param close is called when nothing is read any more, even if nothing ever was
 */
export function csvSheet(
  columns: readonly { key: string; heading: string }[],
  cells: AsyncIterable<unknown[]>,
  close: () => void,
): Readable {
  const sheet = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    header: true,
    columns: columns.map(({ key, heading }) => ({ key, header: heading })),
    cast: { number: (value) => String(value).replace('.', ',') },
  });
  const source = Readable.from(cells, { objectMode: true });
  source.on('error', (error) => sheet.destroy(error));
  sheet.on('close', () => {
    source.destroy();
    close();
  });
  return source.pipe(sheet);
}
