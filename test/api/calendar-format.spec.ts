import ICAL from 'ical.js';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';

const TITLE = `Übergabe; „Ämter, Straßen“ ${'🏛️ü'.repeat(60)}`;

let database: TestDatabase;
let api: TestApi;
let lead: ApiClient;
let secretary: ApiClient;
let project: TestProject;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  api.setClock('2026-11-25T11:00:00Z');
  [lead, secretary] = [await api.as('project-lead'), await api.as('commission')];
  project = await aProject(lead, { title: 'Bürgerportal\\n' });
  await project.send('POST', '/milestones', { title: TITLE, expectedOn: '2027-03-28' });
  await database.query(`insert into review_session (id, number, starts_at, title, place)
    values (uuidv7(), 14, '2027-01-13T08:30:00Z', 'Winter', E'Rathaus\r\nBEGIN:VEVENT\r\nUID:fremd'),
           (uuidv7(), 15, '2027-07-14T07:30:00Z', 'Sommer', '')`);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.stop();
  await database.drop();
});

async function feedOf(person: ApiClient, kind = 'portfolio'): Promise<string> {
  const { body } = await person.send<{ path: string }>('POST', '/api/v1/me/calendar-feeds', { kind });
  const answer = await api.anonymous.get<string>(body.path);
  expect(answer.status).toBe(200);
  return answer.body;
}

const eventsIn = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));

describe('the file of a calendar', () => {
  it('has lines of at most 75 octets that end as the standard wants, and breaks no character', async () => {
    const text = await feedOf(secretary);
    expect(text.endsWith('END:VCALENDAR\r\n') || text.endsWith('END:VCALENDAR')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(5);
    expect(text).not.toContain('\uFFFD');
    expect(eventsIn(text).map(({ summary }) => summary)).toContainEqual(
      expect.stringContaining(`Meilenstein: ${TITLE} (`),
    );
  });

  it('takes no line out of what people wrote', async () => {
    const events = eventsIn(await feedOf(secretary));
    expect(events.map(({ uid }) => uid).filter((uid) => !uid.endsWith('@digital-agenda'))).toEqual([]);
    expect(events.find(({ summary }) => summary.includes('Winter'))?.location).toContain('BEGIN:VEVENT');
    expect(events).toHaveLength(3);
  });

  it('has sessions at the hour of Berlin in winter and in summer, milestones on whole days', async () => {
    const text = await feedOf(secretary);
    const hours = new Intl.DateTimeFormat('de-DE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const startOf = (title: string): string => {
      const start = eventsIn(text).find(({ summary }) => summary.includes(title))?.startDate;
      return start === undefined ? '' : hours.format(start.toJSDate());
    };
    expect([startOf('Winter'), startOf('Sommer')]).toEqual(['13.01.27, 09:30', '14.07.27, 09:30']);
    expect(text).toContain('DTSTART;VALUE=DATE:20270328\r\n');
  });

  it('names an entry the same in every calendar, so that it stands once where somebody has several', async () => {
    const uidsOf = async (person: ApiClient, kind: string): Promise<string[]> =>
      eventsIn(await feedOf(person, kind))
        .map(({ uid }) => uid)
        .filter((uid) => uid.startsWith('milestone-'));
    const own = await uidsOf(lead, 'personal');
    expect(own).toHaveLength(1);
    expect(await uidsOf(lead, 'portfolio')).toEqual(own);
    expect(await uidsOf(secretary, 'portfolio')).toEqual(own);
  });
});
