import type { Page } from 'playwright-core';
import { barriersOf, overflowOf, useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
// A sample account is named by its first role.
const ROLES = [
  'portfolio-office',
  'employee',
  'project-lead',
  'office-coordinator',
  'commission',
  'finance',
  'admin',
];
const WIDTHS = [320, 390, 768, 1024, 1060, 1061, 1100, 1101, 1280, 1330, 1331, 1440];

const nav = (page: Page) => page.getByRole('navigation', { name: t('app.nav.label') });
const menu = (page: Page) => nav(page).getByRole('button', { name: t('app.nav.menu') });
const isFocused = (page: Page) => menu(page).evaluate((button) => button === document.activeElement);

/** What of the head is cut off, or lies over something else of it, or beyond the edge of the window. */
async function faultsOf(page: Page): Promise<string[]> {
  const found = await page.getByRole('banner').evaluate((head) => {
    const seen = [...head.querySelectorAll<HTMLElement>('a, button')].filter((one) => one.checkVisibility());
    const words = (one: HTMLElement): string => one.textContent.trim();
    const cut = [...head.querySelectorAll<HTMLElement>('a, a span')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).position !== 'absolute')
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((one) => `cut: ${words(one)}`);
    const places = seen.map((one) => ({ name: words(one), at: one.getBoundingClientRect() }));
    const beyond = places
      .filter(({ at }) => at.left < 0 || at.right > window.innerWidth)
      .map(({ name }) => `beyond the edge: ${name}`);
    const covered = places.flatMap(({ name, at: a }, place) =>
      places
        .slice(place + 1)
        .filter(
          ({ at: b }) =>
            a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1,
        )
        .map((other) => `${name} over ${other.name}`),
    );
    return [...cut, ...beyond, ...covered];
  });
  const overflow = await overflowOf(page);
  return overflow > 0 ? [...found, `${overflow} px too wide`] : found;
}

async function faultsAtAllWidths(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const faults = await faultsOf(page);
    if (faults.length > 0) found[width] = faults;
  }
  return found;
}

describe('the head of every page', () => {
  const suite = useBrowser();

  it.each([...ROLES, undefined])('shows whole words at every width: "%s"', async (as) => {
    const page = await suite.newPage({ as });
    await page.goto('/nowhere');
    await heading(page, t('app.notFound.title')).waitFor();
    expect(await faultsAtAllWidths(page)).toEqual({});
  });

  it('opens its entries by a button on a phone, and closes them when somebody went where it leads', async () => {
    const page = await suite.newPage({ as: 'portfolio-office', width: 390 });
    await page.goto('/check-grid');
    await menu(page).waitFor();
    expect(await menu(page).getAttribute('aria-expanded')).toBe('false');
    expect(await nav(page).getByRole('link').count()).toBe(0);

    await menu(page).click();
    expect(await menu(page).getAttribute('aria-expanded')).toBe('true');
    const links = nav(page).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(
      [
        'myWork.title',
        'app.nav.portfolio',
        'app.nav.checkGrid',
        'reviews.title',
        'papers.title',
        'financePages.title',
        'app.nav.createProject',
      ].map((key) => t(key)),
    );
    expect(await nav(page).locator('[aria-current=page]').innerText()).toBe(t('app.nav.checkGrid'));
    expect(await barriersOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriersOf(page, { rules: ['color-contrast'] })).toEqual([]);

    await nav(page)
      .getByRole('link', { name: t('papers.title') })
      .click();
    await heading(page, t('papers.title')).waitFor();
    expect(await menu(page).getAttribute('aria-expanded')).toBe('false');
    expect(await links.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('opens them by keyboard, and gives the focus back on Escape', async () => {
    const page = await suite.newPage({ as: 'employee', width: 390 });
    await page.goto('/nowhere');
    await menu(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      t('app.nav.portfolio'),
    );
    await page.keyboard.press('Escape');
    expect(await nav(page).getByRole('link').count()).toBe(0);
    expect(await isFocused(page)).toBe(true);
  });

  it('closes them when somebody presses or walks beside it', async () => {
    const page = await suite.newPage({ as: 'employee', width: 390 });
    await page.goto('/nowhere');
    await menu(page).click();
    await page.mouse.click(200, 700);
    expect(await menu(page).getAttribute('aria-expanded')).toBe('false');

    await menu(page).click();
    await nav(page).getByRole('link').last().focus();
    await page.keyboard.press('Tab');
    expect(await menu(page).getAttribute('aria-expanded')).toBe('false');
    expect(await isFocused(page)).toBe(false);
  });

  // The last: the person keeps the roles.
  it.each(['de-DE', 'en-GB'] as const)(
    'shows whole words to who has all roles and so all entries: %s',
    async (locale) => {
      await suite.database.query(
        `update person set roles = $1 where is_sample and 'portfolio-office' = any(roles)`,
        [ROLES],
      );
      const page = await suite.newPage({ as: 'portfolio-office', locale });
      const words = wordsOf(locale === 'de-DE' ? 'de' : 'en');
      await page.goto('/nowhere');
      await heading(page, words('app.notFound.title')).waitFor();
      expect(await page.getByRole('navigation').first().getByRole('link').count()).toBe(7);
      expect(await faultsAtAllWidths(page)).toEqual({});
    },
  );
});
