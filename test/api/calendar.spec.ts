import ICAL from 'ical.js';
import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';

const FEEDS = '/api/v1/me/calendar-feeds';

interface Feed {
  id: string;
  path: string | null;
}

let database: TestDatabase;
let api: TestApi;
let lead: ApiClient;
let project: TestProject;
let number: string;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url, {
    PUBLIC_URL: 'https://agenda.example.org',
    INSECURE_HTTP_COOKIE: 'on',
  });
  api.setClock('2026-11-25T11:00:00Z');
  lead = await api.as('project-lead');
  project = await aProject(lead, { title: 'Bürgerportal', office: 'it' });
  number = (await project.read()).number;
  await project.send('POST', '/milestones', {
    title: `Prüfung; Übergabe, ${'lange Zeile '.repeat(12)}🏛️`,
    expectedOn: '2027-03-28',
  });
  await database.query(`insert into review_session (id, number, starts_at, title, place)
    values (uuidv7(), 14, '2027-01-13T08:30:00Z', 'Winter', 'Rathaus, Saal 2')`);
  await database.query(`insert into report_request (id, project_id, due_on, requested_at)
    select uuidv7(), id, '2026-12-10', '2026-11-25T10:00:00Z' from project`);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.stop();
  await database.drop();
});

async function subscribe(person: ApiClient, body: object = { kind: 'personal' }): Promise<Feed> {
  const answer = await person.send<Feed>('POST', FEEDS, body);
  expect(answer.status).toBe(201);
  return answer.body;
}

const fetchFeed = ({ path }: Feed, headers = {}): Promise<ApiAnswer<string>> =>
  api.anonymous.get<string>(path ?? '', headers);

