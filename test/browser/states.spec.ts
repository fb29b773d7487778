import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { openView } from '../support/browser-view';
import { emptyProject, fullProject, projectViews } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const views = [
  {
    name: 'portfolio',
    path: '/portfolio',
    asks: '**/api/v1/projects?**',
    content: (page: Page) => page.getByRole('table'),
  },
  {
    name: 'project',
    path: `/projects/${fullProject}`,
    asks: `**/api/v1/projects/${fullProject}`,
    content: (page: Page) => page.getByRole('heading', { name: t('projects.overview.what') }),
  },
  {
    name: 'check grid of the portfolio',
    path: '/check-grid',
    asks: '**/api/v1/portfolio/heatmap?**',
    content: (page: Page) => page.getByRole('table').first(),
  },
];

describe('a view', () => {
  const suite = useBrowser();

  it.each(views)('shows that it loads until the answer is there: $name', async ({ path, asks, content }) => {
    const page = await suite.newPage({ as: 'employee' });
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(asks, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path);
    await page.getByText(t('shared.loading')).first().waitFor();
    expect(await content(page).count()).toBe(0);
    answer();
    await content(page).waitFor();
    await page.locator('.da-skeleton').first().waitFor({ state: 'hidden' });
  });

  it.each(views)(
    'says in words that the server is busy, and goes on by a press when it is back: $name',
    async ({ path, asks, content }) => {
      suite.expectFault(/503/);
      const page = await suite.newPage({ as: 'employee' });
      await page.route(asks, (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 503, code: 'database-away', title: 'Service Unavailable' }),
        }),
      );
      await page.goto(path);
      const alert = page.getByRole('alert').filter({ hasText: t('shared.error.title') });
      await alert.first().waitFor();
      expect(await alert.first().innerText()).toContain(t('errors.databaseAway'));
      await page.unroute(asks);
      await alert
        .first()
        .getByRole('button', { name: t('shared.error.retry') })
        .click();
      await content(page).waitFor();
      expect(await alert.count()).toBe(0);
    },
  );

  it('of the portfolio says that nothing is found, and takes the filters away', async () => {
    const page = await suite.newPage({ as: 'employee' });
    await page.goto('/portfolio?q=xyzxyz&light=red');
    await page.getByText(t('portfolio.list.noMatch')).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: t('portfolio.list.resetAll') })
      .last()
      .click();
    await page.getByRole('table').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it.each(['status', 'check-grid'])('of a project says that there is nothing yet: %s', async (tab) => {
    const page = await suite.newPage({ as: 'employee' });
    await page.goto(`/projects/${emptyProject}?tab=${tab}`);
    await page.getByText(t(tab === 'status' ? 'statusReports.tab.empty' : 'assessments.tab.empty')).waitFor();
  });

  it('that does not exist says so: an unknown project and an unknown page', async () => {
    const page = await suite.newPage({ as: 'employee' });
    const unknown = projectViews.find(({ path }) => path === '/projects/DA-1999-001');
    if (!unknown) throw new Error('There is no such view.');
    await openView(page, t, unknown);
    await page.goto('/nowhere');
    await heading(page, t('app.notFound.title')).waitFor();
  });
});

describe('an empty installation', () => {
  const suite = useBrowser({ contents: 'strategy' });

  it('invites to create the first project', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto('/portfolio');
    await page.getByText(t('portfolio.list.empty')).waitFor();
    await page.getByRole('link', { name: t('portfolio.list.createFirst') }).click();
    await heading(page, t('projects.form.newTitle')).waitFor();
  });

  it('has a check grid that says there is nothing yet', async () => {
    const page = await suite.newPage({ as: 'employee' });
    await page.goto('/check-grid');
    await page.getByText(t('assessments.heatmap.empty'), { exact: true }).waitFor();
  });
});
