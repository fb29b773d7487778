import type { Page } from 'playwright-core';
import { dialog, part, press, table, title, type View } from './browser-view';
import type { Words } from './browser-words';

/** A lead project with reports, risks, money and scores by two voices. */
export const fullProject = 'DA-2022-005';
/** A lead project that is an idea: nothing is scored, reported or budgeted. */
export const emptyProject = 'DA-2022-030';
/** A lead project that the sample publishes. */
export const publicProject = 'DA-2022-007';

/** The sample's session that was held last. */
const heldSession = 12;
/** The sample's session that is planned. */
const nextSession = 13;

const tab = (ref: string, key: string): string =>
  `/projects/${ref}${key === 'overview' ? '' : `?tab=${key}`}`;

export const portfolioViews: View[] = [
  { name: 'portfolio', path: '/portfolio', shows: table },
  {
    name: 'portfolio, grouped and filtered, with an open filter',
    path: '/portfolio?groupBy=phase&light=red&light=amber&sort=-selfScore',
    shows: table,
    open: (page, t) => press(page, t('portfolio.filter.actionField')),
  },
  {
    name: 'portfolio, choosing columns',
    path: '/portfolio?groupBy=office&light=red',
    shows: table,
    open: (page, t) => press(page, t('portfolio.columns.label')),
  },
  {
    name: 'portfolio without a match',
    path: '/portfolio?q=xyzxyz',
    shows: (page, t) => page.getByText(t('portfolio.list.noMatch')),
  },
  { name: 'portfolio of the past', path: '/portfolio?asOf=2025-06-30&light=green', shows: table },
  {
    name: 'the date switch',
    path: '/nowhere',
    shows: title('app.notFound.title'),
    open: async (page, t) => {
      await page.getByRole('button', { name: new RegExp(`^${t('app.asOf.label')}: `) }).click();
      await dialog(page);
    },
  },
  {
    name: 'language and colours',
    path: '/nowhere',
    shows: title('app.notFound.title'),
    open: async (page, t) => {
      await page.getByRole('button', { name: t('app.appearance.title') }).click();
      await dialog(page);
    },
  },
  { name: 'check grid of the portfolio by field', path: '/check-grid', shows: table },
  { name: 'check grid of the portfolio by project', path: '/check-grid?by=project', shows: table },
  {
    name: 'wall of a session that was held',
    path: `/reviews/${heldSession}/live`,
    shows: (page, t) => page.getByRole('heading', { level: 2, name: t('liveSession.recorded') }),
  },
  {
    name: 'keys of the wall',
    path: `/reviews/${heldSession}/live`,
    shows: (page, t) => page.getByText(t('liveSession.closed')),
    open: (page, t) => press(page, t('liveSession.keys.title')),
  },
  {
    name: 'wall of a session without an agenda',
    path: `/reviews/${nextSession}/live`,
    shows: (page, t) => page.getByText(t('liveSession.emptyTitle')),
  },
  { name: 'two moments compared', path: '/compare', shows: title('portfolio.compare.title') },
  {
    name: 'finance of the portfolio',
    path: '/finance',
    as: 'finance',
    shows: part('finance.plan.title'),
    open: async (page, t) => {
      const matrix = page.getByRole('region', { name: t('finance.matrix.title'), exact: true });
      await matrix.getByRole('table').getByRole('button').first().click();
      await matrix.getByRole('table').getByRole('link').first().waitFor();
    },
  },
  {
    name: 'finance of the portfolio of the past',
    path: '/finance?asOf=2025-06-30&from=2024&measure=gap',
    as: 'finance',
    shows: part('finance.plan.title'),
  },
  {
    name: 'finance of years without amounts',
    path: '/finance?budget=dhh-2022-23',
    as: 'finance',
    shows: (page, t) => page.getByText(t('finance.matrix.empty')),
  },
  { name: 'budgets of the city', path: '/finance/budgets', as: 'finance', shows: table },
  {
    name: 'adding a budget',
    path: '/finance/budgets',
    as: 'finance',
    shows: table,
    open: (page, t) => press(page, t('budget.city.add')),
  },
  { name: 'overdue reports', path: '/reporting', shows: title('statusReports.overdue.title') },
];

export const projectViews: View[] = [
  { name: 'project, overview', path: tab(fullProject, 'overview'), shows: part('projects.overview.what') },
  { name: 'project, status', path: tab(fullProject, 'status'), shows: part('statusReports.tab.current') },
  {
    name: 'project, check grid',
    path: tab(fullProject, 'check-grid'),
    shows: part('assessments.table.title'),
  },
  {
    name: 'project, milestones and risks',
    path: tab(fullProject, 'milestones'),
    shows: part('projects.risks.matrix.title'),
  },
  { name: 'project, budget', path: tab(fullProject, 'budget'), shows: part('budget.sums.title') },
  { name: 'project, commission', path: tab(fullProject, 'reviews'), shows: part('reviews.tab.decisions') },
  { name: 'project, papers', path: tab(fullProject, 'papers'), shows: part('papers.title') },
  { name: 'project, history', path: tab(fullProject, 'history'), shows: part('projects.history.title') },
  {
    name: 'project without anything',
    path: tab(emptyProject, 'overview'),
    shows: part('projects.overview.what'),
  },
  {
    name: 'project without status',
    path: tab(emptyProject, 'status'),
    shows: (page, t) => page.getByText(t('statusReports.tab.empty')),
  },
  {
    name: 'project without scores',
    path: tab(emptyProject, 'check-grid'),
    shows: (page, t) => page.getByText(t('assessments.tab.empty')),
  },
  {
    name: 'project of the past',
    path: `${tab(fullProject, 'overview')}?asOf=2025-06-30`,
    shows: part('projects.overview.what'),
  },
  {
    name: 'project that is not there',
    path: '/projects/DA-1999-001',
    shows: title('projects.missing.title'),
  },
];

