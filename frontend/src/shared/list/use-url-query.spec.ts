import { flushPromises, mount } from '@vue/test-utils';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { flag, integer, list, oneOf, text, useUrlQuery } from './use-url-query';

const fields = () => ({
  q: text(),
  phase: list(['idea', 'approved'] as const),
  overdue: flag(),
  groupBy: oneOf(['', 'phase'], ''),
  page: integer(1),
});

/** A page whose code comes after what was typed would stand in the URL. */
const later = <T>(view: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(view), 1000));

async function listAt(address: string) {
  let url: ReturnType<typeof useUrlQuery<ReturnType<typeof fields>>> | undefined;
  const view = defineComponent({
    setup() {
      url = useUrlQuery(fields());
      return () => h('div');
    },
  });
  const router: Router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'list', component: view },
      { path: '/slow', name: 'slow', component: () => later(view) },
    ],
  });
  await router.push(address);
  mount(view, { global: { plugins: [router] } });
  if (url === undefined) throw new Error('not mounted');
  return { url, router };
}

describe('the state of a list in the URL', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  it('is read with repeated keys, and what makes no sense is left out', async () => {
    const { url } = await listAt('/?phase=idea&phase=nonsense&page=0&groupBy=x&overdue=true');
    expect({ ...url.values }).toEqual({ q: '', phase: ['idea'], overdue: true, groupBy: '', page: 1 });
    expect(url.active.value).toEqual(['phase', 'overdue']);
  });

  it('goes back to the first page when a filter changes, and keeps what belongs to others', async () => {
    const { url, router } = await listAt('/?page=3&asOf=2026-01-31');
    url.set({ phase: ['approved'] });
    await jest.runAllTimersAsync();
    expect(router.currentRoute.value.query).toEqual({ asOf: '2026-01-31', phase: ['approved'] });
  });

  it('joins two changes of one moment', async () => {
    const { url, router } = await listAt('/');
    url.set({ phase: ['idea'] });
    url.set({ overdue: true });
    await jest.runAllTimersAsync();
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ phase: ['idea'], overdue: 'true' });
  });

  it('waits for a pause in typing, and a click in between loses nothing', async () => {
    const { url, router } = await listAt('/');
    url.typed('q', 'por');
    await jest.advanceTimersByTimeAsync(100);
    expect(router.currentRoute.value.query).toEqual({});
    url.set({ overdue: true });
    await jest.runAllTimersAsync();
    expect(router.currentRoute.value.query).toEqual({ q: 'por', overdue: 'true' });
  });

  it('lets nobody who goes elsewhere right after typing stay behind', async () => {
    const { url, router } = await listAt('/');
    url.typed('q', 'por');
    void router.push('/slow');
    await jest.runAllTimersAsync();
    expect(router.currentRoute.value.fullPath).toBe('/slow');
  });

  it('says where a link leads', async () => {
    const { url, router } = await listAt('/?page=2&q=x');
    expect(router.resolve(url.link({ overdue: true })).fullPath).toBe('/?q=x&overdue=true');
  });
});
