import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const button = (at: Page | Locator, key: string): Locator =>
  at.getByRole('button', { name: t(key), exact: true });

interface Need {
  year: number;
  amountCents: number;
}

describe('needs entered as in a spreadsheet', () => {
  const suite = useBrowser();
  const needsOf = async (page: Page): Promise<Need[]> => {
    const answer = await page.request.get(`${suite.origin}/api/v1/projects/${fullProject}/budget`);
    return ((await answer.json()) as { needs: Need[] }).needs;
  };

  const expectFocus = async (cell: Locator): Promise<void> =>
    expect(await cell.evaluate((input) => input === document.activeElement)).toBe(true);

  async function open(): Promise<Page> {
    const page = await suite.newPage({ as: 'project-lead', width: 1440 });
    await page.goto(`/projects/${fullProject}/needs`);
    await page.getByRole('grid').waitFor();
    return page;
  }
  /** Pastes as a spreadsheet does, into the first cell of the empty last row. */
  async function paste(page: Page, text: string): Promise<void> {
    const cell = page
      .getByRole('grid')
      .getByRole('row')
      .last()
      .getByRole('textbox')
      .or(page.getByRole('grid').getByRole('row').last().getByRole('combobox'))
      .first();
    await cell.focus();
    await cell.evaluate((input, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  it('a block from Excel makes rows, is summed, undone and done again, kept over a reload, and saved', async () => {
    const page = await open();
    const before = await needsOf(page);
    const block = '2041\tkonsumtiv\t\t1.234.567,89\tA\r\n2041\tkonsumtiv\t\t„0,11 €“\tB\r\n';
    await paste(page, block);
    const sum = page.getByRole('cell', { name: '1.234.568 €', exact: true });
    await sum.waitFor();
    await page.keyboard.press('Control+z');
    await sum.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+y');
    await sum.waitFor();
    await page.goto('about:blank').catch(() => undefined);
    await page.goto(`/projects/${fullProject}/needs`);
    await page.getByText(t('budget.sheet.restored')).waitFor();
    await button(page, 'budget.edit.save').click();
    await page.getByText(t('budget.sheet.saved')).waitFor();
    const after = await needsOf(page);
    expect(after).toHaveLength(before.length + 2);
    expect(after.filter(({ year }) => year === 2041).map(({ amountCents }) => amountCents)).toEqual(
      expect.arrayContaining([123_456_789, 11]),
    );
  });

  it('what cannot be read without doubt stays as typed, is marked and not saved', async () => {
    const page = await open();
    const before = await needsOf(page);
    await paste(page, '2042\tkonsumtiv\t\t1,234\tunklar\r\n');
    await button(page, 'budget.edit.save').click();
    const bad = page.locator('[aria-invalid]');
    await bad.waitFor();
    expect(await bad.inputValue()).toBe('1,234');
    expect(await bad.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.getByText(t('budget.sheet.unreadable', { count: 1 })).waitFor();
    expect(await needsOf(page)).toEqual(before);
  });

  it('the keyboard moves between the cells, writes over one, takes it back, and adds rows at the end', async () => {
    const page = await open();
    const cell = (row: number, column: number): Locator => page.locator(`[data-cell="${row}-${column}"]`);
    const rows = await page.getByRole('grid').getByRole('row').count();
    const last = rows - 2;
    await cell(0, 0).focus();
    await page.keyboard.press('ArrowRight');
    await expectFocus(cell(0, 1));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await expectFocus(cell(1, 0));
    const before = await cell(1, 0).inputValue();
    await page.keyboard.type('2039');
    expect(await cell(1, 0).inputValue()).toBe('2039');
    await page.keyboard.press('Escape');
    expect(await cell(1, 0).inputValue()).toBe(before);
    await cell(last, 0).focus();
    await page.keyboard.type('2040');
    await page.keyboard.press('Enter');
    await expectFocus(cell(last + 1, 0));
    await button(page, 'budget.sheet.discard').click();
    expect(await page.getByRole('grid').getByRole('row').count()).toBe(rows);
  });

  it('what two people enter at once is kept of both', async () => {
    const first = await open();
    const second = await open();
    const before = await needsOf(first);
    await paste(second, '2044\tinvestiv\t\t20\tzweite\r\n');
    await paste(first, '2043\tinvestiv\t\t10\terste\r\n');
    await button(first, 'budget.edit.save').click();
    await first.getByText(t('budget.sheet.saved')).waitFor();
    await button(second, 'budget.edit.save').click();
    await button(second, 'budget.sheet.carryOver').click();
    await button(second, 'budget.edit.save').click();
    await second.getByText(t('budget.sheet.saved')).waitFor();
    const after = await needsOf(first);
    expect(after).toHaveLength(before.length + 2);
    expect(after.map(({ year }) => year)).toEqual(expect.arrayContaining([2043, 2044]));
  });

  it('what is not saved is there again after a look at the project', async () => {
    const page = await open();
    await paste(page, '2045\tkonsumtiv\t\t30\tspäter\r\n');
    await page.getByRole('link', { name: t('budget.sheet.back'), exact: true }).click();
    await page.waitForURL(/tab=budget/);
    const link = page.locator(`a[href="/projects/${fullProject}/needs"]`);
    await link.click();
    await page.getByText(t('budget.sheet.restored')).waitFor();
    const years = await page
      .locator('[data-cell$="-0"]')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value));
    expect(years).toContain('2045');
  });
});
