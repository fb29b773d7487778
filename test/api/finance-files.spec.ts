import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { useMoney } from '../support/budget';
import { type Digest, newestRev } from '../support/digest';
import { aProject } from '../support/projects';
import { readWorkbook, type WorkbookCell, type WorkbookSheet } from '../support/workbook';

const run = promisify(execFile);
const EUROS = '#,##0.00 "€"';
/** What a spreadsheet would run. */
const DANGEROUS = ['=1+1', '+1', '-1+1', '@SUM(1)', '\t=1'];

interface Sums {
  year: number | null;
  kind: string;
  needCents: number;
}

describe('files of what finance sees', () => {
  const money = useMoney();
  let folder: string;
  let before: string;
  let digestUrl: string;
  let titleOfProject: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'finance-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    before = await newestRev(money.database);
    const { year } = money.aNeed() as { year: number };
    await money.add('needs', money.aNeed({ amountCents: 1_234_56 }));
    await money.add('needs', money.aNeed({ amountCents: 10, kind: 'capital' }));
    const { id } = await money.add('needs', money.aNeed({ amountCents: 99, direction: 'revenue' }));
    await money.project.send('PATCH', `/needs/${id}`, { amountCents: 33 });
    for (const accountAssignment of DANGEROUS)
      await money.add('budget-lines', money.aLine({ accountAssignment, year }), money.finance);
    titleOfProject = '=HYPERLINK("http://example.org";"x")';
    const other = await aProject(money.office, { title: titleOfProject });
    await other.send('POST', '/needs', money.aNeed({ amountCents: 5 }));
    digestUrl = `/api/v1/finance/changes?from=${before}`;
  });

  async function bytesOf(url: string): Promise<{ bytes: Buffer; name: string; type: string }> {
    const answer = await money.api.app.inject({
      method: 'GET',
      url,
      headers: { cookie: money.finance.cookie },
    });
    expect({ url, status: answer.statusCode }).toEqual({ url, status: 200 });
    return {
      bytes: answer.rawPayload,
      name: String(answer.headers['content-disposition']),
      type: String(answer.headers['content-type']),
    };
  }

  async function saved(url: string, name = 'book.xlsx'): Promise<string> {
    const file = path.join(folder, name);
    await writeFile(file, (await bytesOf(url)).bytes);
    return file;
  }

  const workbookOf = async (url: string): Promise<WorkbookSheet[]> => readWorkbook(await saved(url));
  const cents = (cell: WorkbookCell | undefined): number | null =>
    cell === undefined || cell.value === '' ? null : Math.round(Number(cell.value) * 100);
  /** The cells of a column below its head. */
  function column(sheet: WorkbookSheet | undefined, heading: string): (WorkbookCell | undefined)[] {
    const [head = [], ...rows] = sheet?.rows ?? [];
    const letter = head.find(({ value }) => value === heading)?.ref.replace(/\d+/, '');
    if (letter === undefined) throw new Error(`There is no column "${heading}".`);
    return rows.map((row) => row.find(({ ref }) => ref.replace(/\d+/, '') === letter));
  }

  it('Finance 9: the workbook of the digest has all rows with real numbers and dates, head in view, filters, and notes', async () => {
    const { body } = await money.finance.get<Digest>(`${digestUrl}&pageSize=200`);
    const { name, type } = await bytesOf(`${digestUrl}&format=xlsx`);
    expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(name).toMatch(/^attachment; filename="geaenderte-betraege-\d{4}-\d\d-\d\d-r\d+\.xlsx"$/);
    const [rows, sums, notes] = await workbookOf(`${digestUrl}&format=xlsx`);
    expect([rows?.name, sums?.name, notes?.name]).toEqual(['Änderungen', 'Summen', 'Hinweise']);
    for (const sheet of [rows, sums]) {
      expect(sheet?.xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(sheet?.xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"/);
    }
    expect(rows?.rows).toHaveLength(body.total + 1);
    const differences = column(rows, 'Unterschied');
    expect(differences.map(cents)).toEqual(body.items.map(({ differenceCents }) => differenceCents));
    expect(new Set(differences.map((cell) => `${cell?.type} ${cell?.format}`))).toEqual(
      new Set([`n ${EUROS}`]),
    );
    const times = column(rows, 'Zeitpunkt');
    expect(new Set(times.map((cell) => `${cell?.type} ${cell?.format}`))).toEqual(
      new Set(['n dd.mm.yyyy hh:mm']),
    );
    expect(column(rows, 'Jahr').every((cell) => cell?.type === 'n')).toBe(true);
    const said = (notes?.rows ?? []).map((row) => row.map(({ value }) => value).join(': ')).join('\n');
    expect(said).toContain(before);
    expect(said).toContain(body.to.moment);
  });

  it('Finance 9: sums are formulas of our own, each kind and direction by itself, and come to what the screen says', async () => {
    const { body } = await money.finance.get<Digest>(digestUrl);
    const [, sums] = await workbookOf(`${digestUrl}&format=xlsx`);
    for (const [heading, name] of [
      ['Erhöht', 'increaseCents'],
      ['Verringert', 'decreaseCents'],
      ['Unterschied', 'differenceCents'],
    ] as const) {
      const cells = column(sums, heading);
      expect(cells.map(cents)).toEqual(body.totals.map((total) => total[name]));
      for (const cell of cells) expect(cell?.formula).toMatch(/^SUMIFS\('Änderungen'!\$O\$2:/);
    }
    expect(column(sums, 'Anzahl').map((cell) => Number(cell?.value))).toEqual(
      body.totals.map(({ count }) => count),
    );
  });

  it('never makes a formula of what somebody typed, in a workbook or as CSV', async () => {
    const [rows] = await workbookOf(`${digestUrl}&format=xlsx`);
    expect(rows?.xml).not.toContain('<f');
    const details = column(rows, 'Kontierung, Herkunft, Fördergeber').flatMap((cell) => cell ?? []);
    for (const said of DANGEROUS.map((one) => one.trim()))
      expect(details.find(({ value }) => value.trim() === said)).toMatchObject({
        format: '@',
        formula: null,
      });
    expect(details.every(({ type }) => type === 's' || type === 'inlineStr' || type === 'n')).toBe(true);
    expect(column(rows, 'Projekt').some((cell) => cell?.value === titleOfProject)).toBe(true);
    for (const language of ['de', 'en']) {
      const { bytes } = await bytesOf(`${digestUrl}&format=csv&language=${language}`);
      const table = parse(bytes, { bom: true, delimiter: language === 'de' ? ';' : ',' });
      const texts = table.flat().filter((cell) => !/^-?[\d.,]+$/.test(cell));
      expect(texts.filter((cell) => /^[=+@\t\r]|^-/.test(cell))).toEqual([]);
      expect(texts).toContain(`'${titleOfProject}`);
    }
  });

  it('Finance 9: CSV is German with semicolons, commas and dd.mm.yyyy, or international, both with the same amounts', async () => {
    const { body } = await money.finance.get<Digest>(`${digestUrl}&pageSize=200`);
    const german = await bytesOf(`${digestUrl}&format=csv`);
    expect(german.type).toBe('text/csv; charset=utf-8');
    expect([...german.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const de = parse<Record<string, string>>(german.bytes, { bom: true, delimiter: ';', columns: true });
    expect(de.map((row) => Math.round(Number(row.Unterschied?.replace(',', '.')) * 100))).toEqual(
      body.items.map(({ differenceCents }) => differenceCents),
    );
    expect(de.map((row) => row.Unterschied)).toContain('1234,56');
    expect(de[0]?.Zeitpunkt).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/);
    const english = await bytesOf(`${digestUrl}&format=csv&language=en`);
    const en = parse<Record<string, string>>(english.bytes, { bom: true, columns: true });
    expect(en.map((row) => Math.round(Number(row.Difference) * 100))).toEqual(
      body.items.map(({ differenceCents }) => differenceCents),
    );
    expect(en[0]?.When).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  });

  it('Finance 9: the matrix and the years have the figures of the screen, with formulas for the sums and a share as a percentage', async () => {
    for (const view of ['matrix', 'years']) {
      const url = `/api/v1/finance/${view}?yearFrom=2000`;
      const { body } = await money.finance.get<{
        totals: Sums[];
        items?: Sums[];
        groups?: { cells: Sums[] }[];
      }>(url);
      const cells = body.items ?? body.groups?.flatMap((group) => group.cells) ?? [];
      expect(cells.length).toBeGreaterThan(0);
      const [rows, sums] = await workbookOf(`${url}&format=xlsx`);
      expect(column(rows, 'Bedarf').map(cents)).toEqual(
        cells.filter(({ year }) => year !== null).map(({ needCents }) => needCents),
      );
      const totals = view === 'years' ? body.totals : body.totals.filter(({ year }) => year !== null);
      const needs = column(sums, 'Bedarf');
      expect(needs.map(cents)).toEqual(totals.map(({ needCents }) => needCents));
      expect(needs.every((cell) => cell?.formula?.startsWith('SUMIFS('))).toBe(true);
      expect(column(rows, 'Gesicherter Anteil').some((cell) => cell?.format === '0.0 %')).toBe(true);
    }
  });

  it('Finance 9: the exceptions have all rows, whatever the page', async () => {
    const url = '/api/v1/finance/exceptions?pageSize=1';
    const { body } = await money.finance.get<{ total: number; counts: { count: number }[] }>(url);
    expect(body.total).toBeGreaterThan(1);
    const [rows, sums] = await workbookOf(`${url}&format=xlsx`);
    expect(rows?.rows).toHaveLength(body.total + 1);
    expect(column(sums, 'Anzahl').map((cell) => Number(cell?.value))).toEqual(
      body.counts.map(({ count }) => count),
    );
  });

  it('Finance 9: LibreOffice opens the workbook and computes the sums anew to the same amounts', async () => {
    const { body } = await money.finance.get<Digest>(digestUrl);
    await run('soffice', [
      `-env:UserInstallation=file://${path.join(folder, 'office')}`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,2',
      '--outdir',
      folder,
      await saved(`${digestUrl}&format=xlsx`, 'opened.xlsx'),
    ]);
    const [, ...rows] = parse(await readFile(path.join(folder, 'opened-Summen.csv')), {
      bom: true,
      delimiter: ';',
    });
    expect(rows.map((row) => Math.round(Number(row[6]) * 100))).toEqual(
      body.totals.map(({ differenceCents }) => differenceCents),
    );
    expect(rows.map((row) => Number(row[3]))).toEqual(body.totals.map(({ count }) => count));
  }, 120_000);

  it('are not for who does not read the money of the portfolio', async () => {
    for (const view of ['exceptions', 'matrix', 'years'])
      expect((await money.lead.get(`/api/v1/finance/${view}?format=xlsx`)).status).toBe(403);
    expect((await money.lead.get(`${digestUrl}&format=csv`)).status).toBe(403);
  });
});
