import { NOTICE_WORDS } from '../../backend/src/notices/notice-words';
import { NoticeSweep } from '../../backend/src/notices/index';
import { Jobs } from '../../backend/src/platform/index';
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

/** A Wednesday at noon, and the Monday after at seven o'clock. */
const NOON = '2026-11-25T11:00:00Z';
const MONDAY = '2026-11-30T06:00:00Z';
const TITLE = 'Bürgerportal & Fähre 🏛️';

interface Told {
  number: string;
  title: string;
}

let database: TestDatabase;
let mailServer: MailServer;
let apis: TestApi[];
let lead: ApiClient;
/** The projects by what is due from them. */
let due: Record<'reminder' | 'overdue' | 'requested' | 'decided', Told>;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  mailServer = await startMailServer();
  const settings = mailSettings(mailServer);
  apis = [await startApi(database.url, settings), await startApi(database.url, settings)];
  for (const api of apis) api.setClock(NOON);
  lead = await (apis[0] as TestApi).as('project-lead');
  await database.query(`update person set mail = 'leitung@stadt.example', is_sample = false
    where id = (select person_id from account where login = 'project-lead')`);
  await database.query(`insert into report_rhythm (id, phase, days) values (uuidv7(), 'in-progress', 30)
    on conflict (phase) do update set days = 30`);
  await arrange();
});
afterAll(async () => {
  jest.restoreAllMocks();
  for (const api of apis) await api.stop();
  await mailServer.stop();
  await database.drop();
});
beforeEach(async () => {
  for (const api of apis) api.setClock(NOON);
  await database.query('delete from notice');
  await database.query('delete from notice_preference');
});

/** One project each to be reminded of, overdue and asked for, and one with a decision and two conditions. */
async function arrange(): Promise<void> {
  const projects: TestProject[] = [];
  const make = async (): Promise<Told & { id: string }> => {
    const project = await aProject(lead, { title: TITLE });
    projects.push(project);
    return { id: project.id, number: (await project.read()).number, title: TITLE };
  };
  const [reminder, overdue, requested, decided] = [await make(), await make(), await make(), await make()];
  for (const [{ id }, day] of [
    [reminder, '2026-11-28'],
    [overdue, '2026-11-20'],
  ] as const)
    await database.query(
      `update project set phase = 'in-progress', phase_since = $2::date - 30 where id = $1`,
      [id, day],
    );
  // What lists show follows with the next change by the server.
  for (const project of projects) await project.send('PUT', '/tags/eins');
  await database.query(
    `insert into report_request (id, project_id, due_on, requested_at, note)
     values (uuidv7(), $1, '2026-12-10', '2026-11-25T10:00:00Z', 'Bitte mit Kosten & Zeitplan')`,
    [requested.id],
  );
  await database.query(
    `with session as (
       insert into review_session (id, number, starts_at, state)
       values (uuidv7(), 14, '2026-11-25T10:00:00Z', 'running') returning id),
     item as (
       insert into review_item (id, session_id, position, project_id, origin)
       select uuidv7(), id, 1, $1, 'added' from session returning id, session_id),
     decision as (
       insert into review_decision (id, session_id, item_id, project_id, outcome, text, decided_at)
       select uuidv7(), session_id, id, $1, 'approved-with-conditions', 'Gut <so>', '2026-11-25T10:00:00Z'
         from item returning id, session_id)
     insert into review_condition (id, project_id, session_id, decision_id, text, due_on, owner_role)
     select uuidv7(), $1, session_id, id, 'Barrierefreiheit nachweisen', due_on, 'project-lead'
       from decision, unnest('{2026-12-02,2026-11-24}'::date[]) due_on`,
    [decided.id],
  );
  due = { reminder, overdue, requested, decided };
}

const prefer = async (body: object): Promise<void> => {
  expect((await lead.send('PATCH', '/api/v1/me/notices', body)).status).toBe(204);
};

/** Both servers look for notices and send what waits, at once; returns what arrived by that. */
async function told(instant = NOON): Promise<ReceivedMail[]> {
  const before = mailServer.mails.length;
  for (const api of apis) api.setClock(instant);
  await Promise.all(apis.map((api) => api.app.get(NoticeSweep).run()));
  await Promise.all(apis.map((api) => api.app.get(Jobs).workOff('mail')));
  return mailServer.mails.slice(before);
}

const subjects = (mails: readonly ReceivedMail[]): string[] => mails.map(({ subject }) => subject).sort();