/** What another program reads out of a calendar. */
async function eventsOf(feed: Feed): Promise<ICAL.Event[]> {
  const { status, body } = await fetchFeed(feed);
  expect(status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const summaries = async (feed: Feed): Promise<string[]> =>
  (await eventsOf(feed)).map(({ summary }) => summary).sort();

describe('a personal calendar', () => {
  it('shows milestones and reports that are due, as whole days, and another program reads them', async () => {
    const events = await eventsOf(await subscribe(lead));
    const milestone = events.find(({ uid }) => uid.startsWith('milestone-'));
    expect(milestone?.summary).toBe(
      `Meilenstein: Prüfung; Übergabe, ${'lange Zeile '.repeat(12)}🏛️ (${number})`,
    );
    expect(milestone?.startDate.isDate).toBe(true);
    expect(milestone?.startDate.toString()).toBe('2027-03-28');
    const report = events.find(({ uid }) => uid.startsWith('report-'));
    expect(report?.summary).toBe(`Statusbericht fällig: Bürgerportal (${number})`);
    expect(report?.startDate.toString()).toBe('2026-12-10');
    expect(events).toHaveLength(2);
  });

  it('keeps its lines short and its text the same, so that a program gets it once', async () => {
    const feed = await subscribe(lead);
    const first = await fetchFeed(feed);
    for (const line of first.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    const again = await fetchFeed(feed, { 'if-none-match': first.etag ?? '' });
    expect([again.status, again.body]).toEqual([304, undefined]);
  });

  it('moves a milestone under the name that it had, with a higher number', async () => {
    const feed = await subscribe(lead);
    const find = async () => (await eventsOf(feed)).find(({ uid }) => uid.startsWith('milestone-'));
    const before = await find();
    const { body } = await lead.get<{ items: { id: string }[] }>(`${project.url}/milestones`);
    const moved = await project.send('PATCH', `/milestones/${body.items[0]?.id ?? ''}`, {
      expectedOn: '2027-04-30',
      moveReason: 'Lieferung',
    });
    expect(moved.status).toBe(200);
    const after = await find();
    expect(after?.uid).toBe(before?.uid);
    expect(after?.startDate.toString()).toBe('2027-04-30');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });

  it('shows sessions to those who may read them, at their hour', async () => {
    const commission = await subscribe(await api.as('commission'));
    const [session] = await eventsOf(commission);
    expect(session?.summary).toBe('14. Sitzung der IT-Kommission: Winter');
    expect(session?.location).toBe('Rathaus, Saal 2');
    expect(session?.startDate.toJSDate().toISOString()).toBe('2027-01-13T08:30:00.000Z');
    expect((await summaries(await subscribe(lead))).join()).not.toContain('Sitzung');
  });

  it('shows conditions to those who are to meet them, the coordination of the office too', async () => {
    await database.query(
      `with session as (select id from review_session where number = 14),
       item as (insert into review_item (id, session_id, position, project_id, origin)
         select uuidv7(), id, 1, $1, 'added' from session returning id, session_id),
       decision as (insert into review_decision (id, session_id, item_id, project_id, outcome, decided_at)
         select uuidv7(), session_id, id, $1, 'approved-with-conditions', '2026-11-25T10:00:00Z' from item
         returning id, session_id)
       insert into review_condition (id, project_id, session_id, decision_id, text, due_on, owner_role)
       select uuidv7(), $1, session_id, id, owner, '2027-02-01', owner
         from decision, unnest('{project-lead,office-coordinator,finance}'::text[]) owner`,
      [project.id],
    );
    const asked = async (person: ApiClient): Promise<string[]> =>
      (await eventsOf(await subscribe(person)))
        .filter(({ uid }) => uid.startsWith('condition-'))
        .map(({ description }) => description)
        .sort();
    expect(await asked(lead)).toEqual(['office-coordinator', 'project-lead']);
    expect(await asked(await api.as('office-coordinator'))).toEqual(['office-coordinator']);
    expect(await asked(await api.as('finance'))).toEqual(['finance']);
  });

  it('names nobody', async () => {
    const { body } = await fetchFeed(await subscribe(lead));
    for (const { name } of await database.query<{ name: string }>('select display_name as name from person'))
      expect(body).not.toContain(name);
  });
});

describe('the calendar of the portfolio', () => {
  it('shows milestones of all projects, or of one office and action field', async () => {
    const employee = await api.as('employee');
    expect(await summaries(await subscribe(employee, { kind: 'portfolio' }))).toHaveLength(1);
    const [it, other] = await database.query<{ id: string }>(
      `select id from org_unit where kind = 'office' order by key <> 'it', key limit 2`,
    );
    const [field, strange] = await database.query<{ id: string }>(
      `select id from action_field order by key <> 'innovation', key limit 2`,
    );
    const shown = async (filter: object): Promise<number> =>
      (await summaries(await subscribe(employee, { kind: 'portfolio', ...filter }))).length;
    expect(await shown({ officeId: it?.id, actionFieldId: field?.id })).toBe(1);
    expect(await shown({ officeId: other?.id })).toBe(0);
    expect(await shown({ actionFieldId: strange?.id })).toBe(0);
  });

  it('is refused with every fault at once', async () => {
    const nobody = '0190f3a4-0000-7000-8000-000000000000';
    for (const [kind, code] of [
      ['portfolio', 'reference-unknown'],
      ['personal', 'calendar-feed.filter-personal'],
    ]) {
      const answer = await lead.send('POST', FEEDS, { kind, officeId: nobody, actionFieldId: nobody });
      expect(answer).toMatchObject({
        status: 422,
        body: {
          errors: [
            { pointer: '/actionFieldId', code },
            { pointer: '/officeId', code },
          ],
        },
      });
    }
  });
});

describe('the secret address', () => {
  it('is kept as a hash alone, and is not told twice', async () => {
    const key = { 'idempotency-key': 'calendar-1' };
    const first = await lead.send<Feed>('POST', FEEDS, { kind: 'personal' }, key);
    const again = await lead.send<Feed>('POST', FEEDS, { kind: 'personal' }, key);
    expect(again.body).toMatchObject({ id: first.body.id, path: null });
    const secret = /([\w-]{43})\.ics$/.exec(first.body.path ?? '')?.[1] ?? '';
    expect(secret).toHaveLength(43);
    const { body } = await lead.get(FEEDS);
    const kept = await database.query('select answer::text from idempotency_key');
    expect(JSON.stringify([body, kept])).not.toContain(secret);
  });

  it('leads nowhere once it was revoked, and nobody else can revoke it', async () => {
    const feed = await subscribe(lead);
    const url = `${FEEDS}/${feed.id}`;
    expect((await (await api.as('finance')).send('DELETE', url)).status).toBe(404);
    expect((await fetchFeed(feed)).status).toBe(200);
    expect((await lead.send('DELETE', url)).status).toBe(204);
    expect((await fetchFeed(feed)).status).toBe(404);
    const { body } = await lead.get<{ items: Feed[] }>(FEEDS);
    expect(body.items.map(({ id }) => id)).not.toContain(feed.id);
  });

  it('leads nowhere when it is made up, or when its owner has left', async () => {
    for (const path of ['x', 'x.ics', `${'a'.repeat(43)}.ics`])
      expect((await api.anonymous.get(`/api/v1/calendar/${path}`)).status).toBe(404);
    const feed = await subscribe(await api.as('employee'));
    await database.query(`update person set left_at = now()
      where id = (select person_id from account where login = 'employee')`);
    expect((await fetchFeed(feed)).status).toBe(404);
  });
});
