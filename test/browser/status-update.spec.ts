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

  /** Why the project is proposed for the session that is planned. */
  async function reasonsOnTheNextAgenda(): Promise<string[]> {
    const page = await suite.newPage({ as: 'commission' });
    const answer = await page.request.get(`${suite.origin}/api/v1/review-sessions/13/proposals?pageSize=200`);
    const { items } = (await answer.json()) as {
      items: { project: { number: string }; reasons: { code: string }[] }[];
    };
    return items.find(({ project }) => project.number === ref)?.reasons.map(({ code }) => code) ?? [];
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

  it('Project lead 3: a worse light needs a why and a way back, and a wish for help is on the agenda of the commission', async () => {
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
    await page.getByRole('button', { name: t('statusReports.update.more'), exact: true }).click();
    await page
      .getByLabel(t('statusReports.update.helpWanted'))
      .fill('Bitte über die Mehrkosten entscheiden.');
    await publish(page);
    await page.getByText(t('statusReports.update.done')).waitFor();
    expect((await reportsOf(page)).last).toMatchObject({
      worseReason: 'Der Dienstleister verlangt mehr.',
      lights: { cost: 'red' },
    });
    expect(await reasonsOnTheNextAgenda()).toContain('help-wanted');
  });

  it('Project lead 3: a better light needs nothing', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    await page
      .getByRole('group', { name: t('statusReports.light.cost'), exact: true })
      .getByRole('radio', { name: t('shared.light.green') })
      .check();
    expect(await page.getByLabel(t('statusReports.update.worseReason')).isVisible()).toBe(false);
    await publish(page);
    await page.getByText(t('statusReports.update.done')).waitFor();
    expect((await reportsOf(page)).last).toMatchObject({ worseReason: null, lights: { cost: 'green' } });
  });
});
