import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { fullProject, openView, projectViews } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');

/** What can be done with a project, by the words on it. */
const actions = {
  edit: ['projects.head.edit', 'projects.head.changePhase', 'projects.milestones.add', 'projects.risks.add'],
  status: ['projects.head.report', 'statusReports.tab.report', 'statusReports.tab.correct'],
  score: [
    'projects.head.score',
    'assessments.tab.change',
    'assessments.tab.start',
    'assessments.tab.continue',
  ],
  need: ['budget.needs.add', 'budget.counter.add'],
  budget: ['budget.lines.add'],
} as const;
type Action = keyof typeof actions;

const roles: { role: string; may: Action[] }[] = [
  { role: 'employee', may: [] },
  { role: 'finance', may: ['budget'] },
  { role: 'commission', may: ['score'] },
];
const tabs = projectViews.filter(({ path }) => path.includes(fullProject) && !path.includes('asOf'));

/** Which actions any of the tabs offers. */
async function offered(page: Page): Promise<Action[]> {
  const found = new Set<Action>();
  for (const view of tabs) {
    await openView(page, t, view);
    for (const [action, keys] of Object.entries(actions) as [Action, readonly string[]][])
      for (const key of keys) {
        const main = page.getByRole('main');
        const named = { name: t(key), exact: true };
        const count =
          (await main.getByRole('button', named).count()) + (await main.getByRole('link', named).count());
        if (count > 0) found.add(action);
      }
  }
  return [...found].sort();
}

describe.each(roles)('the role "$role"', ({ role, may }) => {
  const suite = useBrowser();

  it('is offered with a project what it may do, and nothing else', async () => {
    const page = await suite.newPage({ as: role });
    expect(await offered(page)).toEqual([...may].sort());
  });

  it('finds no way to create a project', async () => {
    const page = await suite.newPage({ as: role });
    await page.goto('/portfolio');
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('link', { name: t('app.nav.createProject') }).count()).toBe(0);
    await page.goto('/projects/new');
    await page.getByText(t('projects.form.mayNot')).waitFor();
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
  });

  it('finds no form behind the address of one', async () => {
    const page = await suite.newPage({ as: role });
    const forms = [
      { path: 'edit', says: t('projects.form.mayNot') },
      { path: 'status-update', says: t('statusReports.update.forbidden.title') },
      { path: 'assessment/self', says: t('assessments.entry.notPermitted') },
      ...(may.includes('score')
        ? []
        : [{ path: 'assessment/review', says: t('assessments.entry.notPermitted') }]),
    ];
    for (const { path, says } of forms) {
      await page.goto(`/projects/${fullProject}/${path}`);
      await page.getByText(says).waitFor();
      expect(await page.getByRole('main').locator('input, textarea').count()).toBe(0);
    }
  });
});

describe('the project lead', () => {
  const suite = useBrowser();

  it('is offered everything but the budget and the second voice with an own project', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    expect(await offered(page)).toEqual(['edit', 'need', 'score', 'status']);
    await page.goto(`/projects/${fullProject}/assessment/review`);
    await page.getByText(t('assessments.entry.notPermitted')).waitFor();
  });

  it('may not edit the project of another office', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto('/projects/DA-2022-006');
    await page.getByRole('heading', { name: t('projects.overview.what') }).waitFor();
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: t('projects.head.edit'), exact: true })
        .count(),
    ).toBe(0);
  });
});
