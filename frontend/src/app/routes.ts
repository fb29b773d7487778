import type { RouteRecordRaw } from 'vue-router';
import { useSession } from './stores/session';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the title. */
    title?: string;
    /** Also for those who are not signed in. */
    isOpen?: boolean;
    /** Something is changed here, so there is no such page in the past. */
    edits?: boolean;
  }
}

const portfolio = () => import('../features/portfolio/PortfolioView.vue');
const projectForm = () => import('../features/projects/ProjectFormView.vue');

/** The addresses of the interface; mails and calendars lead to them for years. */
export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: () => ({ name: useSession().startPage }) },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('../features/session/SignInView.vue'),
    meta: { title: 'session.title', isOpen: true },
  },
  {
    path: '/signed-in',
    name: 'signed-in',
    component: () => import('../features/session/SignedInView.vue'),
    meta: { title: 'session.signedIn.title' },
  },
  {
    path: '/public',
    name: 'public',
    component: () => import('../features/publication/PublicListView.vue'),
    meta: { title: 'publication.title', isOpen: true },
  },
  {
    path: '/public/projects/:ref',
    name: 'public-project',
    component: () => import('../features/publication/PublicProjectView.vue'),
    props: ({ params }) => ({ projectRef: params.ref }),
    meta: { title: 'publication.title', isOpen: true },
  },
  {
    path: '/forgotten-password',
    name: 'forgotten-password',
    component: () => import('../features/session/ForgottenPasswordView.vue'),
    meta: { title: 'session.forgotten.title', isOpen: true },
  },
  {
    path: '/set-password',
    name: 'set-password',
    component: () => import('../features/session/SetPasswordView.vue'),
    meta: { title: 'session.setPassword.title', isOpen: true },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('../features/account/AccountView.vue'),
    meta: { title: 'account.title' },
  },
  {
    path: '/admin/people',
    name: 'admin-people',
    component: () => import('../features/administration/people/PeopleView.vue'),
    meta: { title: 'administration.title' },
  },
  {
    path: '/admin/tokens',
    name: 'admin-tokens',
    component: () => import('../features/administration/tokens/TokensView.vue'),
    meta: { title: 'administration.title' },
  },
  {
    path: '/admin/org-units',
    name: 'admin-org-units',
    component: () => import('../features/administration/org-units/OrgUnitsView.vue'),
    meta: { title: 'administration.title' },
  },
  {
    path: '/admin/settings',
    name: 'admin-settings',
    component: () => import('../features/administration/settings/SettingsView.vue'),
    meta: { title: 'administration.title' },
  },
  {
    path: '/admin/changes',
    name: 'admin-changes',
    component: () => import('../features/administration/changes/ChangesView.vue'),
    meta: { title: 'administration.title' },
  },
  {
    path: '/work',
    name: 'work',
    component: () => import('../features/my-work/MyWorkView.vue'),
    meta: { title: 'myWork.title', edits: true },
  },
  {
    path: '/reporting',
    name: 'reporting',
    component: () => import('../features/status-reports/ReportingView.vue'),
    meta: { title: 'statusReports.overdue.title' },
  },
  { path: '/portfolio', name: 'portfolio', component: portfolio, meta: { title: 'app.nav.portfolio' } },
  {
    path: '/compare',
    name: 'compare',
    component: () => import('../features/portfolio/CompareView.vue'),
    meta: { title: 'portfolio.compare.title' },
  },
  {
    path: '/check-grid',
    name: 'check-grid',
    component: () => import('../features/portfolio/HeatmapView.vue'),
    meta: { title: 'app.nav.checkGrid' },
  },
  {
    path: '/finance',
    name: 'finance',
    component: () => import('../features/finance/FinanceView.vue'),
    meta: { title: 'financePages.title' },
  },
  {
    path: '/finance/budgets',
    name: 'finance-budgets',
    component: () => import('../features/budget/city/BudgetsView.vue'),
    meta: { title: 'budget.city.title' },
  },
  {
    path: '/projects/new',
    name: 'project-new',
    component: projectForm,
    meta: { title: 'app.nav.createProject', edits: true },
  },
  {
    path: '/projects/:ref',
    name: 'project',
    component: () => import('../features/projects/ProjectView.vue'),
    props: ({ params }) => ({ projectRef: params.ref }),
    meta: { title: 'app.title.project' },
  },
  {
    path: '/projects/:ref/edit',
    name: 'project-edit',
    component: projectForm,
    props: ({ params }) => ({ projectRef: params.ref }),
    meta: { title: 'app.title.editProject', edits: true },
  },
  {
    // The address that mails know, whatever the page does with it.
    path: '/projects/:ref/reviews',
    redirect: ({ params, query }) => ({ name: 'project', params, query: { ...query, tab: 'reviews' } }),
  },
  {
    path: '/projects/:ref/status-update',
    name: 'status-update',
    component: () => import('../features/status-reports/StatusUpdateView.vue'),
    props: ({ params }) => ({ projectRef: params.ref }),
    meta: { title: 'app.title.statusUpdate', edits: true },
  },
  {
    path: '/projects/:ref/:part(needs|budget-lines)',
    name: 'budget-sheet',
    component: () => import('../features/budget/sheet/SheetView.vue'),
    props: ({ params }) => ({ projectRef: params.ref, part: params.part }),
    meta: { title: 'budget.sheet.edit', edits: true },
  },
  {
    path: '/projects/:ref/assessment/:voice(self|review)',
    name: 'assessment',
    component: () => import('../features/assessments/AssessmentView.vue'),
    props: ({ params }) => ({ projectRef: params.ref, voice: params.voice }),
    meta: { title: 'app.title.assessment', edits: true },
  },
  {
    path: '/reviews',
    name: 'reviews',
    component: () => import('../features/reviews/list/SessionsView.vue'),
    meta: { title: 'reviews.title' },
  },
  {
    path: '/reviews/:number(\\d+)',
    name: 'review',
    component: () => import('../features/reviews/session/SessionView.vue'),
    props: ({ params }) => ({ number: params.number }),
    meta: { title: 'reviews.title' },
  },
  {
    path: '/reviews/:number(\\d+)/dossier',
    name: 'review-dossier',
    component: () => import('../features/reviews/dossier/DossierView.vue'),
    props: ({ params }) => ({ number: params.number }),
    meta: { title: 'reviews.dossier.title' },
  },
  {
    path: '/conditions',
    name: 'conditions',
    component: () => import('../features/reviews/conditions/ConditionsView.vue'),
    meta: { title: 'reviews.conditions.title' },
  },
  {
    path: '/papers',
    name: 'papers',
    component: () => import('../features/papers/PapersView.vue'),
    meta: { title: 'papers.title' },
  },
  {
    path: '/papers/:id',
    name: 'paper',
    component: () => import('../features/papers/PaperView.vue'),
    props: ({ params }) => ({ id: params.id }),
    meta: { title: 'papers.paper' },
  },
  {
    path: '/finance/changes',
    name: 'finance-changes',
    component: () => import('../features/finance-changes/ChangesView.vue'),
    meta: { title: 'financeChanges.title' },
  },
  {
    path: '/scenarios',
    name: 'scenarios',
    component: () => import('../features/scenarios/ScenariosView.vue'),
    meta: { title: 'scenarios.title' },
  },
  {
    path: '/scenarios/compare',
    name: 'scenario-compare',
    component: () => import('../features/scenarios/ScenarioCompareView.vue'),
    meta: { title: 'scenarios.compare.title' },
  },
  {
    path: '/scenarios/:id',
    name: 'scenario',
    component: () => import('../features/scenarios/ScenarioView.vue'),
    props: ({ params }) => ({ id: params.id }),
    meta: { title: 'scenarios.scenario' },
  },
  {
    path: '/finance/ledger',
    name: 'ledger',
    component: () => import('../features/ledger/LedgerView.vue'),
    meta: { title: 'ledger.title', edits: true },
  },
  {
    path: '/finance/ledger/:id',
    name: 'ledger-import',
    component: () => import('../features/ledger/ImportView.vue'),
    props: ({ params }) => ({ id: params.id }),
    meta: { title: 'ledger.file', edits: true },
  },
  {
    path: '/reviews/:number(\\d+)/live',
    name: 'review-live',
    component: () => import('../features/live-session/LiveSessionView.vue'),
    props: ({ params }) => ({ number: params.number }),
    meta: { title: 'liveSession.title', edits: true },
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./NotFoundView.vue'),
    meta: { title: 'app.notFound.title', isOpen: true },
  },
];
