import type { Page } from 'playwright-core';
import { part, press, table, title, type View } from './browser-views';
import type { Words } from './browser-words';

const agenda = (page: Page, t: Words) =>
  page.getByRole('heading', { level: 2, name: t.like('reviews.agenda.title') }).first();

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
