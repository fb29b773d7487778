import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type Operation, OPERATIONS } from '../support/openapi';

const LEADING = ['project-lead', 'office-coordinator', 'portfolio-office'];
const EVERYBODY = [...LEADING, 'employee', 'commission', 'finance', 'admin'];

/**
 * Who may ask for what at all; the first pattern that fits counts. On which project is another question.
 * Source: domain.md, "Who may do what".
 */
const MAY: [RegExp, string[]][] = [
  [/^GET .*\/status-reports\/draft$/, LEADING],
  [/^GET \/people$/, LEADING],
  [/^\w+ \/users/, ['admin']],
  [/^GET /, EVERYBODY],
  [/\/agendas\//, ['portfolio-office']],
  [/\/assessments\/review/, ['commission', 'portfolio-office']],
  [/\/budget-lines/, ['finance', 'portfolio-office']],
  [/ \/projects/, LEADING],
];

const ID = '0190f3a4-0000-7000-8000-000000000000';

let database: TestDatabase;
let api: TestApi;
let people: Map<string, ApiClient>;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  people = new Map();
  for (const role of EVERYBODY) people.set(role, await api.as(role));
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const operations = OPERATIONS.filter(({ path }) => !path.startsWith('/api/v1/session')).map(
  (operation): [string, Operation] => [
    `${operation.method} ${operation.path.replace('/api/v1', '')}`,
    operation,
  ],
);

/** Asks for nothing in particular, so that nobody gets further than the door. */
function ask(person: ApiClient, { method, path }: Operation): ReturnType<ApiClient['get']> {
  const url = path.replaceAll(/\{\w+\}/g, ID);
  if (method === 'GET') return person.get(url);
  return person.send(method as 'POST', url, method === 'DELETE' ? undefined : {});
}

describe('who may do what', () => {
  it('is said of every operation of the contract', () => {
    expect(operations.length).toBeGreaterThan(50);
    expect(
      operations.map(([name]) => name).filter((name) => !MAY.some(([pattern]) => pattern.test(name))),
    ).toEqual([]);
  });

  it.each(operations)('%s', async (name, operation) => {
    const allowed = MAY.find(([pattern]) => pattern.test(name))?.[1];
    const admitted: string[] = [];
    for (const [role, person] of people) {
      const { status } = await ask(person, operation);
      expect(status).not.toBe(401);
      if (status !== 403) admitted.push(role);
    }
    expect(admitted.sort()).toEqual([...(allowed ?? [])].sort());
    expect((await ask(api.anonymous, operation)).status).toBe(401);
  });
});
