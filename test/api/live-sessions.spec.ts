import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { EventReader } from '../support/event-reader';

const number = 7;
const session = randomUUID();
const items = [randomUUID(), randomUUID()];
const foreignItem = randomUUID();

let database: TestDatabase;
let api: TestApi;
let origin: string;
let secretary: ApiClient;
let office: ApiClient;
const readers: EventReader[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  api = await startApi(database.url);
  await api.app.listen(0, '127.0.0.1');
  origin = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
  secretary = await api.as('commission');
  office = await api.as('portfolio-office');
  await aSession({ id: session, number, items });
  await aSession({ id: randomUUID(), number: 8, items: [foreignItem] });
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

describe('the walls of a running session', () => {
  it('are moved to an item on its agenda by whoever prepares sessions, and everybody in it reads where', async () => {
    expect(await move(items[1])).toMatchObject({ status: 204 });
    const finance = await api.as('finance');
    const { body } = await finance.get(`/api/v1/review-sessions/${session}/live/position`);
    expect(body).toEqual({ itemId: items[1], movedAt: expect.any(String) as string });
  });

  it('are not moved to an item of another session, nor to one that was dropped', async () => {
    expect(await move(foreignItem)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/itemId', code: 'not-on-agenda' }] },
    });
    await database.query(`update review_item set state = 'dropped' where id = $1`, [items[0]]);
    expect(await move(items[0])).toMatchObject({ status: 422 });
    await database.query(`update review_item set state = 'taken' where id = $1`, [items[0]]);
  });

  it('stay where they are before the session and after it', async () => {
    await database.query(`update review_session set state = 'closed' where id = $1`, [session]);
    expect(await move(items[0])).toMatchObject({ status: 409, body: { code: 'review.session-closed' } });
    await database.query(`update review_session set state = 'running' where id = $1`, [session]);
  });
});

describe('following a session', () => {
  beforeAll(async () => {
    // What is decided before the server listens to the database is told as "all" once it does.
    const reader = await follow(secretary);
    await reader.next('all');
  });

  it('tells at once what was changed in it, by whomever, and nothing of other sessions or of content', async () => {
    const reader = await follow(secretary);
    await decide(8, foreignItem);
    await decide(number, items[0]);
    expect(await reader.next('decision')).toEqual({ kind: 'decision', itemId: items[0] });
    await move(items[0]);
    expect(await reader.next('position')).toMatchObject({ itemId: items[0] });
    expect(reader.seen('decision')).toHaveLength(1);
    expect(reader.text).not.toContain('Kenntnis');
  });

  it('is told of nothing that was refused', async () => {
    const reader = await follow(secretary);
    expect(await decide(number, items[0], 99)).toMatchObject({ status: 412 });
    await move(items[1]);
    await reader.next('position');
    expect(reader.seen('decision')).toEqual([]);
  });

  it('has headers by which nobody in between keeps or collects it', async () => {
    const reader = await follow(secretary);
    expect(reader.headers['content-type']).toContain('text/event-stream');
    expect(reader.headers['cache-control']).toBe('no-store, no-transform');
    expect(reader.headers['content-security-policy']).toContain("default-src 'none'");
    expect(reader.text).toContain('retry: ');
  });

  it('is for those who ask for events, of a session that exists, within limits', async () => {
    const path = `/api/v1/review-sessions/${number}/live`;
    expect(await office.get(path)).toMatchObject({ status: 406, body: { code: 'event-stream-only' } });
    const accept = { accept: 'text/event-stream' };
    expect(await office.get('/api/v1/review-sessions/99/live', accept)).toMatchObject({ status: 404 });
    for (let streams = 0; streams < 12; streams += 1) await follow(office);
    expect(await office.get(path, accept)).toMatchObject({ status: 429, body: { code: 'too-many-streams' } });
    for (const reader of readers.splice(0)) reader.close();
    await pause(100);
    await follow(office);
  });

  it('goes on while the listening connection is cut, and then has everything read anew', async () => {
    const reader = await follow(secretary);
    await move(items[0]);
    await reader.next('position');
    const before = reader.seen('all').length;
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'digital-agenda live' and datname = current_database()`,
    );
    await reader.until(() => reader.seen('all').length > before);
    await move(items[1]);
    await reader.until(() => reader.seen('position').length === 2);
  });
});

describe('a server that stops', () => {
  it('ends the streams by itself', async () => {
    const other = await startApi(database.url);
    await other.app.listen(0, '127.0.0.1');
    const address = (await other.app.getUrl()).replace('[::1]', '127.0.0.1');
    const reader = await EventReader.open(
      `${address}/api/v1/review-sessions/${number}/live`,
      secretary.cookie,
    );
    await other.stop();
    await reader.until(() => reader.hasEnded);
  });
});

async function follow(client: ApiClient): Promise<EventReader> {
  const reader = await EventReader.open(`${origin}/api/v1/review-sessions/${number}/live`, client.cookie);
  readers.push(reader);
  await reader.until(() => reader.text.includes('retry:'));
  return reader;
}

function move(itemId: string | undefined) {
  return secretary.send('PUT', `/api/v1/review-sessions/${number}/live/position`, { itemId });
}

function decide(session: number, item: string | undefined, version = 1) {
  const body = { outcome: 'noted', text: 'Zur Kenntnis' };
  const path = `/api/v1/review-sessions/${session}/items/${item}/decision`;
  return secretary.send('PUT', path, body, { 'if-match': `"${version}"` });
}

async function aSession({
  id,
  number: running,
  items: agenda,
}: {
  id: string;
  number: number;
  items: string[];
}) {
  await database.query(
    `insert into review_session (id, number, starts_at, state) values ($1, $2, now(), 'running')`,
    [id, running],
  );
  for (const [position, item] of agenda.entries()) {
    await database.query(
      `insert into review_item (id, session_id, position, title, origin) values ($1, $2, $3, 'Bericht', 'added')`,
      [item, id, position + 1],
    );
  }
}
