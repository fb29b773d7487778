import { Jobs, Mails, Transactions } from '../../backend/src/platform/index';
import { type ApiAnswer, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aLocalPerson, type LocalPerson, PASSWORD, signIn } from '../support/local-accounts';
import { type MailServer, secretIn, startMailServer } from '../support/mail-server';

const NEXT = 'fünf Vögel hören Radio';
const ORIGIN = 'https://agenda.example.org';

let database: TestDatabase;
let mailServer: MailServer;
let api: TestApi;
let person: LocalPerson;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  mailServer = await startMailServer();
  api = await startApi(database.url, {
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Digitale Agenda <agenda@stadt.example>',
    PUBLIC_URL: ORIGIN,
    INSECURE_HTTP_COOKIE: 'on',
  });
});
afterAll(async () => {
  await api.stop();
  await mailServer.stop();
  await database.drop();
});
beforeEach(async () => {
  person = await aLocalPerson(api, database);
  await database.query('delete from sign_in_delay');
});

const ask = (login: string): Promise<ApiAnswer> =>
  api.anonymous.send('POST', '/api/v1/account-links', { login });
const use = (secret: string, password = NEXT): Promise<ApiAnswer> =>
  api.anonymous.send('POST', '/api/v1/account-links/use', { secret, password });
const check = (secret: string): Promise<ApiAnswer> =>
  api.anonymous.send('POST', '/api/v1/account-links/check', { secret });

/** Lets the server send what waits, and returns what arrived by that. */
async function sent(): Promise<MailServer['mails']> {
  const before = mailServer.mails.length;
  await api.app.get(Jobs).workOff('mail');
  return mailServer.mails.slice(before);
}

async function secretFor(login: string): Promise<string> {
  expect((await ask(login)).status).toBe(202);
  const [mail] = await sent();
  if (mail === undefined) throw new Error('No mail has come.');
  return secretIn(mail);
}

describe('a forgotten password', () => {
  it('is set anew by a link in a mail', async () => {
    expect((await ask(person.login.toUpperCase())).status).toBe(202);
    const [mail, ...more] = await sent();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: person.login, from: '"Digitale Agenda" <agenda@stadt.example>' });
    expect(mail?.text).toContain(`${ORIGIN}/set-password#`);
    expect(mail?.html).toContain('</a>');
    const secret = secretIn(mail ?? { text: '' });
    expect((await check(secret)).body).toEqual({ purpose: 'reset', login: person.login });
    expect((await use(secret)).status).toBe(204);
    expect((await signIn(api.anonymous, { ...person, password: NEXT })).status).toBe(204);
    expect((await signIn(api.anonymous, person)).status).toBe(401);
  });

  it('is asked for by the mail address as well, when the login is another one', async () => {
    await database.query('update account set login = $2 where login = $1', [person.login, `k${person.id}`]);
    expect((await check(await secretFor(person.login))).body).toMatchObject({ login: `k${person.id}` });
  });

  it('gets the same answer for nobody’s login, and no mail', async () => {
    const [known, unknown] = [await ask(person.login), await ask('nobody@stadt.example')];
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(unknown.statements).toBe(known.statements);
    expect(await sent()).toHaveLength(1);
  });

  it('ends all sessions of the person, and signs nobody in', async () => {
    const before = await api.as('employee');
    const client = api.anonymous;
    const secret = await secretFor(person.login);
    await database.query('update session set person_id = $1', [person.id]);
    expect((await before.get('/api/v1/projects')).status).toBe(200);
    const answer = await use(secret);
    expect([answer.headers['set-cookie']].flat().join()).not.toContain('da_session');
    expect((await before.get('/api/v1/projects')).status).toBe(401);
    expect((await client.get('/api/v1/projects')).status).toBe(401);
  });

  it('lets its person in at once while somebody guesses', async () => {
    const secret = await secretFor(person.login);
    for (let guess = 0; guess < 5; guess += 1) await signIn(api.anonymous, { ...person, password: 'falsch' });
    await use(secret);
    expect((await signIn(api.anonymous, { ...person, password: NEXT })).status).toBe(204);
  });

  it('mails no second link within two minutes', async () => {
    await ask(person.login);
    await ask(person.login);
    expect(await sent()).toHaveLength(1);
    await database.query(`update account_link set created_at = created_at - interval '3 minutes'`);
    await ask(person.login);
    expect(await sent()).toHaveLength(1);
  });

  it('may be asked for twenty times from one address, then more and more slowly', async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 23; number += 1)
      statuses.push((await ask(`nobody-${number}@stadt.example`)).status);
    expect(new Set(statuses.slice(0, 21))).toEqual(new Set([202]));
    expect(statuses.slice(21)).toEqual([429, 429]);
  });

  it.each([
    ['left', 'update person set left_at = now() where id = $1'],
    ['is a sample', 'update person set is_sample = true where id = $1'],
    ['has no mail address', 'update person set mail = null where id = $1'],
  ])('is not mailed to who %s', async (_, change) => {
    await database.query(change, [person.id]);
    expect((await ask(person.login)).status).toBe(202);
    expect(await sent()).toEqual([]);
  });
});

