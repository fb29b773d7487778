import { NoticeSweep } from '../../backend/src/notices/index';
import { addDays, Jobs } from '../../backend/src/platform/index';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import type { Digest } from '../support/digest';
import {
  MAIL_ORIGIN as ORIGIN,
  type MailServer,
  mailSettings,
  type ReceivedMail,
  startMailServer,
} from '../support/mail-server';
import { aProject, type TestProject } from '../support/projects';

let database: TestDatabase;
let mailServer: MailServer;
let apis: TestApi[];
let api: TestApi;
let finance: ApiClient;
let personId: string;
let project: TestProject;
/** The Monday of the week in which this runs: what is written now was changed in its days. */
let monday: string;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  mailServer = await startMailServer();
  const settings = mailSettings(mailServer);
  apis = [await startApi(database.url, settings), await startApi(database.url, settings)];
  api = apis[0] as TestApi;
  finance = await api.as('finance');
  const [account] = await database.query<{ person_id: string; monday: string }>(
    `select person_id, to_char(date_trunc('week', now() at time zone 'Europe/Berlin'), 'YYYY-MM-DD') as monday
       from account where login = 'finance'`,
  );
  personId = account?.person_id ?? '';
  monday = account?.monday ?? '';
  project = await aProject(await api.as('project-lead'), { title: 'Bürgerportal' });
  const need = { year: 2031, direction: 'expense', note: '' };
  for (const [kind, amountCents] of [
    ['operating', 123_456],
    ['operating', 50_000],
    ['capital', 200_000_00],
  ] as const)
    await project.send('POST', '/needs', { ...need, kind, amountCents });
});
afterAll(async () => {
  jest.restoreAllMocks();
  for (const server of apis) await server.stop();
  await mailServer.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.query('delete from notice');
  await database.query('delete from notice_preference');
  await database.query(
    `update person set mail = 'finanzen@stadt.example', is_sample = false, roles = '{finance}' where id = $1`,
    [personId],
  );
});

const sweep = (server: TestApi): Promise<number> => server.app.get(NoticeSweep).run();

async function prefer(body: object): Promise<void> {
  expect((await finance.send('PATCH', '/api/v1/me/notices', body)).status).toBe(204);
}

/** At seven o'clock in winter of that day, and at eight in summer; by UTC and an hour of it. */
const at = (day: string, time = '06:00'): string => `${day}T${time}:00Z`;

/** Both servers look at once and send what waits; returns what arrived by that. */
async function told(instant: string): Promise<ReceivedMail[]> {
  for (const server of apis) server.setClock(instant);
  const before = mailServer.mails.length;
  await Promise.all(apis.map(sweep));
  await Promise.all(apis.map((server) => server.app.get(Jobs).workOff('mail')));
  return mailServer.mails.slice(before);
}

/** The days of a mail that is noted at an instant, and none where there is none. */
async function daysAt(instant: string): Promise<string[]> {
  api.setClock(instant);
  await sweep(api);
  const noted = await database.query<{ due_key: string }>(
    `delete from notice where kind = 'finance-digest' returning due_key`,
  );
  return noted.map((notice) => notice.due_key);
}

