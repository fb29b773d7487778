import type { Locator, Page } from 'playwright-core';
import { part, press, table, title, type View } from './browser-view';
import { fullProject } from './browser-views';
import type { Words } from './browser-words';

const sheet = (page: Page): Locator => page.getByRole('grid');
const agenda = (page: Page, t: Words) =>
  page.getByRole('heading', { level: 2, name: t.like('reviews.agenda.title') }).first();

/** The first of the records that a table lists, with its own title and panels. */
async function openFirst(page: Page): Promise<void> {
  const link = table(page).locator('tbody').getByRole('link').first();
  const name = (await link.innerText()).trim();
  await link.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

/** What the secretary of the commission sees. The sample has two sessions that were held, and the next one. */
export const commissionViews: View[] = (
  [
    { name: 'work of the secretary', path: '/work', shows: title('myWork.title') },
    { name: 'sessions', path: '/reviews', shows: title('reviews.title') },
    {
      name: 'planning a session',
      path: '/reviews',
      shows: title('reviews.title'),
      open: (page, t) => press(page, t('reviews.list.plan')),
    },
    { name: 'session that was held', path: '/reviews/11', shows: agenda },
    { name: 'session that is planned', path: '/reviews/13', shows: agenda },
    {
      name: 'dossier of a session',
      path: '/reviews/13/dossier',
      shows: (page) => page.getByRole('heading', { level: 2 }).first(),
    },
    { name: 'conditions', path: '/conditions', shows: title('reviews.conditions.title') },
    {
      name: 'answering evidence',
      path: '/conditions',
      shows: title('reviews.conditions.title'),
      open: (page, t) => press(page, new RegExp(t('reviews.answer.give'))),
    },
  ] satisfies View[]
).map((view) => ({ ...view, as: 'commission' }));

/** What belongs to a person rather than to projects. */
export const accountViews: View[] = [
  { name: 'work of a project lead', path: '/work', as: 'project-lead', shows: title('myWork.title') },
  {
    name: 'presenting evidence',
    path: '/conditions',
    as: 'project-lead',
    shows: title('reviews.conditions.title'),
    open: (page, t) => press(page, new RegExp(t('reviews.evidence.present'))),
  },
  { name: 'own account', path: '/account', as: 'project-lead', shows: part('account.calendars.title') },
  {
    name: 'forgotten password',
    path: '/forgotten-password',
    as: null,
    shows: title('session.forgotten.title'),
  },
  {
    name: 'setting a password by a link that is no longer valid',
    path: '/set-password#token=no-such-token',
    as: null,
    shows: title('session.setPassword.title'),
  },
];

/** Files of the ledger, and what they change. */
export const ledgerViews: View[] = (
  [
    {
      name: 'changed amounts',
      path: '/finance/changes?from=2025-01-01&groupBy=budget',
      shows: table,
    },
    {
      name: 'files of the ledger',
      path: '/finance/ledger',
      shows: table,
    },
    { name: 'file of the ledger', path: '/finance/ledger', shows: table, open: openFirst },
    {
      name: 'file of the ledger that is not there',
      path: '/finance/ledger/00000000-0000-4000-8000-000000000000',
      shows: title('ledger.missing.title'),
    },
  ] satisfies View[]
).map((view) => ({ ...view, as: 'finance' }));

/** What is entered as in a spreadsheet. */
export const sheetViews: View[] = [
  { name: 'needs as a table', path: `/projects/${fullProject}/needs`, shows: sheet },
  {
    name: 'budget lines as a table',
    path: `/projects/${fullProject}/budget-lines`,
    as: 'finance',
    shows: sheet,
  },
];

export const scenarioViews: View[] = (
  [
    {
      name: 'scenarios',
      path: '/scenarios',
      shows: table,
    },
    { name: 'scenario', path: '/scenarios', shows: table, open: openFirst },
    {
      name: 'making a scenario',
      path: '/scenarios',
      shows: table,
      open: (page, t) => press(page, t('scenarios.add')),
    },
    {
      name: 'scenario that is not there',
      path: '/scenarios/00000000-0000-4000-8000-000000000000',
      shows: title('scenarios.missing.title'),
    },
    { name: 'no scenarios compared', path: '/scenarios/compare', shows: title('scenarios.compare.title') },
  ] satisfies View[]
).map((view) => ({ ...view, as: 'finance' }));

const administered = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first();

export const administrationViews: View[] = (
  [
    { name: 'people', path: '/admin/people', shows: table },
    { name: 'access keys', path: '/admin/tokens', shows: administered },
    { name: 'units', path: '/admin/org-units', shows: table },
    { name: 'settings', path: '/admin/settings', shows: administered },
    { name: 'change log', path: '/admin/changes', shows: table },
  ] satisfies View[]
).map((view) => ({ ...view, as: 'admin' }));
