import type { Page } from 'playwright-core';
import { barriersOf, overflowOf, useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';
import { startProvider, type TestProvider } from '../support/oidc/provider';
import { freePort } from '../support/server';

const t = wordsOf('de');
const label = 'Stadt-Konto';
let provider: TestProvider;

const suite = useBrowser({
  contents: 'strategy',
  settings: async () => {
    const port = await freePort();
    const appOrigin = `http://localhost:${port}`;
    provider = await startProvider({ appOrigin });
    return {
      PORT: String(port),
      PUBLIC_URL: appOrigin,
      SAMPLE_ACCOUNTS: 'off',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'agenda',
      OIDC_LABEL: label,
      OIDC_ROLES: 'agenda-lead=project-lead,agenda-office=portfolio-office',
      OIDC_OFFICE_CLAIM: 'office',
    };
  },
});
afterAll(() => provider.stop());

const byProvider = t('session.provider.submit', { label });

/** Fills the provider's page, where it has not seen the person before. */
async function signInAtProvider(page: Page, id: string): Promise<void> {
  await page.getByRole('heading', { name: 'Provider' }).waitFor();
  await page.getByLabel('Name').fill(id);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signIn(page: Page, id: string): Promise<void> {
  await page.getByRole('link', { name: byProvider }).click();
  await signInAtProvider(page, id);
}

async function account(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t('app.account.title')}`) }).click();
}

describe('signing in by the provider', () => {
  it('leads to the page that was asked for, shows name and role, and signs out at both ends', async () => {
    await provider.person('jm', { name: 'Jörg Müller', groups: ['agenda-lead'], office: 'IT' });
    const page = await suite.newPage();
    await page.goto('/check-grid');
    await signIn(page, 'jm');
    await heading(page, t('assessments.heatmap.title')).waitFor();
    expect(new URL(page.url()).pathname).toBe('/check-grid');
    await account(page);
    expect(await page.getByText('Jörg Müller').count()).toBeGreaterThan(0);
    await page.getByText(new RegExp(t('shared.role.projectLead'))).waitFor();

    await page.getByRole('button', { name: t('app.account.signOut') }).click();
    await page.getByText(t('session.signedOut')).waitFor();
    // The provider has forgotten the person as well, so it asks again.
    await page.getByRole('link', { name: byProvider }).click();
    await page.getByRole('heading', { name: 'Provider' }).waitFor();
    const sessions = await suite.database.query('select from session');
    expect(sessions).toHaveLength(0);
  });

  it('takes away the right of a group that is gone at the next sign-in', async () => {
    await provider.person('po', { name: 'Pia Otto', groups: ['agenda-office'] });
    const page = await suite.newPage();
    await page.goto('/');
    await signIn(page, 'po');
    await page.getByRole('link', { name: t('app.nav.createProject') }).waitFor();
    await provider.person('po', { name: 'Pia Otto', groups: [] });
    await page.goto('/api/v1/session/oidc?returnTo=/portfolio');
    await heading(page, t('portfolio.title')).waitFor();
    expect(await page.getByRole('link', { name: t('app.nav.createProject') }).count()).toBe(0);
  });

  it('ends the session here when the person signs out elsewhere', async () => {
    await provider.person('elsewhere', { name: 'Else Where', groups: ['agenda-lead'] });
    const page = await suite.newPage();
    await page.goto('/');
    await signIn(page, 'elsewhere');
    await heading(page, t('myWork.title')).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${provider.issuer}/session/end`);
    await other.getByRole('heading').waitFor();
    await page.reload();
    await page.getByRole('link', { name: byProvider }).waitFor();
  });

  it('in place keeps what was typed', async () => {
    await provider.person('typing', { name: 'Ty Ping', groups: ['agenda-office'], office: 'IT' });
    const page = await suite.newPage();
    await page.goto('/projects/new');
    await signIn(page, 'typing');
    const title = page.getByRole('textbox', { name: new RegExp(`^${t('projects.field.title')}`) });
    await title.fill('Halb getippt');
    await page.getByLabel(t('projects.field.primaryActionField')).selectOption({ index: 1 });
    await suite.database.query('delete from session');
    await page.getByRole('button', { name: t('projects.form.create') }).click();
    const dialog = page.getByRole('dialog', { name: t('app.signInAgain.title') });
    await dialog.waitFor();
    expect(await barriersOf(page)).toEqual([]);
    const opened = page.waitForEvent('popup');
    await dialog.getByRole('button', { name: byProvider }).click();
    const popup = await opened;
    if (!popup.isClosed()) await popup.waitForEvent('close');
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForURL(/\/projects\/(?!new)/);
    await heading(page, 'Halb getippt').waitFor();
  });
});

describe('the window of a sign-in', () => {
  it('says how to go on where the browser does not let it close itself', async () => {
    await provider.person('tab', { name: 'T. Ab' });
    const page = await suite.newPage();
    await page.goto('/signed-in');
    await signIn(page, 'tab');
    await heading(page, t('session.signedIn.title')).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('link', { name: t('session.signedIn.toPortfolio') }).click();
    await heading(page, t('portfolio.title')).waitFor();
  });
});

describe('the sign-in page', () => {
  it('explains what went wrong, and leads to the same page with the next try', async () => {
    await provider.goAway();
    const page = await suite.newPage({ width: 390, height: 844 });
    await page.goto('/check-grid');
    await page.getByRole('link', { name: byProvider }).click();
    await page.getByRole('alert').getByText(t('errors.oidcProviderAway')).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await provider.comeBack();
    await provider.person('again', { name: 'A. Gain', groups: ['agenda-lead'] });
    await signIn(page, 'again');
    await heading(page, t('assessments.heatmap.title')).waitFor();
  });

  it('keeps the local accounts for whoever looks for them', async () => {
    const page = await suite.newPage();
    await page.goto('/sign-in');
    const login = page.getByLabel(t('session.login'));
    expect(await login.isVisible()).toBe(false);
    await page.getByText(t('session.provider.local')).click();
    expect(await login.isVisible()).toBe(true);
  });
});
