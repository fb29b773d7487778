import { NoticeSweep } from '../../backend/src/notices/index';
import { addDays, Jobs } from '../../backend/src/platform/index';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import {
  MAIL_ORIGIN as ORIGIN,
  type MailServer,
  mailSettings,
  type ReceivedMail,
  startMailServer,
} from '../support/mail-server';
import { aProject, type TestProject } from '../support/projects';

const MAIL = 'leitung@stadt.example';
/** A Wednesday at noon. */
const NOON = '2026-11-25T11:00:00Z';

let database: TestDatabase;
let mailServer: MailServer;
let apis: TestApi[];
let api: TestApi;
let lead: ApiClient;
let leadId: string;
let project: TestProject;
let number: string;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  mailServer = await startMailServer();
  const settings = mailSettings(mailServer);
  apis = [await startApi(database.url, settings), await startApi(database.url, settings)];
  api = apis[0] as TestApi;
  lead = await api.as('project-lead');
  const [account] = await database.query<{ person_id: string }>(
    `select person_id from account where login = 'project-lead'`,
  );
  leadId = account?.person_id ?? '';
  await database.query(`insert into report_rhythm (id, phase, days)
    values (uuidv7(), 'in-progress', 30) on conflict (phase) do update set days = 30`);
});
afterAll(async () => {
  for (const server of apis) await server.stop();
  await mailServer.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.query('delete from notice');
  await database.query('delete from notice_preference');
  await database.query('delete from project_person');
  await database.query('delete from report_request');
  await database.query(
    `update person set mail = $1, is_sample = false, left_at = null, roles = '{project-lead}' where id = $2`,
    [MAIL, leadId],
  );
  for (const server of apis) server.setClock(NOON);
  project = await aProject(lead, { title: 'Bürgerportal <script>alert(1)</script> 🏛️' });
  number = (await project.read()).number;
});
afterEach(() => jest.restoreAllMocks());

/** Puts the project into a phase with a rhythm so that its next report is in time until this day. */
/** Puts the project into a phase since a day, with what lists know of it. */
async function inPhase(phase: string, since: string): Promise<void> {
  await database.query('update project set phase = $1, phase_since = $2 where id = $3', [
    phase,
    since,
    project.id,
  ]);
  await database.query('update project_overview set phase = $1, rhythm_since = $2 where id = $3', [
    phase,
    since,
    project.id,
  ]);
}
const awaitReportOn = (day: string): Promise<void> => inPhase('in-progress', addDays(day, -30));

const sweep = (server = api): Promise<number> => server.app.get(NoticeSweep).run();

/** Looks for notices, lets the server send what waits, and returns what arrived by that. */
async function told(instant = NOON): Promise<ReceivedMail[]> {
  api.setClock(instant);
  const before = mailServer.mails.length;
  await sweep();
  await api.app.get(Jobs).workOff('mail');
  return mailServer.mails.slice(before);
}

async function prefer(body: object): Promise<void> {
  expect((await lead.send('PATCH', '/api/v1/me/notices', body)).status).toBe(204);
}

/** Records a decision of a session with one condition; returns the condition's id. */
async function decide({ at = '2026-11-25T10:00:00Z', dueOn = '2027-01-31', text = 'Angenommen' } = {}) {
  const [made] = await database.query<{ id: string }>(
    `with session as (
       insert into review_session (id, number, starts_at, state)
       values (uuidv7(), (select coalesce(max(number), 0) + 1 from review_session), $2, 'running') returning id),
     item as (
       insert into review_item (id, session_id, position, project_id, origin)
       select uuidv7(), id, 1, $1, 'added' from session returning id, session_id),
     decision as (
       insert into review_decision (id, session_id, item_id, project_id, outcome, text, decided_at)
       select uuidv7(), session_id, id, $1, 'approved-with-conditions', $4, $2 from item returning id, session_id)
     insert into review_condition (id, project_id, session_id, decision_id, text, due_on, owner_role)
     select uuidv7(), $1, session_id, id, 'Barrierefreiheit nachweisen', $3, 'project-lead' from decision
     returning id`,
    [project.id, at, dueOn, text],
  );
  return made?.id ?? '';
}

