import type { InjectOptions } from 'fastify';
import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { breachOf } from '../support/contract-match';
import { OPERATIONS } from '../support/openapi';
import { Random } from '../support/fuzz/random';
import { type Known, requestTo } from '../support/fuzz/requests';
import { aSession } from '../support/review-sessions';

/** More with FUZZ_REQUESTS, other ones with FUZZ_SEED; a fault names the seed by which it comes back. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 600);
const SEED = Number(process.env.FUZZ_SEED ?? 20220223);
const ROLES = ['portfolio-office', 'project-lead', 'finance', 'commission', 'employee', 'admin'];
/** A body that can not be read, or is one text or one list, has no member that a pointer could name. */
const OF_THE_WHOLE = ['body-unreadable', 'null-character', 'too-deep', 'too-many-items'];

/** Whose version a change at an address names: the table, and where its id is known; else the project's. */
const VERSIONED = [
  ['/api/v1/review-sessions/{id}/items/{item}', 'review_item', 'items/item'],
  ['/api/v1/review-sessions/{id}', 'review_session', 'review-sessions/id'],
  ['/api/v1/conditions/{id}', 'review_condition', 'conditions/id'],
  ['/api/v1/papers/{id}', 'paper', 'papers/id'],
] as const;

interface Problem {
  status: number;
  code: string;
  title: string;
  correlationId: string | null;
  errors: { pointer: string; code: string }[];
}

let database: TestDatabase;
let api: TestApi;
let people: ApiClient[];
let known: Known;

beforeAll(async () => {
  database = await freshDatabase('sample');
  api = await startApi(database.url);
  people = await Promise.all(ROLES.map((role) => api.as(role)));
  known = await whatIsThere();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Ids and keys that exist, so that not every request ends at 404. */
async function whatIsThere(): Promise<Known> {
  const column = async (sql: string): Promise<string[]> =>
    (await database.query<{ value: string }>(sql)).map(({ value }) => value);
  const parts = ['milestone', 'risk', 'need', 'budget_line', 'counter_funding', 'project_supported_goal'];
  // One project, so that its version fits the changes.
  const [project = ''] = await column(
    `select id::text as value from project order by (select count(*) from milestone where project_id = project.id) desc, number limit 1`,
  );
  const ids = await Promise.all(
    parts.map((table) =>
      column(`select id::text as value from ${table} where project_id = '${project}' limit 4`),
    ),
  );
  const numbers = await column('select number as value from project order by number limit 3');
  const agendas = await column('select key as value from digital_agenda');
  const commission = await whatTheCommissionHas(column, project);
  return {
    values: {
      ref: [project, project, project, ...numbers],
      projectRef: [project],
      otherProject: numbers,
      agenda: agendas,
      id: ids.flat(),
      ...commission,
      report: await column(`select id::text as value from status_report where project_id = '${project}'`),
      personId: await column('select id::text as value from person limit 5'),
      principle: await column('select key as value from design_principle'),
      key: [
        ...(await column('select key as value from action_field')),
        ...(await column('select key as value from corridor_theme')),
      ],
      strategy: await column('select id::text as value from strategy'),
      tag: ['gut', 'Bürger & Co'],
      asOf: ['2026-11-01', 'r5', '2026-11-01T10:00:00Z'],
    },
    version: async (path) => {
      const [, table = 'project', key = ''] = VERSIONED.find(([start]) => path.startsWith(start)) ?? [];
      const id = commission[key]?.[0] ?? project;
      const [row] = await database.query<{ version: number }>(`select version from ${table} where id = $1`, [
        id,
      ]);
      return row?.version ?? 0;
    },
  };
}

/** One session that runs, one condition and one paper, so that their versions fit the changes. */
async function whatTheCommissionHas(
  column: (sql: string) => Promise<string[]>,
  project: string,
): Promise<Known['values']> {
  const office = await api.as('portfolio-office');
  const session = await aSession(office);
  await session.take({ projectId: project });
  await session.send('POST', '/opening');
  const first = (table: string, where = 'true') =>
    column(`select id::text as value from ${table} where ${where} order by id limit 1`);
  return {
    'review-sessions/id': [session.id],
    'participants/participant': await first('review_participant'),
    'items/item': await first('review_item', `session_id = '${session.id}'`),
    'conditions/id': await first('review_condition'),
    'dossiers/dossier': ['1'],
    'minutes/minutes': ['1'],
    'papers/id': await first('paper'),
    'consultations/consultation': await first('consultation'),
    'issues/issue': ['1'],
  };
}

describe('whatever a client sends', () => {
  it(`is answered as the contract says, never by a fault of the server (${REQUESTS} requests, seed ${SEED})`, async () => {
    const random = new Random(SEED);
    const faults: string[] = [];
    const statuses: Record<number, number> = {};
    for (let index = 0; index < REQUESTS; index += 1) {
      const operation = OPERATIONS[index % OPERATIONS.length] ?? random.pick(OPERATIONS);
      const request = await requestTo(operation, random, known);
      const answer = await ask(request, random);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const fault = faultOf(answer, request) ?? breachOf(answer, { ...operation, ...methodOf(request) });
      if (fault !== null) faults.push(`#${index} ${describeRequest(request)}\n   ${fault}`);
    }
    expect(faults).toEqual([]);
    // A fuzz that never gets past the door proves nothing.
    expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(REQUESTS / 20);
    if (process.env.FUZZ_SHOW) process.stderr.write(`${JSON.stringify(statuses)}\n`);
  }, 3_600_000);
});

async function ask(request: InjectOptions, random: Random): Promise<ApiAnswer> {
  const who = random.percent(60) ? 0 : random.below(people.length);
  const cookie = random.percent(4) ? '' : (people[who]?.cookie ?? '');
  const answer = await api.inject({ ...request, headers: { ...request.headers, ...(cookie && { cookie }) } });
  // Some request ended the session, as it may; the next ones are to get past the door again.
  if (answer.status === 401 && cookie !== '') people[who] = await api.as(ROLES[who] ?? '');
  return answer;
}

/** What is wrong with an answer; null when nothing is. */
function faultOf({ status, headers, body }: ApiAnswer, { method }: InjectOptions): string | null {
  const said = `${status} ${JSON.stringify(body)?.slice(0, 400)}`;
  if (status >= 500) return `a fault of the server: ${said}`;
  if (status < 400 || method === 'HEAD') return null;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `no problem document: ${said}`;
  const problem = body as Problem;
  if (problem.status !== status || !problem.code || problem.correlationId === null)
    return `incomplete: ${said}`;
  if (status === 404 && problem.code !== 'not-found') return `a 404 by another name: ${said}`;
  if (status !== 400 && status !== 422) return null;
  if (problem.errors.length === 0) return `names no fault: ${said}`;
  const isLost = problem.errors.some(({ pointer, code }) => pointer === '' && !OF_THE_WHOLE.includes(code));
  return isLost ? `a fault without a place: ${said}` : null;
}

/** A few requests try another method than the operation's. */
function methodOf({ method = 'GET' }: InjectOptions): { method: string } {
  return { method };
}

function describeRequest({ method, url, headers, payload }: InjectOptions): string {
  return JSON.stringify([method, url, headers, payload]).slice(0, 700);
}