describe('a mail with the amounts that changed', () => {
  it('comes to nobody who did not choose it', async () => {
    expect(await told(at(addDays(monday, 7)))).toEqual([]);
  });

  it('says on Monday what the week before changed, once from two servers, and leads to the same sums', async () => {
    await prefer({ financeDigest: 'weekly' });
    const [mail, ...more] = await told(at(addDays(monday, 7)));
    expect(more).toEqual([]);
    expect(await told(at(addDays(monday, 8)))).toEqual([]);
    expect(mail?.to).toBe('finanzen@stadt.example');
    expect(mail?.subject).toMatch(/^Geänderte Beträge, \d.* \d{4}$/);
    expect(mail?.text).toContain('3 Änderungen an einem Projekt haben Beträge verändert');
    expect(mail?.text).toContain(
      '– Bedarf, Ergebnishaushalt, Aufwand: 2-mal geändert, +1.734,56\u00A0€\n' +
        '– Bedarf, Finanzhaushalt, Auszahlung: einmal geändert, +200.000,00\u00A0€\n',
    );
    const [, query = ''] = /\/finance\/changes\?(\S+)/.exec(mail?.text ?? '') ?? [];
    expect(query).toBe(`from=${addDays(monday, -1)}&to=${addDays(monday, 6)}`);
    expect(mail?.html).toContain(`<a href="${ORIGIN}/finance/changes?`);
    const { body } = await finance.get<Digest>(`/api/v1/finance/changes?${query}`);
    expect(body.totals.map(({ count, differenceCents }) => [count, differenceCents])).toEqual([
      [2, 173_456],
      [1, 200_000_00],
    ]);
  });

  it('is English for who reads English', async () => {
    await prefer({ financeDigest: 'weekly', language: 'en' });
    const [mail] = await told(at(addDays(monday, 7)));
    expect(mail?.subject).toMatch(/^Changed amounts, /);
    expect(mail?.text).toContain('3 changes to one project altered amounts');
    expect(mail?.text).toContain('changed 2 times, +€1,734.56\n');
    expect(mail?.text).not.toMatch(/Bedarf|geändert/);
  });

  it('does not come for days in which nothing changed', async () => {
    await prefer({ financeDigest: 'weekly' });
    expect(await told(at(addDays(monday, 14)))).toEqual([]);
    expect(await told(at(monday))).toEqual([]);
  });

  it.each([
    ['weekly', at('2026-03-30', '04:59'), []],
    ['weekly', at('2026-03-30', '05:00'), ['2026-03-23/2026-03-29']],
    ['weekly', at('2026-10-26', '05:59'), []],
    ['weekly', at('2026-10-26', '06:00'), ['2026-10-19/2026-10-25']],
    ['weekly', at('2027-01-04'), ['2026-12-28/2027-01-03']],
    ['weekly', at('2027-01-06', '05:59'), ['2026-12-28/2027-01-03']],
    ['weekly', at('2027-01-06'), []],
    ['monthly', at('2027-01-01', '05:59'), []],
    ['monthly', at('2027-01-01'), ['2026-12-01/2026-12-31']],
    ['monthly', at('2028-03-01'), ['2028-02-01/2028-02-29']],
    ['monthly', at('2027-04-01', '05:00'), ['2027-03-01/2027-03-31']],
    ['monthly', at('2027-04-03', '05:00'), []],
    ['never', at('2027-02-01'), []],
  ] as const)('is %s for whole days from seven in the morning: %s', async (financeDigest, instant, days) => {
    await prefer({ financeDigest });
    expect(await daysAt(instant)).toEqual(days);
  });

  it('does not come to who may not see finance, nor once that right is gone or the mail is not wanted any more', async () => {
    await prefer({ financeDigest: 'weekly' });
    const roles = (role: string) =>
      database.query('update person set roles = array[$1] where id = $2', [role, personId]);
    await roles('employee');
    expect(await daysAt(at(addDays(monday, 7)))).toEqual([]);
    await roles('finance');
    api.setClock(at(addDays(monday, 7)));
    const before = mailServer.mails.length;
    await sweep(api);
    await roles('employee');
    await api.app.get(Jobs).workOff('mail');
    expect(mailServer.mails.slice(before)).toEqual([]);

    await roles('finance');
    await database.query('delete from notice');
    await sweep(api);
    await prefer({ financeDigest: 'never' });
    await api.app.get(Jobs).workOff('mail');
    expect(mailServer.mails.slice(before)).toEqual([]);
  });

  it('is chosen by a known word alone, and the rest of the choice stays', async () => {
    await prefer({ mode: 'weekly', language: 'en' });
    await prefer({ financeDigest: 'monthly' });
    const answer = await finance.send('PATCH', '/api/v1/me/notices', { financeDigest: 'daily' });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      400,
      expect.stringContaining('/financeDigest'),
    ]);
    expect((await finance.get('/api/v1/me/notices')).body).toMatchObject({
      mode: 'weekly',
      language: 'en',
      financeDigest: 'monthly',
    });
  });
});
