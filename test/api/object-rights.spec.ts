import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { OPERATIONS, resolved, type Operation } from '../support/openapi';
import { fingerprint } from '../support/rights/fingerprint';
import { nameOf, PART_OPERATIONS, PERSONAL_OPERATIONS, unknownIds } from '../support/rights/path-ids';
import { ASKERS, type Asker, readRightsFile, type Right } from '../support/rights/rights-file';
import { addMember, loginOf } from '../support/rights/sample-logins';
import { scopedProjects, type ScopedProject } from '../support/rights/scoped-projects';
import { smallestBody } from '../support/rights/valid-body';

const NOBODY = '0190f3a4-0000-7000-8000-000000000000';
/** What a client must never set, whatever it sends it to. */
const NOT_THEIRS = {
  id: NOBODY,
  version: 99,
  number: 'DA-1999-001',
  projectId: NOBODY,
  personId: NOBODY,
  office_id: NOBODY,
  permissions: ['people.edit'],
  isAdmin: true,
  isSample: false,
  passwordHash: 'x',
  origin: 'import',
  createdAt: '2000-01-01T00:00:00Z',
  createdById: NOBODY,
  publishedAt: '2000-01-01T00:00:00Z',
  leftAt: null,
};

const { rights } = readRightsFile();
const operations = OPERATIONS.map((operation) => ({ name: nameOf(operation), operation }));
const writes = operations.filter(({ operation }) => operation.method !== 'GET');
const onProjects = writes.filter(({ name }) => /\/projects\/\{ref\}|\{projectRef\}/.test(name));

