import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const table = (page: Page, key: string): Locator => page.getByRole('table', { name: t(key) });

interface Line {
  account: string;
  year: number;
  actual: number;
}

describe('finance', () => {
  const suite = useBrowser();

  /** Two lines of the sample whose account and year are theirs alone. */
  async function twoLines(): Promise<[Line, Line]> {
    const lines = await suite.database.query<Line>(
      `select account_assignment as account, year, actual_cents::float8 as actual from budget_line
        where account_assignment is not null and direction = 'expense' and year = 2025
          and (account_assignment, year) in
              (select account_assignment, year from budget_line group by 1, 2 having count(*) = 1)
        order by account_assignment limit 2`,
    );
    const [first, second] = lines;
    if (first === undefined || second === undefined) throw new Error('The sample has no such lines.');
    return [first, second];
  }

  async function actualOf({ account, year }: Line): Promise<number | undefined> {
    const [row] = await suite.database.query<{ actual: number }>(
      'select actual_cents::float8 as actual from budget_line where account_assignment = $1 and year = $2',
      [account, year],
    );
    return row?.actual;
  }

  async function send(page: Page, content: Buffer): Promise<void> {
    await page.goto('/finance/ledger');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Auszug Oktober.csv', mimeType: 'text/csv', buffer: content });
    await page.getByRole('combobox', { name: t('ledger.new.source') }).fill('SAP-Auszug');
    await button(page, t('ledger.new.send')).click();
    await heading(page, 'Auszug Oktober.csv').waitFor();
  }

  it('Finance 8: actuals come as a file: found, put right, checked, applied once, undone', async () => {
    const [first, second] = await twoLines();
    // A ledger's report as Windows writes it; its own sum is one euro off, and no heading says "Ist".
    const file = Buffer.from(
      [
        'Auszug für Bürgerdienste;;;',
        'Kontierung;Bezeichnung;Haushaltsjahr;Saldo',
        `${first.account};Maßnahme;${first.year};1.234,56`,
        `${second.account};Ämter;${second.year};100,00`,
        '0.unbekannt;Übriges;2025;5,00',
        'Summen;;;1.340,56',
        '',
      ].join('\r\n'),
      'latin1',
    );
    const page = await suite.newPage({ as: 'finance' });
    await send(page, file);

    // What was found is shown.
    expect(await page.getByLabel(t('ledger.setup.encoding')).inputValue()).toBe('windows-1252');
    expect(await page.getByLabel(t('ledger.setup.delimiter')).inputValue()).toBe(';');
    expect(await page.getByLabel(t('ledger.setup.headerRow')).inputValue()).toBe('2');
    await table(page, 'ledger.setup.sample').getByText('Ämter').waitFor();
    // Nothing said which column has the amounts: that is asked for, and put right by hand.
    await button(page, t('ledger.setup.check')).click();
    await page.getByText(t('errors.ledgerAmountMissing')).waitFor();
    await page.getByLabel(t('ledger.meaning.actual'), { exact: true }).selectOption('Saldo');
    await button(page, t('ledger.setup.check')).click();

    // What would change, line by line, and what the file says wrong.
    const changes = table(page, 'ledger.changes.title');
    await changes.getByText('1.234,56 €').waitFor();
    await page.getByText(t('ledger.totals.differTitle')).waitFor();
    await table(page, 'ledger.totals.title').getByRole('cell', { name: '1,00 €', exact: true }).waitFor();
    const rejected = table(page, 'ledger.rejected.title');
    await rejected.getByText(t('ledger.rowFault.accountUnknown')).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: t('ledger.rejected.csv') }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    expect(await actualOf(first)).toBe(first.actual);

    await button(page, t('ledger.actions.apply', { count: 2 })).click();
    await page.getByText(t('ledger.state.applied'), { exact: true }).waitFor();
    expect([await actualOf(first), await actualOf(second)]).toEqual([123_456, 10_000]);

    // The same file again changes nothing, and its mapping is known.
    await send(page, file);
    await page.getByText(t('ledger.sameFile.title')).waitFor();
    expect(await page.getByLabel(t('ledger.meaning.actual'), { exact: true }).inputValue()).toBe('Saldo');
    await button(page, t('ledger.setup.check')).click();
    await page.getByText(t('ledger.result.nothingChanges')).waitFor();
    expect(await button(page, /übernehmen$/).count()).toBe(0);

    await page.getByRole('link', { name: t('ledger.sameFile.show') }).click();
    await button(page, t('ledger.actions.undo')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('ledger.actions.undo') })
      .click();
    await page.getByText(t('ledger.state.undone'), { exact: true }).first().waitFor();
    await page.getByText(t('ledger.undoOutcome.restored')).first().waitFor();
    expect([await actualOf(first), await actualOf(second)]).toEqual([first.actual, second.actual]);
  });

  it('Finance 8: who is not finance is told so', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    await page.goto('/finance/ledger');
    await page.getByText(t('ledger.mayNot')).waitFor();
  });
});
