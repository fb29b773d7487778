import type { Locator, Page } from 'playwright-core';
import { barriersOf, overflowOf, useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const table = (page: Page, key: string): Locator => page.getByRole('table', { name: t(key) });
const ceiling = (page: Page, kind: 'operating' | 'capital', year: number): Locator =>
  page.getByLabel(t('scenarios.ceilings.of', { kind: t(`shared.kind.${kind}`), year }));
const decision = (page: Page, number: string): Locator =>
  table(page, 'scenarios.decisions.title').getByRole('row').filter({ hasText: number });

describe('scenarios', () => {
  const suite = useBrowser();

  async function make(page: Page, title: string): Promise<void> {
    await page.goto('/scenarios');
    await button(page, t('scenarios.add')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('scenarios.field.title')).fill(title);
    await dialog.getByLabel(t('scenarios.field.budget')).selectOption({ label: 'Doppelhaushalt 2026/27' });
    await dialog.getByRole('button', { name: t('scenarios.form.make') }).click();
    await heading(page, title).waitFor();
  }

  async function compute(page: Page): Promise<void> {
    const name = new RegExp(`^(${t('scenarios.compute')}|${t('scenarios.saveAndCompute')})$`);
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/result'));
    await page.getByRole('button', { name }).click();
    expect((await answered).status()).toBe(201);
    await page.getByText(t('scenarios.computing')).first().waitFor({ state: 'hidden' });
  }

  const projectsNow = (): Promise<object[]> =>
    suite.database.query('select id, version, phase from project order by id');

  it('Finance 9: what fits under the ceilings is proposed with reasons, tried otherwise, and compared', async () => {
    const before = await projectsNow();
    const page = await suite.newPage({ as: 'finance' });
    await make(page, 'Knappe Mittel');
    await page.getByText(t('scenarios.onlyProposes')).waitFor();
    await page.getByText(t('scenarios.result.none')).waitFor();

    // German amounts, and what can't be read is not sent.
    await ceiling(page, 'operating', 2026).fill('70.000,00');
    await ceiling(page, 'operating', 2027).fill('1.2.3');
    await page.getByRole('button', { name: t('scenarios.saveAndCompute') }).click();
    await page.getByText(t('shared.field.noAmount')).waitFor();
    await ceiling(page, 'operating', 2027).fill('90.000 €');
    await compute(page);

    await page.getByText(t('scenarios.state.best'), { exact: true }).waitFor();
    // Two small projects use all of it and are worth more together than the portal that costs as much.
    const [small, portal] = [decision(page, 'DA-2022-013'), decision(page, 'DA-2022-020')];
    await small.getByText(t('scenarios.in'), { exact: true }).waitFor();
    await small.getByText(t('scenarios.reason.chosen')).waitFor();
    await portal.getByText(t('scenarios.out'), { exact: true }).waitFor();
    await portal.getByText(/Ergebnishaushalt 2027 um 90\.000\s€/).waitFor();
    const used = table(page, 'scenarios.used.title').getByRole('row').filter({ hasText: '2027 Ergebnis' });
    await used.getByRole('cell', { name: '90.000 €' }).first().waitFor();
    expect(await barriersOf(page)).toEqual([]);

    // Another ceiling: what was computed is out of date until it is computed again.
    await ceiling(page, 'operating', 2027).fill('180.000');
    await page.getByText(t('scenarios.unsaved')).waitFor();
    await button(page, t('scenarios.save')).click();
    await page.getByText(t('scenarios.result.oldTerms')).waitFor();
    await compute(page);
    await page.getByText(t('scenarios.result.oldTerms')).waitFor({ state: 'hidden' });
    await portal.getByText(t('scenarios.in'), { exact: true }).waitFor();

    // A copy with an obligation of its own.
    await button(page, t('scenarios.form.copyShort')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('scenarios.form.make') })
      .click();
    await heading(page, t('scenarios.form.copyTitle', { title: 'Knappe Mittel' })).waitFor();
    await page
      .getByLabel(t('scenarios.candidates.standingOf', { project: 'Relaunch Transparenzportal' }))
      .selectOption('out');
    await compute(page);
    await decision(page, 'DA-2022-020').getByText(t('scenarios.reason.takenOut')).waitFor();

    await page.goto('/scenarios');
    for (const title of ['Knappe Mittel', t('scenarios.form.copyTitle', { title: 'Knappe Mittel' })])
      await page.getByLabel(t('scenarios.compare.pick', { title }), { exact: true }).check();
    await page.getByRole('link', { name: t('scenarios.compare.open') }).click();
    await heading(page, t('scenarios.compare.title')).waitFor();
    const row = table(page, 'scenarios.compare.projects').getByRole('row').filter({ hasText: 'DA-2022-020' });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual([t('scenarios.in'), t('scenarios.out')]);
    await page.getByLabel(t('scenarios.compare.onlyDifferent')).check();
    expect(await table(page, 'scenarios.compare.projects').getByRole('row').count()).toBe(2);
    expect(await barriersOf(page)).toEqual([]);

    expect(await projectsNow()).toEqual(before);
  });

  it('Finance 9: obligations that contradict each other are named, all of them', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    await make(page, 'Widerspruch');
    for (const project of ['Relaunch Transparenzportal', 'Neuorganisation der Fachadministration'])
      await page.getByLabel(t('scenarios.candidates.standingOf', { project })).selectOption('must');
    await button(page, t('scenarios.groups.add')).click();
    const choice = page.getByRole('combobox', { name: new RegExp(`^${t('scenarios.groups.projects')}`) });
    for (const number of ['DA-2022-020', 'DA-2022-013']) {
      await choice.fill(number);
      await page.getByRole('option', { name: number }).click();
    }
    await page.keyboard.press('Escape');
    await compute(page);
    await page.getByText(t('scenarios.result.impossibleTitle')).waitFor();
    await page.getByText(/müssen dabei sein, stehen aber in einer Gruppe/).waitFor();
    // 2026 and 2027 of the operating budget.
    expect(await page.getByText(/^Überschritten wird /).count()).toBe(2);
  });

  it('is read by the commission, changed by nobody of it, and not shown to others', async () => {
    const finance = await suite.newPage({ as: 'finance' });
    await make(finance, 'Zum Lesen');
    await ceiling(finance, 'operating', 2027).fill('90000');
    await compute(finance);
    const address = new URL(finance.url()).pathname;

    const page = await suite.newPage({ as: 'commission', width: 390 });
    await page.goto('/scenarios');
    await page.getByRole('link', { name: 'Zum Lesen' }).waitFor();
    expect(await button(page, t('scenarios.add')).count()).toBe(0);
    await page.goto(address);
    await table(page, 'scenarios.decisions.title').waitFor();
    expect(await page.getByRole('main').locator('input:not([type=radio]), select, textarea').count()).toBe(0);
    expect(await button(page, t('scenarios.compute')).count()).toBe(0);
    expect(await overflowOf(page)).toBe(0);

    const lead = await suite.newPage({ as: 'project-lead' });
    await lead.goto('/scenarios');
    await lead.getByText(t('scenarios.mayNot')).waitFor();
    await lead.goto(address);
    await heading(lead, t('scenarios.missing.title')).waitFor();
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const page = await suite.newPage({ as: 'finance' });
    await make(page, 'Zu zweit');
    await ceiling(page, 'operating', 2026).fill('1.000');
    await suite.database.query("update scenario set version = version + 1 where title = 'Zu zweit'");
    await button(page, t('scenarios.save')).click();
    await button(page, t('shared.loadCurrent')).waitFor();
    expect(await ceiling(page, 'operating', 2026).inputValue()).toBe('1.000');
    await button(page, t('shared.loadCurrent')).click();
    await button(page, t('shared.loadCurrent')).waitFor({ state: 'hidden' });
    await ceiling(page, 'operating', 2026).fill('2.000');
    await button(page, t('scenarios.save')).click();
    await page.getByText(t('scenarios.form.saved')).waitFor();
  });
});
