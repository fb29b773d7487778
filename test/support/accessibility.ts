import type { Page } from 'playwright-core';
import { barriersOf, overflowOf, useBrowser } from './browser';
import { openView, type View } from './browser-view';
import { formViews, paperViews, portfolioViews, projectViews, publicViews } from './browser-views';
import {
  accountViews,
  administrationViews,
  commissionViews,
  ledgerViews,
  scenarioViews,
  sheetViews,
} from './browser-views-beside';
import { wordsOf } from './browser-words';

/** Rules that look at colours: the others see the same page in both themes. */
const colourRules = ['color-contrast', 'link-in-text-block'];
/** A small phone, and a window of 1440 px at 200 %. */
const narrow = [320, 720];

const signInView: View = {
  name: 'sign-in',
  path: '/sign-in',
  as: null,
  shows: (page, t) => page.getByRole('button', { name: new RegExp(`^${t('shared.role.employee')}`) }),
};
const areas: [string, View[]][] = [
  ['open to everybody', [signInView, ...publicViews]],
  ['portfolio', portfolioViews],
  ['project', projectViews],
  ['paper', paperViews],
  ['ledger', ledgerViews],
  ['scenarios', scenarioViews],
  ['form', formViews],
  ['spreadsheet', sheetViews],
  ['commission', commissionViews],
  ['account', accountViews],
  ['administration', administrationViews],
];

/** What of every view is looked at: all of it in light colours, when nothing else is said. */
interface Looking {
  theme?: 'light' | 'dark';
  /** The rest was looked at in other colours. */
  onlyColours?: boolean;
  /** They were looked at in another language, in which they are the same, and take most of the time. */
  withoutColours?: boolean;
}

/** Looks at every view for barriers (WCAG 2.2 AA) and for what scrolls sideways. */
export function describeAccessibility(
  language: 'de' | 'en',
  { theme = 'light', onlyColours = false, withoutColours = false }: Looking = {},
): void {
  const suite = useBrowser();
  const t = wordsOf(language);
  const locale = language === 'de' ? 'de-DE' : 'en-GB';

  async function look(page: Page): Promise<string[]> {
    if (onlyColours) return barriersOf(page, { rules: colourRules });
    const barriers = await barriersOf(page, { without: withoutColours ? colourRules : [] });
    return [...barriers, ...(await pushSideways(page))];
  }

  async function pushSideways(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const width of narrow) {
      await page.setViewportSize({ width, height: 800 });
      // On a busy machine the layout of the width before is seen for a moment; what stays too wide is a fault.
      await page
        .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, null, {
          timeout: 2_000,
        })
        .catch(() => undefined);
      const overflow = await overflowOf(page);
      if (overflow > 0) found.push(`${overflow} px too wide at ${width} px`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    return found;
  }

  it.each(areas)(
    'no view has a barrier or scrolls sideways: %s',
    async (_area, views) => {
      const found: Record<string, string[]> = {};
      const pages = new Map<string | null, Page>();
      for (const view of views) {
        const { as = 'portfolio-office' } = view;
        const page =
          pages.get(as) ?? (await suite.newPage({ locale, theme, ...(as === null ? {} : { as }) }));
        pages.set(as, page);
        await openView(page, t, view);
        const faults = await look(page);
        if (faults.length > 0) found[view.name] = faults;
      }
      expect(found).toEqual({});
    },
    // Colours are looked at element by element, which takes its time on a busy machine.
    300_000,
  );
}
