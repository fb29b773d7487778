import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Transactions } from '../../backend/src/platform/index';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

/** A short run is part of every test run; `npm run test:time-travel` makes a long one. */
const STEPS = Number(process.env.TIME_TRAVEL_STEPS ?? 20);
const SEED = Number(process.env.TIME_TRAVEL_SEED ?? 20220222);
const CLIENTS = 6;

interface NamedAnswer {
  url: string;
  moment: string;
  body: unknown;
}

describe('time travel', () => {
  let database: TestDatabase;
  let api: TestApi;
  const answers: NamedAnswer[] = [];
  const outcomes = { committed: 0, refused: 0, rolledBack: 0 };

  beforeAll(async () => {
    database = await freshDatabase('sample');
    api = await startApi(database.url, { DATABASE_POOL_SIZE: '16' });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it(
    `reads every moment that an answer named as that answer was, after ${CLIENTS * STEPS} overlapping steps`,
    async () => {
      await Promise.all(Array.from({ length: CLIENTS }, (_, index) => work(index)));

      expect(outcomes.committed).toBeGreaterThan(CLIENTS);
      expect(outcomes.rolledBack).toBeGreaterThan(0);
      const reader = await api.as('portfolio-office');
      for (const { url, moment, body } of answers) {
        const again = await reader.get(`${url}${url.includes('?') ? '&' : '?'}asOf=${moment}`);
        expect({ url, moment, body: again.body }).toEqual({ url, moment, body });
      }
      expect(new Set(answers.map(({ moment }) => moment)).size).toBeGreaterThan(CLIENTS);
    },
    60_000 + STEPS * 1_000,
  );

  it('shows the change from the moment on that its answer named, and not one revision before', async () => {
    const person = await api.as('portfolio-office');
    const before = await person.get<{ version: number; title: string }>('/api/v1/projects/DA-2022-006');
    const changed = await person.send<{ moment: string }>(
      'PATCH',
      '/api/v1/projects/DA-2022-006',
      { title: 'Flächendeckende E-Akte, zweite Stufe' },
      { 'if-match': before.etag ?? '' },
    );
    const rev = Number(/^r(\d+)/.exec(changed.body.moment)?.[1]);
    const titleAt = async (asOf: string): Promise<string> =>
      (await person.get<{ title: string }>(`/api/v1/projects/DA-2022-006?asOf=${asOf}`)).body.title;
    expect(await titleAt(`r${rev}`)).toBe('Flächendeckende E-Akte, zweite Stufe');
    expect(await titleAt(`r${rev - 1}`)).toBe(before.body.title);
  });

  it('means the end of a day by a day, and today means now', async () => {
    const person = await api.as('employee');
    const [row] = await database.query<{ day: string; last: string }>(`
      select to_char(at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day, max(rev) as last from change
       where at < now() - interval '3 days' group by 1 order by 1 desc limit 1`);
    const ofDay = await person.get<{ moment: string }>(`/api/v1/projects?asOf=${row?.day}`);
    expect(ofDay.body.moment).toBe(`r${row?.last}@${row?.day}`);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const [now, live] = [
      await person.get(`/api/v1/projects?asOf=${today}`),
      await person.get('/api/v1/projects'),
    ];
    expect(now.body).toEqual(live.body);
  });

  it.each(['2099-01-01', '2126-01-01T00:00:00Z', 'r999999999'])('refuses the future: %s', async (asOf) => {
    const person = await api.as('employee');
    const answer = await person.get(`/api/v1/projects?asOf=${asOf}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'moment-in-future' } });
  });

  it.each(['2026-02-30', 'gestern', 'r', 'r1x', '2026-01-01T25:00:00Z', '', 'r1@morgen', '%00'])(
    'refuses what is no moment: %j',
    async (asOf) => {
      const person = await api.as('employee');
      const answer = await person.get(`/api/v1/projects?asOf=${asOf}`);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/asOf' }] } });
    },
  );

  it('is refused for what keeps no history', async () => {
    const person = await api.as('employee');
    expect((await person.get('/api/v1/session?asOf=2024-01-01')).status).toBe(400);
  });

  it('answers an empty portfolio for a moment before there was any', async () => {
    const person = await api.as('employee');
    expect((await person.get('/api/v1/projects?asOf=1999-12-31')).body).toMatchObject({
      items: [],
      total: 0,
    });
  });

  /** One client: reads and changes in turn, at random but the same for the same seed. */
  async function work(index: number): Promise<void> {
    const person = await api.as('portfolio-office');
    const random = randomOf(SEED + index);
    for (let step = 0; step < STEPS; step += 1) {
      if (random() < 0.5) await read(person, random);
      else if (random() < 0.6) await change(person, random);
      else await overlap(random);
    }
  }

  async function read(person: ApiClient, random: () => number): Promise<void> {
    const number = numberOf(random);
    const url = pick(random, [
      '/api/v1/projects?pageSize=200',
      '/api/v1/projects?sort=-selfScore&pageSize=10&overdue=true',
      '/api/v1/projects?q=digital',
      '/api/v1/portfolio/summary',
      '/api/v1/portfolio/heatmap',
      `/api/v1/projects/${number}`,
      `/api/v1/projects/${number}/assessments`,
      `/api/v1/projects/${number}/status-reports`,
      `/api/v1/projects/${number}/budget`,
      `/api/v1/projects/${number}/milestones`,
    ]);
    const { status, body } = await person.get<{ moment: string }>(url);
    expect({ url, status }).toEqual({ url, status: 200 });
    // Misspelt words are searched live only (architecture.md), so a search may find more than its past.
    if (!url.includes('q=')) answers.push({ url, moment: body.moment, body });
  }

  async function change(person: ApiClient, random: () => number): Promise<void> {
    const project = `/api/v1/projects/${numberOf(random)}`;
    const { etag = '' } = await person.get(project);
    await pause(random() * 8);
    const mark = Math.floor(random() * 1e6);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const lights = { schedule: 'green', cost: 'green', scope: 'green', resources: 'green' };
    const [method, url, body] = pick<['PATCH' | 'PUT' | 'POST', string, object]>(random, [
      ['PATCH', project, { summary: `Kurzbeschreibung ${mark}` }],
      ['PATCH', project, { declaredBudgetState: pick(random, ['full', 'partial', 'none']) }],
      [
        'PUT',
        `${project}/assessments/self/scores/efficiency`,
        { score: mark % 5, reason: `Begründung ${mark}` },
      ],
      [
        'PUT',
        `${project}/assessments/review/scores/openness`,
        { score: mark % 5, reason: `Sicht der Prüfung ${mark}` },
      ],
      ['POST', `${project}/needs`, { year: 2027, kind: 'operating', amountCents: mark, note: '' }],
      ['POST', `${project}/risks`, { title: `Risiko ${mark}`, probability: 1 + (mark % 5), impact: 3 }],
      ['PUT', `${project}/tags/welle-${mark % 4}`, {}],
      ['POST', `${project}/status-reports`, { reportedOn: day, lights, progressPercent: mark % 101 }],
    ]);
    const answer = await person.send(method, url, body, { 'if-match': etag });
    const { status } = answer;
    if (![200, 201, 204, 409, 412, 422].includes(status))
      throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
    if (answer.status < 300) outcomes.committed += 1;
    else outcomes.refused += 1;
  }

  /** A transaction that others overtake: it pauses inside, and every third one is rolled back. */
  async function overlap(random: () => number): Promise<void> {
    const [first, second] = [numberOf(random), numberOf(random)].sort();
    const [pauseMs, giveUp] = [random() * 25, random() < 0.34];
    const run = api.app.get(Transactions).run({ command: 'test.overlap' }, async (tx) => {
      for (const number of new Set([first, second])) {
        const [project] = await tx.query<{ id: string }>(
          `update project set summary = summary || '.', version = version + 1 where number = $1 returning id`,
          [number],
        );
        if (project) tx.touchProject(project.id);
        await pause(pauseMs);
      }
      if (giveUp) throw new Error('given up on purpose');
    });
    await run.catch((error: Error) => {
      if (error.message !== 'given up on purpose') throw error;
      outcomes.rolledBack += 1;
    });
  }
});

describe('the past on the database alone', () => {
  it('is what the last open version of each row says, equal to the live tables', async () => {
    const database = await freshDatabase('sample');
    const api = await startApi(database.url);
    const dataSource = api.app.get(DataSource);
    const tables = await dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.views where table_schema = 'as_of' order by 1`,
    );
    for (const { name } of tables) {
      const [row] = await dataSource.query<{ same: boolean }[]>(`
        with live as (select to_jsonb(t) as row from public.${name} t),
             open as (select to_jsonb(t) - 'from_rev' - 'to_rev' as row from history.${name} t where to_rev = 9223372036854775807)
        select not exists (select row from live except select row from open)
           and not exists (select row from open except select row from live)
           and (select count(*) from live) = (select count(*) from open) as same`);
      expect({ name, same: row?.same }).toEqual({ name, same: true });
    }
    await api.stop();
    await database.drop();
  });
});

function numberOf(random: () => number): string {
  return `DA-2022-${String(1 + Math.floor(random() * 6)).padStart(3, '0')}`;
}

function pick<T>(random: () => number, options: readonly T[]): T {
  const option = options[Math.floor(random() * options.length)];
  if (option === undefined) throw new Error('nothing to pick from');
  return option;
}

/** mulberry32: small, and the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