describe('a link', () => {
  it('works once', async () => {
    const secret = await secretFor(person.login);
    expect([(await use(secret)).status, (await use(secret)).status]).toEqual([204, 410]);
    expect(await check(secret)).toMatchObject({ status: 410, body: { code: 'account-link-invalid' } });
  });

  it('works once also for two at the same time', async () => {
    const secret = await secretFor(person.login);
    const statuses = (await Promise.all([use(secret), use(secret)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 410]);
  });

  it('ends after an hour', async () => {
    const secret = await secretFor(person.login);
    await database.query(`update account_link set expires_at = expires_at - interval '59 minutes'`);
    expect((await check(secret)).status).toBe(200);
    await database.query(`update account_link set expires_at = expires_at - interval '1 minute'`);
    expect([(await check(secret)).status, (await use(secret)).status]).toEqual([410, 410]);
  });

  it('ends when another one of the account is used', async () => {
    const first = await secretFor(person.login);
    await database.query(`update account_link set created_at = created_at - interval '3 minutes'`);
    await use(await secretFor(person.login));
    expect((await check(first)).status).toBe(410);
  });

  it('stands nowhere in the database, neither in a job', async () => {
    const secret = await secretFor(person.login);
    const rows = await database.query<{ row: string }>(
      `select row_to_json(account_link)::text as row from account_link
       union all select row_to_json(job)::text from pgboss.job`,
    );
    const all = rows.map(({ row }) => row).join();
    expect(all).toContain('account-link');
    for (const text of [secret, person.login, 'Erika']) expect(all).not.toContain(text);
  });

  it('is not used up by a password that is refused', async () => {
    const secret = await secretFor(person.login);
    const refused = await use(secret, 'Sommer2026!!!');
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password', code: 'password-common' }] },
    });
    expect((await use(secret)).status).toBe(204);
  });

  it.each([
    ['Karlsruhe-2026', 'password-guessable'],
    ['Erika Beispiel 1', 'password-guessable'],
    ['kurz', 'password-too-short'],
    ['lang '.repeat(40), 'password-too-long'],
  ])('takes no password like %s', async (password, code) => {
    const answer = await use(await secretFor(person.login), password);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password', code }] } });
  });
});

