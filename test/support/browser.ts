import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Contents, freshDatabase, type TestDatabase } from './database';
import { watchFaults } from './page-faults';
import { type RunningServer, startServer } from './server';

/** How a page is seen; a desktop window in German and light colours when nothing else is said. */
export interface PageOptions {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  locale?: 'de-DE' | 'en-GB';
  /** Role of the sample account that is signed in. */
  as?: string;
}

/** What a test file wants of its application. */
export interface SuiteOptions {
  contents?: Contents;
  /** Settings of the server, made before it starts. */
  settings?: () => Promise<Record<string, string>>;
}

/** The built application in a browser, for one test file. */
export interface BrowserSuite {
  /** Origin of the server, without a slash at its end. */
  readonly origin: string;
  readonly database: TestDatabase;
  /** A page in a session of its own. Open what is needed with `page.goto('/path')`. */
  newPage(options?: PageOptions): Promise<Page>;
  /** Lets this test meet errors that are part of what it shows, e.g. a lost connection. */
  expectFault(pattern: RegExp): void;
}

const launchArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/**
 * Gives a test file a database of its own, a server of the built application on it, and a browser. A test fails when a
 * page of it met an error: on the console, uncaught, by the content security policy, or as an answer of 500 and more.
 */
export function useBrowser({ contents = 'sample', settings }: SuiteOptions = {}): BrowserSuite {
  let browser: Browser;
  let database: TestDatabase;
  let server: RunningServer;
  const faults = watchFaults();
  const opened: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await freshDatabase(contents);
    opened.unshift(() => database.drop());
    // An empty portfolio is to stay empty.
    server = await startServer(database.url, {
      MIGRATION_DATABASE_URL: database.ownerUrl,
      SAMPLE_PORTFOLIO: contents === 'sample' ? 'on' : 'off',
      ...(await settings?.()),
    });
    opened.unshift(() => server.stop());
    browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: launchArguments });
    opened.unshift(() => browser.close());
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(faults.take()).toEqual([]);
  });

  afterAll(async () => {
    for (const close of opened) await close();
  });

  return {
    get origin() {
      return server.origin;
    },
    get database() {
      return database;
    },
    newPage: async ({ width = 1440, height = 900, theme = 'light', locale = 'de-DE', as } = {}) => {
      const context = await browser.newContext({
        baseURL: server.origin,
        viewport: { width, height },
        colorScheme: theme,
        locale,
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(preferLanguage, locale.slice(0, 2));
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      faults.watch(page);
      if (as) await signInAs(page, { role: as, origin: server.origin });
      return page;
    },
    expectFault: (pattern) => faults.allow(pattern),
  };
}

/** The interface speaks German until somebody chooses; a choice made on the page stands. */
function preferLanguage(language: string): void {
  if (location.protocol.startsWith('http') && localStorage.getItem('da.locale') === null)
    localStorage.setItem('da.locale', JSON.stringify(language));
}

/** Signs a page in as the sample account of a role, without the sign-in page. */
export async function signInAs(
  page: Page,
  { role, origin }: { role: string; origin: string },
): Promise<void> {
  const session = await page.request.get(`${origin}/api/v1/session`);
  const { sampleAccounts } = (await session.json()) as { sampleAccounts: { login: string; role: string }[] };
  const account = sampleAccounts.find((candidate) => candidate.role === role);
  if (!account) throw new Error(`There is no sample account for the role ${role}.`);
  const answer = await page.request.post(`${origin}/api/v1/session/sample`, {
    data: { login: account.login },
    headers: { 'x-requested-with': 'digital-agenda', origin },
  });
  if (!answer.ok()) throw new Error(`Signing in as ${role} was answered by ${answer.status()}.`);
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What axe finds on the page as it is now, against WCAG 2.2 A and AA or against some rules alone. */
export async function barriersOf(
  page: Page,
  { rules, without = [] }: { rules?: string[]; without?: string[] } = {},
): Promise<string[]> {
  // There are no frames of others to look into, so axe needs no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const chosen = rules ? axe.withRules(rules) : axe.withTags(standards).disableRules(without);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
}

/** How many pixels of the page lie beyond its right edge. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
