import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';
import { readWorkbook, type WorkbookSheet } from '../support/workbook';

const t = wordsOf('de');
const panel = (page: Page, key: string): Locator => page.getByRole('region', { name: t(key), exact: true });

/** The euros that a cell of the screen says, its sign included, in cents. */
function centsOf(text: string): number {
  const digits = text.replaceAll(/[^\d]/g, '');
  return Number(digits) * (/[-−]/.test(text) ? -1 : 1);
}

/** What stands below a heading of a sheet, in cents. */
function centsBelow(sheet: WorkbookSheet | undefined, heading: string): number[] {
  const [head = [], ...rows] = sheet?.rows ?? [];
  const letter = head.find(({ value }) => value === heading)?.ref.replace(/\d+/, '');
  if (letter === undefined) throw new Error(`There is no column "${heading}".`);
  return rows
    .map((row) => row.find(({ ref }) => ref.replace(/\d+/, '') === letter)?.value ?? '')
    .map((value) => Math.round(Number(value) * 100));
}

describe('files of what finance sees', () => {
  const suite = useBrowser();

  async function fileOf(part: Locator, kind: string): Promise<string> {
    await part.getByRole('button', { name: t('financePages.files.title') }).click();
    const waiting = part.page().waitForEvent('download');
    await part
      .page()
      .getByRole('link', { name: t(`financePages.files.${kind}`), exact: true })
      .click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(kind === 'xlsx' ? /\.xlsx$/ : /\.csv$/);
    const saved = await download.path();
    // The menu stays open for the next form of the file.
    await part.page().keyboard.press('Escape');
    return saved;
  }

  it('Finance 9: the digest as a workbook and as CSV in both forms has all amounts of the screen, to the cent', async () => {
    const page = await suite.newPage({ as: 'finance', width: 1440 });
    await page.goto('/finance/changes?from=2026-09-01');
    const amounts = panel(page, 'financeChanges.amounts').getByRole('table').first();
    await amounts.waitFor();
    const differences = (await amounts.locator('tbody td:last-child').allInnerTexts())
      .filter((text) => text.includes('€'))
      .map((text) => centsOf(text));
    expect(differences.length).toBeGreaterThan(5);

    const head = page.getByRole('main');
    const [changes, sums] = await readWorkbook(await fileOf(head, 'xlsx'));
    expect(centsBelow(changes, 'Unterschied').slice(0, differences.length)).toEqual(differences);
    expect(changes?.rows[1]?.some(({ format }) => format.includes('€'))).toBe(true);
    expect(sums?.rows.flat().some(({ formula }) => formula?.startsWith('SUMIFS') === true)).toBe(true);

    const german = await readFile(await fileOf(head, 'german'), 'utf8');
    const rows: Record<string, string>[] = parse(german, { delimiter: ';', columns: true, bom: true });
    expect(
      rows.slice(0, differences.length).map(({ Unterschied: euros = '' }) => centsOfDecimal(euros, ',')),
    ).toEqual(differences);
    const international = await readFile(await fileOf(head, 'international'), 'utf8');
    const lines: Record<string, string>[] = parse(international, { columns: true, bom: true });
    expect(lines).toHaveLength(rows.length);
    expect(
      lines.slice(0, differences.length).map(({ Difference: euros = '' }) => centsOfDecimal(euros, '.')),
    ).toEqual(differences);
  });

  it('Finance 9: the matrix as a workbook has the sums that its table says', async () => {
    const page = await suite.newPage({ as: 'finance', width: 1440 });
    await page.goto('/finance?budget=dhh-2026-27');
    const matrix = panel(page, 'finance.matrix.title');
    const table = matrix.getByRole('table');
    await table.waitFor();
    // Need over all years is the first amount of each line of sums, one for each kind.
    const lines = table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${t('finance.sum')}`) }) });
    const said = await lines.evaluateAll((all) =>
      all.map((line) => line.querySelector('td')?.textContent ?? ''),
    );
    const shown = said.filter((text) => text.includes('€')).map((text) => centsOf(text));
    expect(shown).toHaveLength(2);

    const [rows, sums] = await readWorkbook(await fileOf(matrix, 'xlsx'));
    // One row for each group, year and kind, and the sums of them for each year and kind.
    const all = (cents: number[]): number => cents.reduce((sum, one) => sum + one, 0);
    expect(all(centsBelow(rows, 'Bedarf'))).toBe(all(shown));
    expect(all(centsBelow(sums, 'Bedarf'))).toBe(all(shown));
  });
});

/** A decimal number of a file, with at most two digits behind the point, in cents. */
function centsOfDecimal(text: string, point: string): number {
  return Math.round(Number(text.replace(point, '.')) * 100);
}