describe('a report that is due', () => {
  it('is asked for three days before, once, with a link into the form, as text and as HTML', async () => {
    await awaitReportOn('2026-11-28');
    expect(await told('2026-11-24T11:00:00Z')).toEqual([]);
    const [mail, ...more] = await told();
    expect(more).toEqual([]);
    expect(mail?.to).toBe(MAIL);
    expect(mail?.subject).toContain(`Statusbericht fällig am 28. November 2026: ${number} Bürgerportal`);
    expect(mail?.text).toContain(`${ORIGIN}/projects/${number}/status-update\n`);
    expect(mail?.html).toContain(`<a href="${ORIGIN}/projects/${number}/status-update">`);
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🏛️');
    expect(mail?.html).not.toContain('<script>');
    expect(await told('2026-11-26T11:00:00Z')).toEqual([]);
  });

  it('is asked for again once a week when it is overdue, and not after it was published', async () => {
    await awaitReportOn('2026-11-20');
    const days = ['25', '26', '27', '28', '29', '30'];
    const mails = [];
    for (const day of days) mails.push(...(await told(`2026-11-${day}T11:00:00Z`)));
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Statusbericht überfällig',
      'Statusbericht überfällig',
    ]);
    await project.send('POST', '/status-reports', {
      lights: { schedule: 'green', cost: 'green', scope: 'green', resources: 'green' },
      progressPercent: 40,
    });
    expect(await told('2026-12-05T11:00:00Z')).toEqual([]);
  });

  it('is not asked for by a mail that waited until it was published', async () => {
    await awaitReportOn('2026-11-20');
    expect(await sweep()).toBe(1);
    await inPhase('in-progress', '2026-11-25');
    expect(await told()).toEqual([]);
  });

  it('is asked for in English where that was chosen', async () => {
    await awaitReportOn('2026-11-28');
    await prefer({ language: 'en' });
    const [mail] = await told();
    expect(mail?.subject).toContain('Status report due on 28 November 2026');
  });

  it('is asked of nobody who left, was made up, or may not answer', async () => {
    await awaitReportOn('2026-11-20');
    for (const change of [`left_at = now()`, `is_sample = true`, `roles = '{employee}'`, `mail = null`]) {
      await database.query(
        `update person set left_at = null, is_sample = false, roles = '{project-lead}', mail = $1 where id = $2`,
        [MAIL, leadId],
      );
      await database.query(`update person set ${change} where id = $1`, [leadId]);
      expect(await sweep()).toBe(0);
    }
  });
});

describe('a report that was asked for', () => {
  it('is told once, with the day and the note, and not once it has come', async () => {
    await database.query(
      `insert into report_request (id, project_id, due_on, requested_at, note)
       values (uuidv7(), $1, '2026-11-27', '2026-11-25T10:00:00Z', 'Bitte mit Kosten & Zeitplan')`,
      [project.id],
    );
    const [mail, ...more] = await told();
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('Statusbericht erbeten bis 27. November 2026');
    expect(mail?.html).toContain('Bitte mit Kosten &amp; Zeitplan');
    expect(mail?.text).toContain(`${ORIGIN}/projects/${number}/status-update`);
    const [reminder] = await told('2026-11-26T11:00:00Z');
    expect(reminder?.subject).toContain('Statusbericht fällig am 27. November 2026');
    await database.query('delete from notice');
    await project.send('POST', '/status-reports', {
      lights: { schedule: 'green', cost: 'green', scope: 'green', resources: 'green' },
      progressPercent: 40,
    });
    expect(await told('2026-11-28T11:00:00Z')).toEqual([]);
  });
});