describe('whose records one gets at', () => {
  let database: TestDatabase;
  let api: TestApi;
  let people: Map<Asker, ApiClient>;
  let projects: Map<string, ScopedProject>;
  let versions: Map<string, number>;
  let before: string;

  beforeAll(async () => {
    database = await freshDatabase('sample');
    api = await startApi(database.url);
    people = new Map();
    await addMember(database);
    for (const asker of ASKERS)
      people.set(asker, asker === 'public' ? api.anonymous : await api.as(loginOf(asker)));
    await as('finance').send('POST', '/api/v1/me/calendar-feeds', { kind: 'personal' });
    projects = await scopedProjects(database);
    const rows = await database.query<{ id: string; version: number }>('select id, version from project');
    versions = new Map(rows.map(({ id, version }) => [id, version]));
    before = await fingerprint(database);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const as = (asker: Asker): ApiClient => people.get(asker) ?? api.anonymous;
  const projectOf = (asker: Asker, scope = 'a project of another office'): ScopedProject => {
    const project = projects.get(`${asker} ${scope}`);
    if (project === undefined) throw new Error(`There is no ${scope} for ${asker}.`);
    return project;
  };
  /** Asks with a body that is accepted, on the present version of the project. */
  const ask = async (
    person: ApiClient,
    operation: Operation,
    {
      project = NOBODY,
      part = NOBODY,
      body = smallestBody(operation),
    }: { project?: string; part?: string; body?: object | undefined } = {},
  ): Promise<ApiAnswer> => {
    const url = operation.path
      .replace(/(projects\/)\{ref\}|\{projectRef\}/, (_, prefix = '') => `${prefix}${project}`)
      .replaceAll(/\{(?:id|report)\}/g, part)
      .replaceAll(/\{\w+\}/g, NOBODY);
    if (operation.method === 'GET') return person.get(url);
    return person.send(
      operation.method as 'POST',
      url,
      operation.method === 'DELETE' ? undefined : (body ?? {}),
      {
        'if-match': `"${versions.get(project) ?? 1}"`,
      },
    );
  };

  it('is said of every id in the contract', () => {
    expect(unknownIds()).toEqual([]);
    expect(PART_OPERATIONS.length).toBeGreaterThan(10);
  });

  it.each(PART_OPERATIONS)('$name finds no part of another project', async ({ name, operation, table }) => {
    const project = projectOf('portfolio-office').id;
    const [foreign] = await database.query<{ id: string }>(
      `select id from ${table} where project_id <> $1 limit 1`,
      [project],
    );
    expect(foreign).toBeDefined();
    const answer = await ask(as(allowed(name)), operation, { project, part: foreign?.id ?? '' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const nothing = await ask(as(allowed(name)), operation, { project });
    expect(saidOf(nothing)).toEqual(saidOf(answer));
  });

  it.each(PERSONAL_OPERATIONS)('$name finds nothing of another person', async ({ operation, table }) => {
    const others = await database.query<{ id: string }>(
      `select t.id from ${table} t join account on account.person_id = t.person_id where login = 'finance'`,
    );
    expect(others).not.toEqual([]);
    for (const { id } of others) {
      const answer = await ask(as('employee'), operation, { part: id });
      expect(answer.status).toBe(404);
      expect(saidOf(await ask(as('employee'), operation))).toEqual(saidOf(answer));
    }
    expect(
      await database.query(`select from ${table} where id = any ($1)`, [others.map(({ id }) => id)]),
    ).toHaveLength(others.length);
  });

  it.each(onProjects)('$name leaves the project of another office alone', async ({ name, operation }) => {
    const cells = rightOf(name).cells;
    const strangers = ASKERS.filter((asker) => asker !== 'public' && cells[asker] !== 'alle');
    for (const asker of strangers) {
      const answer = await ask(as(asker), operation, { project: projectOf(asker).id });
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it.each(operations)('$name tells nobody without the right what exists', async ({ name, operation }) => {
    const { cells } = rightOf(name);
    for (const asker of ASKERS.filter((one) => cells[one] === '–')) {
      const { id, report } = projectOf(asker);
      const answers = [
        await ask(as(asker), operation, { project: id, part: report }),
        await ask(as(asker), operation, { project: id, body: { nonsense: true } }),
        await ask(as(asker), operation),
        await ask(as(asker), operation, { project: 'DA-0000-000', part: 'nonsense' }),
      ];
      expect(answers.map(saidOf)).toEqual(answers.map(() => saidOf(answers[0])));
      expect(answers[0]?.status).toBe(asker === 'public' ? 401 : 403);
    }
  });

  it.each(writes.filter(({ operation }) => operation.body !== undefined))(
    '$name takes nothing that is not the client’s to say',
    async ({ name, operation }) => {
      const known = resolved(operation.body ?? {}).properties ?? {};
      const extra = Object.fromEntries(
        Object.entries(NOT_THEIRS).filter(([key]) => known[key] === undefined),
      );
      const { value, pointers } = withIntruders(smallestBody(operation));
      const asker = allowed(name);
      const body = { ...(value as object), ...extra };
      const answer = await ask(as(asker), operation, { project: projectOf(asker).id, body });
      expect(answer.status).toBe(400);
      expect(pointersOf(answer)).toEqual(
        expect.arrayContaining([...pointers, ...Object.keys(extra).map((key) => `/${key}`)]),
      );
    },
  );

  it('corrects no report of another project', async () => {
    const [own, other] = [
      projectOf('portfolio-office'),
      projectOf('portfolio-office', 'a project that the person leads'),
    ];
    const publish = OPERATIONS.find(({ method, path }) =>
      `${method} ${path}`.endsWith('POST /api/v1/projects/{ref}/status-reports'),
    );
    if (publish === undefined) throw new Error('Publishing is gone.');
    const body = { ...smallestBody(publish), correctsId: other.report };
    const answer = await ask(as('portfolio-office'), publish, { project: own.id, body });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/correctsId' }] } });
  });

  it('was left as it was by all of this', async () => {
    expect(await fingerprint(database)).toBe(before);
  });

  it('finds the draft of a report nowhere but with the person who writes it', async () => {
    const { id } = projectOf('project-lead', 'a project that the person leads');
    const secret = 'Geheimnis7f3a';
    const url = `/api/v1/projects/${id}/status-reports/draft`;
    expect((await as('project-lead').send('PUT', url, { done: secret })).status).toBe(204);
    expect(JSON.stringify((await as('project-lead').get(url)).body)).toContain(secret);
    for (const { name, operation } of operations.filter(({ operation: { method } }) => method === 'GET')) {
      const answer = await ask(as(allowed(name)), operation, { project: id });
      expect(JSON.stringify([answer.body, answer.headers])).not.toContain(secret);
    }
    const search = await as('employee').get<{ total: number }>(`/api/v1/projects?q=${secret}`);
    expect(search.body.total).toBe(0);
  });

  it('finds nobody by what the list of people does not show', async () => {
    await database.query(
      `update person set mail = 'verborgen7f3a@stadt.example' where display_name like 'P%'`,
    );
    for (const query of ['?q=verborgen7f3a', '?q=stadt.example', '?q=portfolio-office@'])
      expect((await as('project-lead').get(`/api/v1/people${query}`)).body).toMatchObject({ total: 0 });
    const all = await as('project-lead').get('/api/v1/people?pageSize=200');
    expect(JSON.stringify(all.body)).not.toMatch(/verborgen|mail|login/);
    const sorted = await as('project-lead').get('/api/v1/people?sort=mail');
    expect(sorted.status).toBe(400);
  });
});

function rightOf(name: string): Right {
  const right = rights.find(({ addresses }) => addresses.includes(name));
  if (right === undefined) throw new Error(`${name} is missing in docs/rights.md.`);
  return right;
}

/** Somebody who may do it everywhere. */
function allowed(name: string): Asker {
  const { cells } = rightOf(name);
  const asker = ASKERS.toReversed().find((one) => cells[one] === 'alle' || cells[one] === 'ja');
  if (asker === undefined) throw new Error(`Nobody may do ${name} everywhere.`);
  return asker;
}

/** Puts a field that nobody knows into every object of a body, however deep it stands. */
function withIntruders(body: unknown, at = ''): { value: unknown; pointers: string[] } {
  if (typeof body !== 'object' || body === null) return { value: body, pointers: [] };
  const inside = Object.entries(body).map(([key, value]) => ({
    key,
    ...withIntruders(value, `${at}/${key}`),
  }));
  const pointers = inside.flatMap((one) => one.pointers);
  if (Array.isArray(body)) return { value: inside.map(({ value }) => value), pointers };
  const fields = Object.fromEntries(inside.map(({ key, value }) => [key, value]));
  return { value: { ...fields, intruder: 1 }, pointers: [...pointers, `${at}/intruder`] };
}

/** All that an answer says, without the number of the request. */
function saidOf(answer: ApiAnswer | undefined): object {
  const { correlationId, ...said } = (answer?.body ?? {}) as Record<string, unknown>;
  expect(correlationId).toBeDefined();
  return { status: answer?.status, said, etag: answer?.etag };
}

function pointersOf({ body }: ApiAnswer): string[] {
  return (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
}
