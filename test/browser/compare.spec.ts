import type { APIResponse, Page } from 'playwright-core';
import { overflowOf, useBrowser } from '../support/browser';
import { heading, rowOf } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const dropped = 'DA-2022-003';
const late = 'DA-2022-005';
const unchanged = 'DA-2022-007';

describe('comparing two moments', () => {
  const suite = useBrowser();
  let office: Page;
  let secretary: Page;

  /** Sends a change to what is at the address, on its present version. */
  const change = async (by: Page, method: 'POST' | 'PATCH', address: string, path: string, data?: object) => {
    const url = `${suite.origin}/api/v1${address}`;
    const { version } = (await (await by.request.get(url)).json()) as { version: number };
    const answer = await by.request.fetch(`${url}${path}`, {
      method,
      data,
      headers: {
        origin: suite.origin,
        'x-requested-with': 'digital-agenda',
        'if-match': `"${version}"`,
        ...(method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {}),
      },
    });
    return expectDone(answer);
  };
  const expectDone = async (answer: APIResponse) => {
    if (!answer.ok()) throw new Error(`${answer.url()} was answered by ${await answer.text()}`);
  };
  /** A session that was held: opened and closed on what was known then. */
  const hold = async (number: number): Promise<void> => {
    const planned = await secretary.request.post(`${suite.origin}/api/v1/review-sessions`, {
      data: { number, startsAt: new Date().toISOString() },
      headers: { origin: suite.origin, 'x-requested-with': 'digital-agenda' },
    });
    await expectDone(planned);
    for (const step of ['/opening', '/closing'])
      await change(secretary, 'POST', `/review-sessions/${number}`, step);
  };
  const titleOf = async (number: string): Promise<string> => {
    const [row] = await suite.database.query<{ title: string }>(
      'select title from project where number = $1',
      [number],
    );
    return row?.title ?? '';
  };
  const projectLink = (page: Page, title: string) =>
    page.getByRole('table').getByRole('link', { name: title, exact: true });
  const kindButton = (page: Page, kind: string) =>
    page.getByRole('button', { name: new RegExp(`^${t(`portfolio.compare.kind.${kind}`)}`) });

  beforeAll(async () => {
    office = await suite.newPage({ as: 'portfolio-office' });
    secretary = await suite.newPage({ as: 'commission' });
    await hold(14);
    await change(office, 'POST', `/projects/${dropped}`, '/phase-changes', {
      to: 'cancelled',
      reason: 'Kein Bedarf mehr',
    });
    await change(office, 'PATCH', `/projects/${late}`, '', { expectedEnd: '2031-12-31' });
    await hold(15);
    await change(office, 'PATCH', `/projects/${unchanged}`, '', { title: 'Erst nach Sitzung 15' });
  });

  it('IT commission 2: shows the portfolio as session 14 saw it, and the difference 14 to 15 with what was dropped', async () => {
    const page = await suite.newPage({ as: 'commission' });
    await page.goto('/portfolio');
    await page.getByRole('link', { name: t('portfolio.compare.open'), exact: true }).click();
    await heading(page, t('portfolio.compare.title')).waitFor();

    // Nothing was chosen yet: since the last session, up to now.
    await projectLink(page, 'Erst nach Sitzung 15').waitFor();
    for (const [label, session] of [
      ['from', 14],
      ['to', 15],
    ] as const) {
      const select = page.getByLabel(t(`portfolio.compare.${label}`), { exact: true });
      const option = select.getByRole('option', { name: new RegExp(` ${session} `) });
      await select.selectOption({ label: await option.innerText() });
    }
    await projectLink(page, await titleOf(dropped)).waitFor();
    await projectLink(page, await titleOf(late)).waitFor();
    await projectLink(page, 'Erst nach Sitzung 15').waitFor({ state: 'detached' });
    await page
      .getByText(t('portfolio.compare.found', { count: 2 }))
      .last()
      .waitFor();

    await kindButton(page, 'slipped').click();
    await projectLink(page, await titleOf(dropped)).waitFor({ state: 'detached' });
    const end = page.getByRole('row').filter({ hasText: t('portfolio.compare.name.expectedEnd') });
    await end.getByText('31.12.2031').waitFor();
    await end.getByText(t('portfolio.compare.direction.worse')).waitFor();

    await kindButton(page, 'slipped').click();
    await kindButton(page, 'went').click();
    await projectLink(page, await titleOf(late)).waitFor({ state: 'detached' });
    const phase = page.getByRole('row').filter({ hasText: t('shared.phase.cancelled') });
    expect(await phase.count()).toBe(1);

    // The address alone brings back what is seen.
    await page.reload();
    await projectLink(page, await titleOf(dropped)).waitFor();

    await page
      .getByRole('navigation', { name: t('portfolio.compare.links') })
      .getByRole('link', { name: / 14 / })
      .click();
    await heading(page, t('portfolio.title')).waitFor();
    // The band calls the moment by the session that saw it.
    await page
      .getByRole('status')
      .filter({ hasText: t.like('app.asOf.band') })
      .getByText(/ 14 /)
      .waitFor();
    const row = rowOf(page, await titleOf(dropped));
    await row.waitFor();
    expect(await row.getByText(t('shared.phase.cancelled')).count()).toBe(0);
  });

  it('says where nothing is different, and fits on a phone', async () => {
    const page = await suite.newPage({ as: 'project-lead', width: 390, height: 844 });
    await page.goto(`/compare?from=2025-06-01&to=2025-06-01`);
    await page.getByText(t('portfolio.compare.nothing')).waitFor();
    // Who has nothing to do with sessions chooses days.
    const from = page.getByLabel(t('portfolio.compare.from'), { exact: true });
    expect(await from.getByRole('option', { name: / 14 / }).count()).toBe(0);
    await from.selectOption({ label: t('portfolio.compare.onDay') });
    await page.getByLabel(t('portfolio.compare.dayOfFrom')).fill('2025-01-31');
    await page.getByLabel(t('portfolio.compare.to'), { exact: true }).selectOption('now');
    await page.getByRole('table').waitFor();
    expect(new URL(page.url()).searchParams.get('from')).toBe('2025-01-31');
    expect(await overflowOf(page)).toBe(0);
  });
});
