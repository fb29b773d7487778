import { hash } from '@node-rs/argon2';
import type { Page } from 'playwright-core';
import { barriersOf, signInAs, useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { emptyProject, fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';
import { type MailServer, secretIn, startMailServer } from '../support/mail-server';
import { freePort } from '../support/server';

const t = wordsOf('de');
const LOGIN = 'erika.beispiel@stadt.example';
const PASSWORD = 'vier Fische lesen Zeitung';

let mailServer: MailServer;
const suite = useBrowser({
  contents: 'sample',
  settings: async () => {
    mailServer = await startMailServer();
    const port = String(await freePort());
    return {
      PORT: port,
      PUBLIC_URL: `http://localhost:${port}`,
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'agenda@stadt.example',
    };
  },
});
afterAll(() => mailServer.stop());

const press = (page: Page, key: string): Promise<void> =>
  page.getByRole('button', { name: t(key), exact: true }).click();

/** Makes a person with a local account, with a password or without. */
async function aPerson(login: string, password?: string): Promise<void> {
  await suite.database.query(
    `with made as (insert into person (id, display_name, mail, roles)
       values (gen_random_uuid(), 'Erika Beispiel', $1, '{employee}') returning id)
     insert into account (id, person_id, login, password_hash) select gen_random_uuid(), id, $1, $2 from made`,
    [login, password === undefined ? null : await hash(password)],
  );
}

/** Every session ends on the server, as by itself; the browsers do not know. */
const endAllSessions = (): Promise<unknown> => suite.database.query('delete from session');

describe('a forgotten password', () => {
  it('leads from the sign-in page by a mail to a new one, and in', async () => {
    await aPerson(LOGIN);
    const page = await suite.newPage();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: t('session.forgot') }).click();
    await page.getByLabel(t('session.forgotten.login')).fill(LOGIN);
    await press(page, 'session.forgotten.submit');
    await page.getByText(t('session.forgotten.asked')).waitFor();
    const [mail] = await mailServer.waitFor(1);
    const secret = secretIn(mail ?? { text: '' });
    await page.goto(`/set-password#${secret}`);
    const password = page.getByLabel(t('session.setPassword.password'), { exact: true });
    await password.waitFor();
    expect(page.url()).not.toContain(secret);
    expect(await page.getByLabel(t('session.login')).inputValue()).toBe(LOGIN);
    expect(await barriersOf(page)).toEqual([]);
    suite.expectFault(/422/);
    await password.fill('Sommer2026!!!');
    await press(page, 'session.setPassword.submit');
    await page.getByText(t('errors.passwordCommon')).waitFor();
    await page.getByRole('button', { name: t('shared.field.showPassword') }).click();
    expect(await password.inputValue()).toBe('Sommer2026!!!');
    expect(await password.getAttribute('type')).toBe('text');
    await password.fill(PASSWORD);
    await press(page, 'session.setPassword.submit');
    await page.getByText(t('session.setPassword.done')).waitFor();
    await page.getByLabel(t('session.login')).fill(LOGIN);
    await page.getByLabel(t('session.password'), { exact: true }).fill(PASSWORD);
    await press(page, 'session.submit');
    await heading(page, t('portfolio.title')).waitFor();
  });

  it('gets the same words for nobody’s login, and a used link says what to do', async () => {
    const page = await suite.newPage();
    await page.goto('/forgotten-password');
    await page.getByLabel(t('session.forgotten.login')).fill('nobody@stadt.example');
    await press(page, 'session.forgotten.submit');
    await page.getByText(t('session.forgotten.asked')).waitFor();
    suite.expectFault(/410/);
    await page.goto(`/set-password#${'x'.repeat(43)}`);
    await page.getByText(t('session.setPassword.invalid')).waitFor();
    await page.getByRole('link', { name: t('session.setPassword.newLink') }).click();
    await heading(page, t('session.forgotten.title')).waitFor();
  });
});

describe('my account', () => {
  it('shows where I am signed in, and ends it there', async () => {
    const here = await suite.newPage({ as: 'employee' });
    const there = await suite.newPage({ as: 'employee' });
    await there.goto('/portfolio');
    await here.goto('/account');
    await here.getByText(t('account.sessions.here'), { exact: true }).waitFor();
    expect(await barriersOf(here)).toEqual([]);
    await press(here, 'account.sessions.endOthers');
    await here.getByText(t('account.sessions.othersEnded')).waitFor();
    suite.expectFault(/401/);
    await there.getByRole('link', { name: t('app.nav.checkGrid') }).click();
    await there.getByRole('heading', { name: t('app.signInAgain.title') }).waitFor();
    expect((await here.request.get('/api/v1/me')).status()).toBe(200);
  });
});