describe('a request whose day is moved', () => {
  it('is told with the new day, however long ago it was asked', async () => {
    await database.query(
      `insert into report_request (id, project_id, due_on, requested_at)
       values (uuidv7(), $1, '2026-12-20', '2026-11-01T10:00:00Z')`,
      [project.id],
    );
    expect(await told()).toHaveLength(1);
    await database.query(`update report_request set due_on = '2027-01-10'`);
    const [mail, ...more] = await told('2026-11-26T11:00:00Z');
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('Statusbericht erbeten bis 10. Januar 2027');
  });
});

describe('a report of a project that was cancelled', () => {
  it('is asked for no more', async () => {
    await database.query(
      `insert into report_request (id, project_id, due_on, requested_at)
       values (uuidv7(), $1, '2026-11-20', '2026-11-18T10:00:00Z')`,
      [project.id],
    );
    expect(await told()).toHaveLength(1);
    await inPhase('cancelled', '2026-11-25');
    expect(await told('2026-12-03T11:00:00Z')).toEqual([]);
  });
});

describe('a decision', () => {
  it('is told the same day, when it has stood for ten minutes, with its conditions', async () => {
    await decide({ at: '2026-11-25T10:55:00Z', text: `Gut. <b>${'ä'.repeat(9_990)}</b>` });
    expect(await told()).toEqual([]);
    const [mail, ...more] = await told('2026-11-25T11:06:00Z');
    expect(more).toEqual([]);
    expect(mail?.subject).toContain(`Beschluss der IT-Kommission: ${number}`);
    expect(mail?.text).toContain('Mit Auflagen zugestimmt');
    expect(mail?.text).toContain('fällig am 31. Januar 2027: Barrierefreiheit nachweisen');
    expect(mail?.text.replaceAll('\n', '')).toContain('ä'.repeat(9_990));
    expect(mail?.html).toContain('&lt;b&gt;');
    expect(mail?.text).toContain(`${ORIGIN}/projects/${number}/reviews`);
  });

  it('is told again when the session decides anew, and not twice by a mail that waited', async () => {
    await decide({ at: '2026-11-25T10:00:00Z', text: 'Angenommen' });
    expect(await told()).toHaveLength(1);
    const anew = (at: string): Promise<unknown> =>
      database.query(
        `update review_decision set text = 'Doch gestoppt', decided_at = $2 where project_id = $1`,
        [project.id, at],
      );
    await anew('2026-11-25T10:50:00Z');
    const [mail, ...more] = await told('2026-11-25T11:01:00Z');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Doch gestoppt');
    expect(await told('2026-11-25T11:02:00Z')).toEqual([]);
    await anew('2026-11-25T11:10:00Z');
    api.setClock('2026-11-25T11:21:00Z');
    expect(await sweep()).toBe(1);
    await anew('2026-11-25T11:25:00Z');
    expect(await told('2026-11-25T11:40:00Z')).toHaveLength(1);
  });

  it('is not told where only duties are wanted', async () => {
    await prefer({ mode: 'duties' });
    await decide();
    expect(await told()).toEqual([]);
  });
});

describe('a condition', () => {
  it('is told seven days before it is due and on the day on which it is late, until it is met', async () => {
    await prefer({ mode: 'duties' });
    const condition = await decide({ dueOn: '2026-12-02' });
    expect((await told('2026-11-24T11:00:00Z')).length).toBe(0);
    const first = await told();
    expect(first.map(({ subject }) => subject.split(':')[0])).toEqual(['Auflage fällig am 2. Dezember 2026']);
    expect(await told('2026-12-02T11:00:00Z')).toEqual([]);
    const late = await told('2026-12-03T11:00:00Z');
    expect(late.map(({ subject }) => subject.split(':')[0])).toEqual(['Auflage überfällig']);
    await database.query('delete from notice');
    await database.query(`update review_condition set state = 'met' where id = $1`, [condition]);
    expect(await told('2026-12-03T11:00:00Z')).toEqual([]);
  });
});

