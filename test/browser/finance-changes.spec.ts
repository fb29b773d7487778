import type { Locator, Page } from 'playwright-core';
import { overflowOf, useBrowser } from '../support/browser';
import { fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';
import type { Digest } from '../support/digest';

const t = wordsOf('de');
const panel = (page: Page, key: string): Locator => page.getByRole('region', { name: t(key), exact: true });
const euros = (cents: number): string =>
  `${cents > 0 ? '+' : ''}${new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
    .format(cents / 100)
    .replace('-', '−')}`;

describe('the amounts that changed between two moments', () => {
  const suite = useBrowser();
  let before: string;

  /** Sends something of the project as the person of the page, on its present version. */
  async function send(page: Page, part: string, data: object): Promise<void> {
    const url = `${suite.origin}/api/v1/projects/${fullProject}`;
    const { version } = (await (await page.request.get(url)).json()) as { version: number };
    const answer = await page.request.post(`${url}/${part}`, {
      data,
      headers: {
        origin: suite.origin,
        'x-requested-with': 'digital-agenda',
        'if-match': `"${version}"`,
      },
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }

  const digestOf = async (page: Page, query: string): Promise<Digest> =>
    (await (await page.request.get(`${suite.origin}/api/v1/finance/changes?${query}`)).json()) as Digest;

  beforeAll(async () => {
    const [row] = await suite.database.query<{ rev: string }>('select max(rev) as rev from change');
    before = `r${row?.rev}`;
    const lead = await suite.newPage({ as: 'project-lead' });
    const need = { year: 2031, direction: 'expense', note: '' };
    await send(lead, 'needs', { ...need, kind: 'operating', amountCents: 123_456 });
    await send(lead, 'needs', { ...need, kind: 'capital', amountCents: 200_000 });
    await send(lead, 'needs', { ...need, kind: 'operating', direction: 'revenue', amountCents: 50_005 });
  });

  it('Finance 6: says which amounts changed, by whom and when, with counts and sums of each kind by itself', async () => {
    const page = await suite.newPage({ as: 'finance' });
    await page.goto(`/finance/changes?from=${before}`);
    const sums = panel(page, 'financeChanges.sums');
    const { totals, total } = await digestOf(page, `from=${before}`);
    expect(total).toBe(3);
    await sums.getByText(t('financeChanges.found', { count: 3 }), { exact: true }).waitFor();
    // Operating, capital and revenue stand in rows of their own, and nowhere is their sum.
    const rows = sums.getByRole('row').filter({ hasText: t('financeChanges.field.need') });
    expect(await rows.count()).toBe(totals.length);
    const texts = await rows.allInnerTexts();
    for (const cents of [123_456, 200_000, 50_005])
      expect(texts.filter((text) => text.includes(euros(cents)))).toHaveLength(1);
    expect(await sums.innerText()).not.toContain(euros(123_456 + 200_000));

    const amounts = panel(page, 'financeChanges.amounts');
    const who = amounts.getByRole('row').filter({ has: page.locator('time') });
    expect(await who.count()).toBe(3);
    const { changes } = await digestOf(page, `from=${before}`);
    expect(await who.first().innerText()).toContain(changes[0]?.actorName ?? '?');
    expect(await who.first().innerText()).toContain(t('projects.history.command.needAdd'));
    await amounts.getByRole('link', { name: /./ }).first().click();
    await page.waitForURL(new RegExp(`/projects/${fullProject}\\?tab=budget`));
  });

  it('Finance 6: begins four weeks ago, narrows by kind, amount and project, and the address alone brings it back', async () => {
    const page = await suite.newPage({ as: 'finance' });
    await page.goto('/finance/budgets');
    await page.getByRole('link', { name: t('financePages.changes'), exact: true }).click();
    const day = page.getByLabel(t('financeChanges.dayOfFrom'));
    await day.waitFor();
    const weeks = (Date.now() - new Date(`${await day.inputValue()}T12:00:00Z`).getTime()) / 604_800_000;
    expect(Math.round(weeks)).toBe(4);

    await page.getByLabel(t('financeChanges.kind'), { exact: true }).selectOption('capital');
    await page.getByLabel(t('financeChanges.year'), { exact: true }).fill('2031');
    await page.getByLabel(t('financeChanges.project'), { exact: true }).fill(fullProject);
    await page.getByLabel(t('financeChanges.project'), { exact: true }).press('Enter');
    const sums = panel(page, 'financeChanges.sums');
    await sums.getByText(t('financeChanges.found', { count: 1 }), { exact: true }).waitFor();
    expect(new URL(page.url()).search).toContain('kind=capital');
    await page.reload();
    await sums.getByText(t('financeChanges.found', { count: 1 }), { exact: true }).waitFor();
    expect(await sums.innerText()).toContain(euros(200_000));

    await sums.getByRole('radio', { name: t('financeChanges.groupBy.budget') }).click();
    await sums.getByRole('columnheader', { name: t('financeChanges.budget') }).waitFor();
    await page.getByLabel(t('financeChanges.year'), { exact: true }).fill('2099');
    await page.getByText(t('financeChanges.none'), { exact: true }).waitFor();
    await page.getByRole('button', { name: t('financeChanges.reset') }).click();
    expect(new URL(page.url()).searchParams.has('year')).toBe(false);
  });

  it('fits on a phone, and is not for who does not read the money of the portfolio', async () => {
    const page = await suite.newPage({ as: 'commission', width: 390, height: 844 });
    await page.goto(`/finance/changes?from=${before}`);
    await panel(page, 'financeChanges.amounts').waitFor();
    expect(await overflowOf(page)).toBe(0);

    const lead = await suite.newPage({ as: 'project-lead' });
    await lead.goto('/finance/changes');
    await lead.getByText(t('financeChanges.mayNot')).waitFor();
    expect(await lead.getByRole('table').count()).toBe(0);
  });
});
