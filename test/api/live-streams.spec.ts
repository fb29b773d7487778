import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { EventReader } from '../support/event-reader';
import { aSession } from '../support/review-sessions';

const half = 30_000;
let database: TestDatabase;
let api: TestApi;
let url: string;
let secretary: ApiClient;
const readers: EventReader[] = [];

// Minutes pass at once; all other clocks go on.
beforeAll(async () => {
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setTimeout',
      'clearTimeout',
    ],
  });
  database = await freshDatabase();
  api = await startApi(database.url, { RATE_LIMIT: 'on' });
  await api.app.listen(0, '127.0.0.1');
  secretary = await api.as('commission');
  url = `${(await api.app.getUrl()).replace('[::1]', '127.0.0.1')}${(await aSession(secretary)).url}/live`;
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
  jest.useRealTimers();
});

async function follow(person: ApiClient): Promise<EventReader> {
  const reader = await EventReader.open(url, person.cookie);
  readers.push(reader);
  await reader.until(() => reader.text.includes('retry:'));
  return reader;
}

describe('a stream on which nothing happens', () => {
  it('says every 15 seconds that the line still stands, so that no proxy cuts it', async () => {
    const reader = await follow(secretary);
    expect(reader.headers['x-accel-buffering']).toBe('no');
    for (const beats of [1, 2, 3, 4]) {
      jest.advanceTimersByTime(half / 2);
      await reader.until(() => reader.text.split('event: beat').length - 1 === beats);
    }
    expect(reader.hasEnded).toBe(false);
  });
});

describe('a stream of somebody who may not read it any more', () => {
  it('ends within half a minute after the sign-out, and not that of another window', async () => {
    const signedOut = await api.as('commission');
    const { cookie } = signedOut;
    const reader = await follow(signedOut);
    const other = await follow(secretary);
    expect((await signedOut.send('DELETE', '/api/v1/session')).status).toBeLessThan(300);
    jest.advanceTimersByTime(half);
    await reader.until(() => reader.hasEnded);
    expect(other.hasEnded).toBe(false);
    await expect(EventReader.open(url, cookie)).rejects.toThrow('401');
  });

  it('ends within half a minute after the right was withdrawn', async () => {
    const finance = await api.as('finance');
    const reader = await follow(finance);
    await database.query(`update person set roles = '{employee}' where is_sample and 'finance' = any(roles)`);
    jest.advanceTimersByTime(half);
    await reader.until(() => reader.hasEnded);
    await expect(EventReader.open(url, finance.cookie)).rejects.toThrow('403');
  });
});

describe('a stream under the limits on requests', () => {
  it('goes on when the person has asked so much that a new one is refused', async () => {
    const office = await api.as('portfolio-office');
    const reader = await follow(office);
    for (let asked = 0; asked < 600; asked += 50)
      await Promise.all(Array.from({ length: 50 }, () => office.get('/api/v1/session')));
    await expect(EventReader.open(url, office.cookie)).rejects.toThrow('429');
    jest.advanceTimersByTime(half / 2);
    await reader.until(() => reader.text.includes('event: beat'));
  });
});
