import type { Page } from 'playwright-core';
import { addDays, formatDay } from '../../frontend/src/shared/format/dates';
import { useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
/** In rollout, with a date that was promised and one that is expected. */
const ref = 'DA-2022-011';

interface Promised {
  baselineEnd: string;
  approvedEnd: string;
  expectedEnd: string;
  endMoves: number;
}

interface DossierPage {
  project: { number: string; title: string };
  lights: unknown[];
  promise: Promised & { moves: number };
}

describe('what was promised', () => {
  const suite = useBrowser();
  const german = (day: string): string => formatDay(day, 'de');

  async function ask<Answer>(page: Page, path: string): Promise<Answer> {
    return (await (await page.request.get(`${suite.origin}/api/v1${path}`)).json()) as Answer;
  }

  it('Project lead 4: moving a date leaves the baseline and what was approved beside it, and is counted', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    const before = await ask<Promised>(page, `/projects/${ref}`);
    const later = addDays(before.expectedEnd, 45);
    await page.goto(`/projects/${ref}/edit`);
    await page
      .getByRole('group', { name: t('projects.dates.expected') })
      .getByLabel(t('projects.dates.end'))
      .fill(later);
    await page.getByRole('button', { name: t('projects.save'), exact: true }).click();

    const row = page
      .getByRole('table', { name: t('projects.dates.caption') })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: t('projects.dates.end'), exact: true }) });
    await row.getByText(german(later)).waitFor();
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 3)).toEqual([before.baselineEnd, before.approvedEnd, later].map(german));
    const moves = before.endMoves + 1;
    await page.getByText(t('projects.dates.moves', { count: moves })).waitFor();
  });

  it('IT commission 5: a promise line says the last six lights, the original against the expected date, and how often it was moved', async () => {
    const page = await suite.newPage({ as: 'commission' });
    const { projects } = await ask<{ projects: DossierPage[] }>(page, '/review-sessions/12/dossier');
    const moved = projects.find(({ promise }) => promise.moves > 0);
    if (moved === undefined) throw new Error('No project of the session was ever moved.');
    await page.goto('/reviews/12/dossier');
    const sheet = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: new RegExp(`^${moved.project.number} `) }) });
    const lights = sheet.locator('.da-lights').first().locator('li:not([aria-hidden])');
    await lights.first().waitFor();
    expect(await lights.count()).toBe(Math.min(6, moved.lights.length));
    for (const said of await lights.allInnerTexts()) expect(said).toMatch(/^\d\d\.\d\d\.\d{4}: \S+/);
    const { baselineEnd, approvedEnd, expectedEnd, moves } = moved.promise;
    const promise = sheet.locator('dd').filter({ hasText: german(baselineEnd) });
    expect(await promise.innerText()).toContain(
      t('reviews.dossier.promiseLine', {
        baseline: german(baselineEnd),
        approved: german(approvedEnd),
        expected: german(expectedEnd),
      }),
    );
    expect(await promise.innerText()).toContain(t('reviews.dossier.moves', { count: moves }));
  });
});
