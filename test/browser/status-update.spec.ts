import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
/** In rollout, with reports; all lights but one are better than red. */
const ref = 'DA-2022-011';

interface PublishedReport {
  worseReason: string | null;
  lights: Record<string, string>;
}

describe('the status update', () => {
  const suite = useBrowser();

  async function openUpdate(page: Page): Promise<void> {
    await page.goto(`/projects/${ref}/status-update`);
    await page.getByRole('button', { name: t('statusReports.update.publish'), exact: true }).waitFor();
  }

  async function reportsOf(page: Page): Promise<{ total: number; last: PublishedReport }> {
    const answer = await page.request.get(`${suite.origin}/api/v1/projects/${ref}/status-reports?pageSize=1`);
    const { total, items } = (await answer.json()) as { total: number; items: [PublishedReport] };
    return { total, last: items[0] };
  }

  const publish = (page: Page) =>
    page.getByRole('button', { name: t('statusReports.update.publish'), exact: true }).click();

  it('can be taken back while it is still here', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    const before = await reportsOf(page);
    await page.keyboard.press('u');
    await page.getByRole('button', { name: t('statusReports.unchanged.undo') }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('statusReports.unchanged.button') }).waitFor();
    await page.waitForTimeout(5500);
    expect(await reportsOf(page)).toEqual(before);
  });

  it('asks why a light is worse and how it gets better again', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    const before = await reportsOf(page);
    await page
      .getByRole('group', { name: t('statusReports.light.cost'), exact: true })
      .getByRole('radio', { name: t('shared.light.red') })
      .check();
    const why = page.getByLabel(t('statusReports.update.worseReason'));
    const wayBack = page.getByLabel(t('statusReports.update.wayBack'));
    await publish(page);
    await page.getByText(t('errors.worseReasonMissing')).waitFor();
    await page.getByText(t('errors.wayBackMissing')).waitFor();
    expect(await why.getAttribute('aria-invalid')).toBe('true');
    expect((await reportsOf(page)).total).toBe(before.total);

    await why.fill('Der Dienstleister verlangt mehr.');
    await wayBack.fill('Nachverhandlung bis zum Monatsende.');
    await publish(page);
    await page.getByText(t('statusReports.update.done')).waitFor();
    expect((await reportsOf(page)).last).toMatchObject({
      worseReason: 'Der Dienstleister verlangt mehr.',
      lights: { cost: 'red' },
    });
  });
});
