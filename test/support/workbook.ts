import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A cell as it stands in the file. */
export interface WorkbookCell {
  ref: string;
  type: string;
  formula: string | null;
  value: string;
  /** The format of its number. */
  format: string;
}

/** A sheet of a workbook, with the XML that it was read from. */
export interface WorkbookSheet {
  name: string;
  xml: string;
  rows: WorkbookCell[][];
}

/** Reads a workbook as it is packed: its sheets with the cells, formulas and formats. */
export async function readWorkbook(file: string): Promise<WorkbookSheet[]> {
  const part = async (name: string): Promise<string> =>
    (await run('unzip', ['-p', file, name], { maxBuffer: 50_000_000 })).stdout;
  const [book, styles] = await Promise.all([part('xl/workbook.xml'), part('xl/styles.xml')]);
  const strings = [...(await part('xl/sharedStrings.xml').catch(() => '')).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, text = '']) => textOf(text),
  );
  const formats = formatsOf(styles);
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => plain(name));
  return Promise.all(
    names.map(async (name, index) => {
      const xml = await part(`xl/worksheets/sheet${index + 1}.xml`);
      const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inner = '']) =>
          cellOf(attributes, inner, { strings, formats }),
        ),
      );
      return { name, xml, rows };
    }),
  );
}

function cellOf(
  attributes: string,
  inner: string,
  { strings, formats }: { strings: string[]; formats: string[] },
): WorkbookCell {
  const attribute = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const type = attribute('t') || 'n';
  const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
  return {
    ref: attribute('r'),
    type,
    formula: plainOrNull(/<f[^>]*>(.*?)<\/f>/s.exec(inner)?.[1]),
    value:
      type === 's' ? (strings[Number(value)] ?? '') : type === 'inlineStr' ? textOf(inner) : plain(value),
    format: formats[Number(attribute('s') || 0)] ?? '',
  };
}

function formatsOf(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [
      /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '',
      plain(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  );
  const used = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...used.matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map(([, id = '']) => own.get(id) ?? id);
}

const textOf = (xml: string): string =>
  plain([...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join(''));
const plainOrNull = (xml: string | undefined): string | null => (xml === undefined ? null : plain(xml));

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/g, (_match, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([\da-f]+);/gi, (_match, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&');
}