/** Opens the paper of the sample by the list of all. */
const openPaper = async (page: Page, t: Words): Promise<void> => {
  await page.getByRole('row').getByRole('link').first().click();
  await part('papers.issues.title')(page, t).waitFor();
  await page.locator('.da-skeleton').first().waitFor({ state: 'hidden' });
};

export const paperViews: View[] = [
  { name: 'papers', path: '/papers', shows: table },
  {
    name: 'papers without a match',
    path: '/papers?q=xyzxyz',
    shows: (page, t) => page.getByText(t('papers.list.noMatch')),
  },
  { name: 'paper with its cover sheet', path: '/papers', shows: table, open: openPaper },
  {
    name: 'adding a paper',
    path: '/papers',
    shows: table,
    open: (page, t) => press(page, t('papers.add')),
  },
  {
    name: 'adding a consultation',
    path: '/papers',
    shows: table,
    open: async (page, t) => {
      await openPaper(page, t);
      await press(page, t('papers.consultations.add'));
    },
  },
  {
    name: 'issuing a cover sheet',
    path: '/papers',
    shows: table,
    open: async (page, t) => {
      await openPaper(page, t);
      await press(page, t('papers.issues.issue'));
    },
  },
  {
    name: 'paper that is not there',
    path: '/papers/00000000-0000-4000-8000-000000000000',
    shows: title('papers.missing.title'),
  },
];

/** What is seen without signing in. */
export const publicViews: View[] = [
  // A few cards have the barriers of all.
  {
    as: null,
    name: 'public projects',
    path: '/public?phase=rollout',
    shows: (page) => page.getByRole('article').first(),
  },
  {
    as: null,
    name: 'public projects of a day without any',
    path: '/public?asOf=2025-06-30',
    shows: (page, t) => page.getByText(t('publication.emptyThen')),
  },
  {
    as: null,
    name: 'public project',
    path: `/public/projects/${publicProject}`,
    shows: part('publication.history.title'),
  },
  {
    as: null,
    name: 'project that is not public',
    path: `/public/projects/${emptyProject}`,
    shows: title('publication.missing.title'),
  },
];

export const formViews: View[] = [
  { name: 'new project', path: '/projects/new', shows: part('projects.form.what') },
  { name: 'project form', path: `/projects/${fullProject}/edit`, shows: part('projects.form.co2') },
  {
    name: 'status update',
    path: `/projects/${fullProject}/status-update`,
    shows: (page, t) => page.getByRole('button', { name: t('statusReports.update.publish'), exact: true }),
    open: async (page, t) => {
      await page.getByRole('button', { name: t('statusReports.update.more') }).click();
      // Whatever lies under the sticky head would count as too small.
      await page.evaluate(() => window.scrollTo(0, 0));
    },
  },
  {
    name: 'status update, the first one',
    path: `/projects/${emptyProject}/status-update`,
    shows: (page, t) => page.getByRole('button', { name: t('statusReports.update.publish'), exact: true }),
  },
  {
    name: 'check grid entry, own voice',
    path: `/projects/${emptyProject}/assessment/self`,
    shows: (page) => page.getByRole('article').nth(8),
  },
  {
    name: 'check grid entry, second voice',
    path: `/projects/${fullProject}/assessment/review`,
    shows: (page) => page.getByRole('article').nth(8),
    open: (page) => page.getByRole('article').first().getByRole('button').first().click(),
  },
  {
    name: 'changing the phase',
    path: tab(emptyProject, 'overview'),
    shows: part('projects.overview.what'),
    open: (page, t) => press(page, t('projects.head.changePhase')),
  },
  {
    name: 'handing a project over',
    path: tab(fullProject, 'overview'),
    shows: part('projects.overview.what'),
    open: (page, t) => press(page, t('projects.handover.button')),
  },
  {
    name: 'publishing',
    path: tab(emptyProject, 'overview'),
    shows: part('publication.office.title'),
    open: (page, t) => press(page, t('publication.office.publish')),
  },
  {
    name: 'adding a milestone',
    path: tab(fullProject, 'milestones'),
    shows: part('projects.milestones.title'),
    open: (page, t) => press(page, t('projects.milestones.add')),
  },
  {
    name: 'adding a risk',
    path: tab(fullProject, 'milestones'),
    shows: part('projects.risks.title'),
    open: (page, t) => press(page, t('projects.risks.add')),
  },
];
