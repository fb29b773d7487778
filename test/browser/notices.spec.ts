import { NoticeSweep } from '../../backend/src/notices/index';
import { startApi } from '../support/api';
import { barriersOf, useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';
import { type MailServer, startMailServer } from '../support/mail-server';
import { freePort } from '../support/server';

const t = wordsOf('de');
let mailServer: MailServer;
let settings: Record<string, string>;
const suite = useBrowser({
  contents: 'sample',
  settings: async () => {
    mailServer = await startMailServer();
    const port = String(await freePort());
    settings = {
      PORT: port,
      PUBLIC_URL: `http://localhost:${port}`,
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'agenda@stadt.example',
    };
    return settings;
  },
});
afterAll(() => mailServer.stop());

describe('mails to people', () => {
  it('Project lead 2: asked when it matters, by a mail whose link opens the form', async () => {
    const [lead] = await suite.database.query<{ id: string; project: string }>(
      `select x.person_id as id, p.id as project
         from project_person x join project p on p.id = x.project_id join account a on a.person_id = x.person_id
        where a.login = 'project-lead' and x.function = 'lead' and p.phase = 'in-progress' limit 1`,
    );
    await suite.database.query(
      `insert into report_request (id, project_id, due_on, requested_at) values (uuidv7(), $1, current_date + 7, now())`,
      [lead?.project],
    );
    await suite.database.query(
      `update person set mail = 'leitung@stadt.example', is_sample = false where id = $1`,
      [lead?.id],
    );
    const sweeping = await startApi(suite.database.url, { ...settings, SAMPLE_ACCOUNTS: 'on' });
    await sweeping.app.get(NoticeSweep).run();
    const isAsked = ({ subject }: { subject: string }) => subject.startsWith('Statusbericht erbeten');
    for (let turn = 0; turn < 100 && !mailServer.mails.some(isAsked); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await sweeping.stop();
    await suite.database.query(`update person set is_sample = true where id = $1`, [lead?.id]);
    const asked = mailServer.mails.find(isAsked);
    const link = /http:\S+\/status-update/.exec(asked?.text ?? '')?.[0] ?? '';
    expect(new URL(link).origin).toBe(settings.PUBLIC_URL);
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/status-update$/);
  });
});

describe('the own account', () => {
  it('chooses one mail a week, and makes, shows once and ends a calendar', async () => {
    const page = await suite.newPage({ as: 'employee' });
    await page.goto('/account');
    await page.getByLabel(t('account.notices.mode')).selectOption('weekly');
    await page.getByRole('button', { name: t('account.notices.save') }).click();
    await page.getByText(t('account.notices.saved')).waitFor();
    await page.getByLabel(t('account.calendars.kind')).selectOption('portfolio');
    await page.getByRole('button', { name: t('account.calendars.create') }).click();
    const address = await page.getByLabel(t('account.calendars.address')).inputValue();
    expect((await (await fetch(address)).text()).startsWith('BEGIN:VCALENDAR')).toBe(true);
    // What was scrolled half under the head of the page is no barrier of it.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await barriersOf(page)).toEqual([]);
    await page.reload();
    expect(await page.getByLabel(t('account.notices.mode')).inputValue()).toBe('weekly');
    await page.getByRole('button', { name: t('account.calendars.revoke') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('account.calendars.revoke') })
      .click();
    await page.getByText(t('account.calendars.empty')).waitFor();
    expect((await fetch(address)).status).toBe(404);
  });
});

describe('the amounts that changed', () => {
  it('Finance 6: come by mail, as often as is chosen beside them or in the own account', async () => {
    const page = await suite.newPage({ as: 'finance' });
    await page.goto('/finance/changes');
    const open = page.getByRole('button', { name: t('financeChanges.byMail.title') });
    const rhythm = page.getByLabel(t('financeChanges.byMail.label'));
    await open.click();
    expect(await rhythm.inputValue()).toBe('never');
    await rhythm.selectOption('monthly');
    await page.getByText(t('financeChanges.byMail.saved')).waitFor();
    expect(await barriersOf(page)).toEqual([]);

    await page.goto('/account');
    const own = page.getByLabel(t('account.notices.amounts'));
    expect(await own.inputValue()).toBe('monthly');
    await own.selectOption('weekly');
    await page.getByRole('button', { name: t('account.notices.save') }).click();
    await page.getByText(t('account.notices.saved')).waitFor();
    await page.goto('/finance/changes');
    await open.click();
    expect(await rhythm.inputValue()).toBe('weekly');
  });

  it('are offered by mail to nobody who may not see them', async () => {
    const page = await suite.newPage({ as: 'employee' });
    await page.goto('/account');
    await page.getByLabel(t('account.notices.mode')).waitFor();
    expect(await page.getByLabel(t('account.notices.amounts')).count()).toBe(0);
  });
});
