import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { fullProject, publicProject } from '../support/browser-views';

const routes = path.resolve(import.meta.dirname, '../../frontend/src/app/routes.ts');

/** What stands in the places of a route's address. A new name has to be added here, or its views are not looked at. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  ref: [fullProject],
  voice: ['self', 'review'],
  part: ['needs', 'budget-lines'],
  rest: ['nowhere'],
  token: ['no-such-token'],
  // Sessions of the sample: one that was held, and the next one.
  number: ['12', '13'],
  // Papers have no address that can be foretold; they are opened below.
  id: ['00000000-0000-4000-8000-000000000000'],
};
/** What the router does not know, and a project that has been published. */
const BESIDE = ['/api/docs', `/public/projects/${publicProject}`];

/** The addresses of all views, from the routes themselves: a new view is looked at without anybody thinking of it. */
function addresses(): string[] {
  const source = readFileSync(routes, 'utf8');
  const patterns = [...source.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, pattern = '']) => pattern);
  expect(patterns.length).toBeGreaterThan(8);
  // Routes within routes, or from other files, would be missing.
  expect(source).not.toMatch(/\bpath: '[^/]|\.\.\.\w*routes/i);
  return [...new Set(patterns.flatMap(filled))];
}

/** Those that are there without signing in; all others lead to the sign-in, for which one of them stands. */
function openAddresses(): string[] {
  const found = readFileSync(routes, 'utf8').matchAll(/\bpath: '(\/[^']*)'[^]*?\n {2}\},/g);
  const open = [...found].filter(([route]) => route.includes('isOpen: true'));
  expect(open.length).toBeGreaterThan(3);
  return [...new Set([...open.flatMap(([, pattern = '']) => filled(pattern)), '/portfolio'])];
}

function filled(pattern: string): string[] {
  const [place, name = ''] = /:(\w+)(?:\([^)]*\))?[*+?]*/.exec(pattern) ?? [];
  if (place === undefined) return [pattern];
  const values = PLACES[name];
  if (values === undefined) throw new Error(`Say in PLACES what stands for ":${name}" of ${pattern}.`);
  return values.flatMap((value) => filled(pattern.replace(place, value)));
}

/** Dialogs and menus are opened by the tests of accessibility, where any violation fails as well. */
describe('the content security policy', () => {
  const suite = useBrowser();
  let violations: string[];

  beforeEach(async () => {
    violations = [];
    // One person who may open everything that there is.
    await suite.database.query(
      `update person set roles = '{portfolio-office,admin,finance,commission,project-lead,office-coordinator}'
        where is_sample and 'portfolio-office' = any(roles)`,
    );
  });

  async function watched(as?: string): Promise<Page> {
    const page = await suite.newPage(as === undefined ? {} : { as });
    await page.exposeFunction('noteViolation', (said: string) => violations.push(said));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { noteViolation } = window as unknown as { noteViolation: (said: string) => void };
        const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
        noteViolation(
          `${location.pathname}: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`,
        );
      });
    });
    return page;
  }

  async function look(page: Page, address: string): Promise<void> {
    await page.emulateMedia({ colorScheme: 'light' });
    const answer = await page.goto(address);
    // Where events are followed, the network never falls silent.
    await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
    expect(answer?.headers()['content-security-policy']).toMatch(/default-src 'none'/);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
  }

  /** Looks at all of the addresses; several at a time, as each is waited for until it is quiet. */
  async function lookAtAll(looked: string[], as?: string): Promise<void> {
    const left = [...looked, ...BESIDE];
    const pages = await Promise.all(Array.from({ length: 3 }, () => watched(as)));
    await Promise.all(
      pages.map(async (page) => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) await look(page, next);
      }),
    );
    expect(violations).toEqual([]);
  }

  it('allows nothing inline, nothing from elsewhere and no frame', async () => {
    const page = await watched();
    const answer = await page.goto('/');
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const directive of ['default-src', 'object-src', 'base-uri', 'frame-ancestors']) {
      expect(policy).toContain(`${directive} 'none'`);
    }
    for (const directive of ['script-src', 'style-src', 'connect-src', 'form-action']) {
      expect(policy).toContain(`${directive} 'self'`);
    }
  });

  it('is heeded by every view, in light and dark colours', async () => {
    await lookAtAll(addresses(), 'portfolio-office');
  }, 180_000);

  it('is heeded where nobody is signed in', async () => {
    await lookAtAll(openAddresses());
  }, 180_000);

  it('is seen to be broken when it is: an inline style, an inline script, a file from elsewhere', async () => {
    suite.expectFault(/Content Security Policy|Refused to|violates the following/i);
    const page = await watched();
    await page.goto('/sign-in');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(style, script, image);
      document.body.setAttribute('style', 'color: red');
    });
    for (let turn = 0; turn < 50 && violations.length < 4; turn += 1) await page.waitForTimeout(50);
    const directives = violations.map((said) => said.split(' ')[1]).sort();
    expect(directives).toEqual(['img-src', 'script-src-elem', 'style-src-attr', 'style-src-elem']);
  });
});
