import { createPinia, setActivePinia } from 'pinia';
import { createAppRouter } from './router';
import { useMoment } from './stores/moment';
import { useSession } from './stores/session';

const person = {
  id: 'p1',
  displayName: 'Projektleitung',
  roles: ['project-lead'],
  office: null,
  isSecretary: false,
  permissions: [],
};

async function appAt(address: string, { signedIn = true } = {}) {
  setActivePinia(createPinia());
  window.history.replaceState(null, '', address);
  globalThis.fetch = () =>
    Promise.resolve(
      Response.json({
        person: signedIn ? person : null,
        sampleMode: false,
        sampleAccounts: [],
        demoData: false,
      }),
    );
  await useSession().load();
  const router = createAppRouter();
  // The rules are those of the router, whatever the pages show.
  for (const record of router.getRoutes()) record.components = { default: { render: () => null } };
  await router.push(address);
  return { router, moment: useMoment() };
}

// The test environment has no window that could scroll.
beforeAll(() => {
  window.scrollTo = () => undefined;
});

describe('the moment in the URL', () => {
  it('goes along with every link', async () => {
    const { router, moment } = await appAt('/portfolio?asOf=2026-01-31');
    await router.push({ name: 'check-grid' });
    expect(router.currentRoute.value.fullPath).toBe('/check-grid?asOf=2026-01-31');
    expect(moment.readOnly).toBe(true);
    expect(moment.today).toBe('2026-01-31');
  });

  it('is not taken when it is no moment', async () => {
    const { router, moment } = await appAt('/portfolio?asOf=yesterday');
    expect(moment.asOf).toBeNull();
    expect(router.currentRoute.value.fullPath).toBe('/portfolio');
  });

  it('is what the URL says after a step back', async () => {
    const { router, moment } = await appAt('/portfolio');
    await router.push('/portfolio?asOf=r12');
    expect(moment.asOf).toBe('r12');
    const arrived = new Promise<void>((resolve) => {
      const stop = router.afterEach(() => {
        stop();
        resolve();
      });
    });
    router.back();
    await arrived;
    expect(moment.asOf).toBeNull();
  });

  it('leads from a page that changes something to the page that shows it', async () => {
    const { router } = await appAt('/projects/DA-2022-014/edit?asOf=2026-01-31');
    expect(router.currentRoute.value.fullPath).toBe('/projects/DA-2022-014?asOf=2026-01-31');
  });
});

describe('who is not signed in', () => {
  it('signs in first and then comes to where the link led', async () => {
    const { router } = await appAt('/check-grid?asOf=r7', { signedIn: false });
    expect(router.currentRoute.value.name).toBe('sign-in');
    expect(router.currentRoute.value.query.redirect).toBe('/check-grid?asOf=r7');
  });
});