describe('the weekly mail', () => {
  it('comes instead of single ones, on Monday at seven, once, with what is due and was decided', async () => {
    await prefer({ mode: 'weekly' });
    await awaitReportOn('2026-11-20');
    await decide({ dueOn: '2026-12-02' });
    expect(await told()).toEqual([]);
    expect(await told('2026-11-30T05:59:00Z')).toEqual([]);
    const [mail, ...more] = await told('2026-11-30T06:00:00Z');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Ihre Woche in der Digitalen Agenda');
    expect(mail?.text).toMatch(/Statusberichte\n– .*fällig am 20\. November 2026/);
    expect(mail?.text).toMatch(/Auflagen\n– .*fällig am 2\. Dezember 2026, Barrierefreiheit nachweisen/);
    expect(mail?.text).toMatch(/Beschlüsse der IT-Kommission\n– .*Mit Auflagen zugestimmt/);
    expect(mail?.text).toContain(`${ORIGIN}/work`);
    expect(await told('2026-11-30T12:00:00Z')).toEqual([]);
  });

  it('does not come when there is nothing to say', async () => {
    await prefer({ mode: 'weekly' });
    await database.query('delete from project_person');
    expect(await told('2026-11-30T06:00:00Z')).toEqual([]);
  });
});

describe('sending', () => {
  it('is done once when two processes look at once', async () => {
    await awaitReportOn('2026-11-20');
    const found = await Promise.all(apis.map((server) => sweep(server)));
    expect(found.sort()).toEqual([0, 1]);
    const before = mailServer.mails.length;
    await Promise.all(apis.map((server) => server.app.get(Jobs).workOff('mail')));
    expect(mailServer.mails.length - before).toBe(1);
  });

  it('waits while the mail server is away, and is done once when it is back', async () => {
    await awaitReportOn('2026-11-20');
    await mailServer.stop();
    expect(await told()).toEqual([]);
    expect(await database.query('select sent_at from notice')).toEqual([{ sent_at: null }]);
    await mailServer.start();
    await database.query(`update pgboss.job set start_after = now() where state = 'retry'`);
    expect((await told()).length).toBe(1);
    expect(await database.query('select 1 from notice where sent_at is not null')).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  it('leaves no name and no address in the jobs', async () => {
    await awaitReportOn('2026-11-20');
    await sweep();
    const jobs = await database.query<{ data: object }>(
      `select data from pgboss.job where state = 'created'`,
    );
    expect(jobs.map(({ data }) => Object.keys(data).sort())).toEqual([['id', 'kind']]);
    await api.app.get(Jobs).workOff('mail');
  });
});

describe('how a person is told', () => {
  it('is single mails in German until something else is chosen, one thing at a time', async () => {
    const read = async (): Promise<unknown> => (await lead.get('/api/v1/me/notices')).body;
    expect(await read()).toEqual({
      mode: 'single',
      language: 'de',
      financeDigest: 'never',
      isReached: true,
    });
    await prefer({ mode: 'weekly' });
    await prefer({ language: 'en' });
    expect(await read()).toEqual({
      mode: 'weekly',
      language: 'en',
      financeDigest: 'never',
      isReached: true,
    });
  });

  it('is refused with every fault at once', async () => {
    const answer = await lead.send<{ errors: { pointer: string }[] }>('PATCH', '/api/v1/me/notices', {
      mode: 'never',
      language: 'fr',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ pointer }) => pointer).sort()).toEqual(['/language', '/mode']);
  });
});

describe('without a mail server', () => {
  it('nothing is noted, so that nothing old is sent when there is one', async () => {
    const silent = await startApi(database.url);
    silent.setClock(NOON);
    await awaitReportOn('2026-11-20');
    expect(await sweep(silent)).toBe(0);
    expect(await database.query('select 1 from notice')).toEqual([]);
    await silent.stop();
  });
});
