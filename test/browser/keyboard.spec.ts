import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { tabTo } from '../support/browser-steps';
import { emptyProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');

describe('by keyboard alone', () => {
  const suite = useBrowser();

  const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  it('the portfolio is searched, filtered, walked through and left for a project', async () => {
    const page = await suite.newPage({ as: 'commission' });
    await page.goto('/portfolio');
    await page.getByRole('table').waitFor();
    const found = page.getByText(t.like('portfolio.list.found'));

    await page.keyboard.press('/');
    await page.keyboard.type('Relaunch');
    await page.waitForURL(/q=Relaunch/);
    await page.getByRole('row', { name: /Relaunch karlsruhe/ }).waitFor();

    const filter = page.getByRole('search').getByRole('button', { name: t('portfolio.filter.phase') });
    await tabTo(page, filter);
    await page.keyboard.press('Enter');
    const completed = page.getByRole('checkbox', { name: t.like('shared.phase.completed') });
    await completed.waitFor();
    await tabTo(page, completed, 12);
    await page.keyboard.press('Space');
    await page.waitForURL(/phase=completed/);
    await page.keyboard.press('Escape');
    await completed.waitFor({ state: 'detached' });
    expect(await filter.evaluate((element) => element === document.activeElement)).toBe(true);
    await found.filter({ hasText: t('portfolio.list.found', { count: 2 }) }).waitFor({ state: 'attached' });

    const rows = page.getByRole('rowheader').getByRole('link');
    await tabTo(page, rows.first());
    const first = await focusedText(page);
    await page.keyboard.press('ArrowDown');
    const second = await focusedText(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focusedText(page)).toBe(first);
    await page.keyboard.press('End');
    expect(await focusedText(page)).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/projects\/DA-/);
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
  });

  it('the first press of the tab key offers the way past the head', async () => {
    const page = await suite.newPage({ as: 'employee' });
    await page.goto('/portfolio');
    await page.getByRole('table').waitFor();
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe(t('app.skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('the check grid is answered by 0 to 4 and n, from card to card', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto(`/projects/${emptyProject}/assessment/self`);
    const cards = page.getByRole('article');
    await cards.nth(8).waitFor();
    await tabTo(page, cards.first().getByRole('radio').first());
    for (const [place, key] of ['0', '1', '2', '3', '4', 'n'].entries()) {
      await page.keyboard.press(key);
      const word = key === 'n' ? t('shared.level.notApplicable') : t(`shared.level.${key}`);
      await cards.nth(place).getByRole('button').first().getByText(word).waitFor();
      await page.keyboard.type(`Grund ${key}`);
      await page.keyboard.press('Control+Enter');
      await cards.nth(place).getByText(t('assessments.entry.state.saved'), { exact: true }).waitFor();
      await cards
        .nth(place + 1)
        .getByRole('radio')
        .first()
        .waitFor();
    }
    await page
      .getByText(t('assessments.entry.progress', { settled: 6, of: 9 }))
      .first()
      .waitFor();
    const answer = await page.request.get(`${suite.origin}/api/v1/projects/${emptyProject}/assessments`);
    const { principles } = (await answer.json()) as {
      principles: { self: { score: number | null; notApplicable: boolean; reason: string } | null }[];
    };
    expect(principles.slice(0, 6).map(({ self }) => self?.score ?? null)).toEqual([0, 1, 2, 3, 4, null]);
    expect(principles[5]?.self).toMatchObject({ notApplicable: true, reason: 'Grund n' });
  });
});