describe('a session that ends while somebody types', () => {
  const REF = 'DA-2022-011';
  beforeEach(() => suite.expectFault(/401/));

  const dialog = (page: Page) => page.getByRole('dialog', { name: t('app.signInAgain.title') });

  async function signInAgain(page: Page): Promise<void> {
    await dialog(page).waitFor();
    await dialog(page).locator('.da-role').first().click();
    await dialog(page).waitFor({ state: 'hidden' });
  }

  async function typeReport(page: Page, text: string): Promise<void> {
    await page.goto(`/projects/${REF}/status-update`);
    await page.getByLabel(t('statusReports.texts.done')).fill(text);
    await page.getByText(t.like('statusReports.draft.saved')).waitFor();
  }

  async function lastReport(page: Page): Promise<string> {
    const answer = await page.request.get(`/api/v1/projects/${REF}/status-reports?pageSize=1`);
    return ((await answer.json()) as { items: { done: string }[] }).items[0]?.done ?? '';
  }

  it('loses nothing of a status report', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await typeReport(page, 'Geschrieben, als die Sitzung noch lief');
    await endAllSessions();
    await press(page, 'statusReports.update.publish');
    await signInAgain(page);
    await page.waitForURL(`**/projects/${REF}?tab=status`);
    expect(await lastReport(page)).toBe('Geschrieben, als die Sitzung noch lief');
  });

  it('loses nothing of a status report by a reload after the end', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await typeReport(page, 'Vor dem Neuladen');
    await endAllSessions();
    await page.reload();
    await page.locator('.da-role').first().click();
    const done = page.getByLabel(t('statusReports.texts.done'));
    await done.waitFor();
    expect(await done.inputValue()).toBe('Vor dem Neuladen');
  });

  it('loses nothing of a project, and several requests that fail at once need one sign-in', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto(`/projects/${fullProject}/edit`);
    const title = page.getByLabel(t('projects.field.title'));
    await title.fill('Titel nach dem Ende');
    await endAllSessions();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    // What is shown asks anew when its window comes back, while the saving is on its way.
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('button', { name: t('projects.save'), exact: true }).click();
    await signInAgain(page);
    await heading(page, 'Titel nach dem Ende').waitFor();
    expect(asked.filter((request) => request === 'POST /api/v1/session/sample')).toHaveLength(1);
  });

  it('loses nothing of the check grid', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto(`/projects/${emptyProject}/assessment/self`);
    const card = page.getByRole('article').first();
    await page.getByRole('article').nth(8).waitFor();
    if ((await card.getByRole('radio').count()) === 0) await card.getByRole('button').first().click();
    await card.getByRole('radio', { name: /^3\b/ }).check();
    await card.getByLabel(t('assessments.entry.reason')).fill('Nach dem Ende begründet');
    await endAllSessions();
    await card.getByRole('button').last().focus();
    await signInAgain(page);
    await card.getByText(t('assessments.entry.state.saved'), { exact: true }).waitFor();
    const scores = await suite.database.query(
      `select 1 from principle_score where reason = 'Nach dem Ende begründet'`,
    );
    expect(scores).toHaveLength(1);
  });

  it('gives nothing of the first to somebody else who signs in', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    const other = 'andere@stadt.example';
    await aPerson(other, PASSWORD);
    await typeReport(page, 'Nur für mich');
    await endAllSessions();
    const before = await suite.database.query('select id from status_report');
    await press(page, 'statusReports.update.publish');
    await dialog(page).waitFor();
    page.on('dialog', (question) => void question.accept());
    await dialog(page).getByLabel(t('session.login')).fill(other);
    await dialog(page).getByLabel(t('session.password'), { exact: true }).fill(PASSWORD);
    await dialog(page)
      .getByRole('button', { name: t('session.submit'), exact: true })
      .click();
    await heading(page, t('portfolio.title')).waitFor();
    expect(await suite.database.query('select id from status_report')).toEqual(before);
    const drafts = await suite.database.query(
      `select 1 from status_draft d join person p on p.id = d.person_id where p.mail = $1`,
      [other],
    );
    expect(drafts).toEqual([]);
  });

  it('sends nothing as somebody who signed in in another tab', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await typeReport(page, 'Aus dem ersten Fenster');
    await signInAs(page, { role: 'portfolio-office', origin: suite.origin });
    await press(page, 'statusReports.update.publish');
    await signInAgain(page);
    await page.waitForURL(`**/projects/${REF}?tab=status`);
    const [report] = await suite.database.query<{ name: string }>(
      `select person.display_name as name
         from history.status_report report join change on change.rev = report.from_rev
         join person on person.id = change.actor_id
        where report.done = 'Aus dem ersten Fenster'`,
    );
    expect(report?.name).toContain('Projektleitung');
  });
});
