import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { heading, signInByClick, signOutByClick } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
/** In rollout, with reports; all lights but one are better than red. */
const ref = 'DA-2022-011';
const mostInputs = 5;

interface PublishedReport {
  unchanged: boolean;
  done: string;
  next: string;
  progressPercent: number;
  worseReason: string | null;
  lights: Record<string, string>;
}

/** Counts the fields and buttons that are used from now on, each one once. */
async function countInputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const used = new Set<Element>();
    const count = ({ target }: Event): void => {
      const control = target instanceof Element ? target.closest('button, input, textarea, select') : null;
      if (control) used.add(control);
      document.body.dataset.inputs = String(used.size);
    };
    document.addEventListener('input', count);
    document.addEventListener('click', count);
  });
}

async function inputsCounted(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.body.dataset.inputs));
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
  const done = (page: Page) => page.getByLabel(t('statusReports.texts.done'));

  it('repeats the last report by one key', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    const before = await reportsOf(page);
    await page.keyboard.press('u');
    await page.getByText(t('statusReports.unchanged.done')).waitFor();
    await page.waitForURL(`**/projects/${ref}?tab=status`);
    const after = await reportsOf(page);
    expect(after.total).toBe(before.total + 1);
    expect(after.last).toMatchObject({ unchanged: true, lights: before.last.lights });
  });

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

  it('takes at most five inputs for a usual report', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    const before = await reportsOf(page);
    await countInputs(page);
    await page.getByRole('button', { name: t('statusReports.update.progressMore', { step: 5 }) }).click();
    await done(page).fill('Die Schulungen sind gehalten.');
    await page.getByLabel(t('statusReports.texts.next')).fill('Die letzten Dienststellen folgen.');
    await publish(page);
    await page.getByText(t('statusReports.update.done')).waitFor();
    expect(await inputsCounted(page)).toBeLessThanOrEqual(mostInputs);
    const { total, last } = await reportsOf(page);
    expect(total).toBe(before.total + 1);
    expect(last).toMatchObject({
      done: 'Die Schulungen sind gehalten.',
      next: 'Die letzten Dienststellen folgen.',
      progressPercent: Math.min(100, before.last.progressPercent + 5),
      lights: before.last.lights,
    });
  });

  it('keeps what was typed through a reload and through signing out', async () => {
    const text = 'Angefangen, aber noch nicht fertig geschrieben';
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    await done(page).fill(text);
    await page.getByText(t.like('statusReports.draft.saved')).waitFor();
    await page.reload();
    expect(await done(page).inputValue()).toBe(text);

    await signOutByClick(page, t);
    await heading(page, t('session.title')).waitFor();
    await page.evaluate(() => localStorage.clear());
    await signInByClick(page, t, 'projectLead');
    await openUpdate(page);
    expect(await done(page).inputValue()).toBe(text);
    await page.getByText(t.like('statusReports.draft.restoredFrom')).waitFor();
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

  it('works on a phone', async () => {
    const page = await suite.newPage({ as: 'project-lead', width: 390, height: 844 });
    await openUpdate(page);
    const before = await reportsOf(page);
    await page.getByRole('button', { name: t('statusReports.unchanged.button') }).click();
    await page.getByRole('button', { name: t('statusReports.unchanged.now') }).click();
    await page.getByText(t('statusReports.unchanged.done')).waitFor();
    expect((await reportsOf(page)).total).toBe(before.total + 1);
  });
});