/** What the subjects of all single mails are in a language. */
function singleSubjects(language: 'de' | 'en'): string[] {
  const { subject } = NOTICE_WORDS[language];
  const { reminder, overdue, requested, decided } = due;
  const condition = { ...decided, text: '' };
  return [
    subject['report-reminder']({ kind: 'report-reminder', ...reminder, dueOn: '2026-11-28' }),
    subject['report-overdue']({ kind: 'report-overdue', ...overdue, dueOn: '2026-11-20' }),
    subject['report-requested']({ kind: 'report-requested', ...requested, note: '', dueOn: '2026-12-10' }),
    subject['condition-due']({ kind: 'condition-due', ...condition, dueOn: '2026-12-02' }),
    subject['condition-late']({ kind: 'condition-late', ...condition, dueOn: '2026-11-24' }),
    subject.decision({
      kind: 'decision',
      ...decided,
      session: 14,
      outcome: 'noted',
      text: '',
      comeBackOn: null,
      conditions: [],
    }),
  ].sort();
}

/** What somebody reads whose program shows the HTML of a mail. */
function readHtml(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe.each(['de', 'en'] as const)('mails in the language %s', (language) => {
  beforeEach(() => prefer({ language }));

  it('are one of each kind, with what is due, and never the same again', async () => {
    expect(subjects(await told())).toEqual(singleSubjects(language));
    expect(await told()).toEqual([]);
    expect(await told('2026-11-25T18:00:00Z')).toEqual([]);
  });

  it('say the same as text and as HTML, in their language, with a link to where it is done', async () => {
    for (const { text, html, subject } of await told()) {
      expect(oneLine(readHtml(html))).toBe(oneLine(text));
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).not.toMatch(/<(?:img|script|link|style|so)\b/);
      const links = [...html.matchAll(/<a href="([^"]+)">/g)].map(([, link]) => link);
      const [number = ''] = /DA-\d{4}-\d{3}/.exec(subject) ?? [];
      expect(links).toEqual([
        expect.stringMatching(new RegExp(`^${ORIGIN}/projects/${number}/(?:status-update|reviews)$`)),
        `${ORIGIN}/account`,
      ]);
      for (const link of links) expect(text).toContain(`${link}\n`);
      expect(text).toContain(TITLE);
    }
  });

  it('come all in one on Monday where that was chosen, as text and as HTML', async () => {
    await prefer({ mode: 'weekly' });
    expect(await told()).toEqual([]);
    const [mail, ...more] = await told(MONDAY);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(
      NOTICE_WORDS[language].subject.digest({
        kind: 'digest',
        reports: [],
        conditions: [],
        decisions: [],
        changes: [],
      }),
    );
    const { text = '', html = '' } = mail ?? {};
    expect(oneLine(readHtml(html))).toBe(oneLine(text));
    const { reports, conditions, decisions } = NOTICE_WORDS[language].digest;
    for (const heading of [reports, conditions, decisions]) expect(text).toContain(`${heading}\n– DA-`);
    for (const { number } of [due.reminder, due.overdue, due.decided]) expect(text).toContain(number);
    expect(html).toContain(`<a href="${ORIGIN}/work">`);
    expect(await told(MONDAY)).toEqual([]);
  });

  it('wait for the mail server when it is away, and arrive once each when it is back', async () => {
    await mailServer.stop();
    expect(await told()).toEqual([]);
    await mailServer.start();
    await database.query(`update pgboss.job set start_after = now() where state = 'retry'`);
    expect(subjects(await told())).toEqual(singleSubjects(language));
    expect(await told()).toEqual([]);
  });
});

describe('without a mail server', () => {
  it('nothing breaks: the start page says all of it', async () => {
    const silent = await startApi(database.url);
    try {
      silent.setClock(NOON);
      // Only people of the sample sign in without a password.
      await database.query('update person set is_sample = true');
      expect(await silent.app.get(NoticeSweep).run()).toBe(0);
      const reader = await silent.as('project-lead');
      const { status, body } = await reader.get<Record<string, { project: Told }[]>>('/api/v1/me/work');
      expect(status).toBe(200);
      const numbers = (part: string): string[] => (body[part] ?? []).map(({ project }) => project.number);
      expect(numbers('reports')).toEqual(
        expect.arrayContaining([due.reminder.number, due.overdue.number, due.requested.number]),
      );
      expect(numbers('conditions')).toContain(due.decided.number);
      expect(numbers('decisions')).toContain(due.decided.number);
      expect((await reader.send('PATCH', '/api/v1/me/notices', { mode: 'weekly' })).status).toBe(204);
    } finally {
      await silent.stop();
    }
  });
});
