import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** A file that is written while it is read. */
export interface WrittenFile {
  name: string;
  content: Readable;
}

/** How numbers and columns are told apart: semicolon and decimal comma, or comma and decimal point. */
export type CsvForm = 'german' | 'international';

/**
 * Writes CSV for spreadsheets: UTF-8 with BOM, nothing that a spreadsheet would run; in German form unless said otherwise.
 *
 * @param close is called when nothing is read any more, even if nothing ever was
 */
export function csvSheet(
  columns: readonly { key: string; heading: string }[],
  cells: AsyncIterable<unknown[]>,
  close: () => void,
  form: CsvForm = 'german',
): Readable {
  const sheet = stringify({
    bom: true,
    delimiter: form === 'german' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    header: true,
    columns: columns.map(({ key, heading }) => ({ key, header: heading })),
    ...(form === 'german' ? { cast: { number: (value: number) => String(value).replace('.', ',') } } : {}),
  });
  const source = Readable.from(cells, { objectMode: true });
  source.on('error', (error) => sheet.destroy(error));
  sheet.on('close', () => {
    source.destroy();
    close();
  });
  return source.pipe(sheet);
}