describe('mails', () => {
  it('wait while the mail server is down, and come once when it is back', async () => {
    await mailServer.stop();
    await ask(person.login);
    expect(await sent()).toEqual([]);
    const [job] = await database.query<{ state: string; output: unknown; in_seconds: number }>(
      `select state, output, extract(epoch from start_after - now())::int as in_seconds
         from pgboss.job where state = 'retry'`,
    );
    expect(job?.output).toEqual({ fault: 'Error ESOCKET' });
    expect(job?.in_seconds).toBeGreaterThanOrEqual(29);
    await mailServer.start();
    expect(await sent()).toEqual([]);
    await database.query(`update pgboss.job set start_after = now() where state = 'retry'`);
    const [mail, ...more] = await sent();
    expect(more).toEqual([]);
    expect((await use(secretIn(mail ?? { text: '' }))).status).toBe(204);
    expect(await sent()).toEqual([]);
  });

  it('are given up when there is no such mailbox', async () => {
    mailServer.refuse(person.login);
    await ask(person.login);
    expect(await sent()).toEqual([]);
    const jobs = await database.query(
      `select 1 from pgboss.job where state in ('created', 'retry', 'active')`,
    );
    expect(jobs).toEqual([]);
  });

  it('are not sent for what was rolled back', async () => {
    const jobs = (): Promise<unknown[]> => database.query('select id from pgboss.job order by id');
    const before = await jobs();
    const undone = api.app.get(Transactions).run({ command: 'test' }, async (tx) => {
      await api.app.get(Mails).queue(tx, 'account-link', person.id);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await jobs()).toEqual(before);
  });
});

describe('an invitation', () => {
  const invite = async (id: string): Promise<ApiAnswer> =>
    (await api.as('admin')).send('POST', `/api/v1/users/${id}/invitation`);

  async function aPersonWithoutAccount(mail: string | null): Promise<string> {
    const [row] = await database.query<{ id: string }>(
      `insert into person (id, display_name, mail, roles) values (gen_random_uuid(), 'Neue Person', $1, '{employee}')
       returning id`,
      [mail],
    );
    return row?.id ?? '';
  }

  it('makes the account under the mail address, and lets the person set a password', async () => {
    const id = await aPersonWithoutAccount('Neue.Person@Stadt.example');
    expect(await invite(id)).toMatchObject({ status: 202, body: { link: null } });
    const [mail] = await sent();
    const secret = secretIn(mail ?? { text: '' });
    expect((await check(secret)).body).toEqual({ purpose: 'invitation', login: 'neue.person@stadt.example' });
    expect((await use(secret)).status).toBe(204);
    const login = 'neue.person@stadt.example';
    expect((await signIn(api.anonymous, { login, password: NEXT })).status).toBe(204);
  });

  it('stands for seven days', async () => {
    const id = await aPersonWithoutAccount('sieben@stadt.example');
    await invite(id);
    const [mail] = await sent();
    const secret = secretIn(mail ?? { text: '' });
    await database.query(`update account_link set expires_at = expires_at - interval '167 hours'`);
    expect((await check(secret)).status).toBe(200);
    await database.query(`update account_link set expires_at = expires_at - interval '1 hour'`);
    expect((await check(secret)).status).toBe(410);
  });

  it('ends the one before it, which may have gone to a wrong address', async () => {
    const id = await aPersonWithoutAccount('zweimal@stadt.example');
    await invite(id);
    const [first] = await sent();
    await invite(id);
    await sent();
    expect((await check(secretIn(first ?? { text: '' }))).status).toBe(410);
  });

  it('needs a mail address, and a person who is here', async () => {
    const nobody = await invite('0190f3a4-0000-7000-8000-000000000000');
    const unmailed = await invite(await aPersonWithoutAccount(null));
    expect(unmailed).toMatchObject({ status: 422, body: { errors: [{ code: 'mail-missing' }] } });
    expect(nobody.status).toBe(404);
  });

  it('is handed over by the administrator where no mails are sent, also when the first answer was lost', async () => {
    const alone = await startApi(database.url);
    try {
      const admin = await alone.as('admin');
      const id = await aPersonWithoutAccount('ohne-post@stadt.example');
      const invite = () =>
        admin.send<{ link: string }>('POST', `/api/v1/users/${id}/invitation`, undefined, {
          'idempotency-key': 'one-invitation',
        });
      const lost = await invite();
      const { status, body } = await invite();
      expect([lost.status, status]).toEqual([202, 202]);
      expect(body.link).toMatch(/^http:\/\/[^/]+\/set-password#[\w-]{43}$/);
      expect((await use(body.link.split('#')[1] ?? '')).status).toBe(204);
      expect((await alone.anonymous.get('/api/v1/session')).body).toMatchObject({ resetByMail: false });
      expect((await ask(PASSWORD)).status).toBe(202);
    } finally {
      await alone.stop();
    }
  });
});
