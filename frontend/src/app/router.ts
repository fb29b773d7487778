import { nextTick } from 'vue';
import { createRouter, createWebHistory, type LocationQuery, type Router } from 'vue-router';
import { focusPage } from '../shared/ui/page-focus';
import { i18n } from './i18n';
import { routes } from './routes';
import { isMoment, useMoment } from './stores/moment';
import { useSession } from './stores/session';

/** Leads to the pages: who has to sign in first, and the moment that goes along with every address. */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  guardSignIn(router);
  carryMoment(router);
  announcePages(router);
  return router;
}

function guardSignIn(router: Router): void {
  router.beforeEach((to) => {
    const session = useSession();
    if (session.person === null && to.meta.isOpen !== true) {
      // Where somebody starts depends on who signs in.
      return { name: 'sign-in', query: to.redirectedFrom?.path === '/' ? {} : { redirect: to.fullPath } };
    }
    if (session.person !== null && to.name === 'sign-in') return { name: session.startPage };
    return true;
  });
}

/** A link knows nothing of the moment; steps back and forth through the history mean what their URL says. */
function carryMoment(router: Router): void {
  let isStep = false;
  router.options.history.listen(() => {
    isStep = true;
  });
  let isFirst = true;

  router.beforeEach((to) => {
    const moment = useMoment();
    const inUrl = isMoment(to.query.asOf) ? to.query.asOf : null;
    if (typeof to.query.asOf === 'string' && inUrl === null) moment.refuse(to.query.asOf.slice(0, 40));
    const urlDecides = isStep || isFirst || to.query.asOf !== undefined;
    isStep = false;
    isFirst = false;
    if (to.name === 'sign-in') {
      moment.take(null);
      return true;
    }
    if (urlDecides) moment.take(inUrl);
    if (moment.asOf !== null && to.meta.edits === true) return pageInstead(to.params.ref, to.query);
    if (inUrl === moment.asOf && (inUrl !== null || to.query.asOf === undefined)) return true;
    return { path: to.path, hash: to.hash, query: withMoment(to.query, moment.asOf) };
  });
}

function pageInstead(ref: string | string[] | undefined, query: LocationQuery) {
  const kept = withMoment({}, useMoment().asOf ?? (typeof query.asOf === 'string' ? query.asOf : null));
  return typeof ref === 'string'
    ? { name: 'project', params: { ref }, query: kept }
    : { name: 'portfolio', query: kept };
}

function withMoment(query: LocationQuery, asOf: string | null): LocationQuery {
  const { asOf: _old, ...rest } = query;
  return asOf === null ? rest : { ...rest, asOf };
}

function announcePages(router: Router): void {
  router.afterEach((to, from, failure) => {
    if (failure !== undefined) return;
    if (to.name !== from.name && to.meta.title !== undefined) {
      document.title = `${i18n.global.t(to.meta.title)} – ${i18n.global.t('shared.productName')}`;
    }
    if (from.matched.length > 0 && to.path !== from.path) void nextTick(focusPage);
  });
}
