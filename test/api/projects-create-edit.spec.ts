import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type Commanded, ifMatch, type ReadProject } from '../support/projects';

interface ProblemBody {
  code: string;
  errors: { pointer: string; code: string }[];
  current?: Record<string, unknown>;
}

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let lead: ApiClient;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
  lead = await api.as('project-lead');
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const minimal = { title: 'Digitale Bauakte', primaryActionField: 'innovation' };

describe('creating a project', () => {
  it('gives it the next number of the year, phase idea and what was said', async () => {
    api.setClock('2031-03-01T10:00:00Z');
    const first = await aProject(office, { ...minimal, goal: 'Müller-Lüdenscheidts Straße 🏗️' });
    const second = await aProject(office, minimal);
    expect(await first.read()).toMatchObject({
      number: 'DA-2031-001',
      phase: 'idea',
      phaseSince: '2031-03-01',
      version: 1,
      title: 'Digitale Bauakte',
      goal: 'Müller-Lüdenscheidts Straße 🏗️',
      office: null,
      primaryActionField: { key: 'innovation' },
      permitted: ['edit', 'status', 'assess-self', 'need', 'review', 'agenda', 'publish'],
      nextPhases: [
        { phase: 'proposal', needsReason: false, needsGate: false },
        { phase: 'paused', needsReason: true, needsGate: false },
        { phase: 'cancelled', needsReason: true, needsGate: false },
      ],
      gate: { open: true, missing: ['self-assessment', 'co2', 'budget-state', 'office'] },
      findings: [],
      origin: 'entered',
    });
    expect((await second.read()).number).toBe('DA-2031-002');
  });

  it('hands out each number once, however many are created at once', async () => {
    api.setClock('2032-03-01T10:00:00Z');
    const made = await Promise.all(Array.from({ length: 12 }, () => aProject(office, minimal)));
    const numbers = await Promise.all(made.map(async (project) => (await project.read()).number));
    expect(numbers.sort()).toEqual(
      Array.from({ length: 12 }, (_, index) => `DA-2032-${String(index + 1).padStart(3, '0')}`),
    );
  });

  it('goes on after numbers that were loaded', async () => {
    api.setClock('2033-03-01T10:00:00Z');
    const project = await aProject(office, minimal);
    await database.query(`update project set number = 'DA-2034-041' where id = $1`, [project.id]);
    api.setClock('2034-03-01T10:00:00Z');
    expect((await (await aProject(office, minimal)).read()).number).toBe('DA-2034-042');
  });

  it('makes a project lead its lead, in the own office', async () => {
    const project = await (await aProject(lead, minimal)).read();
    expect(project).toMatchObject({ office: { key: 'it' }, people: [{ function: 'lead' }] });
    expect(project.permitted).toEqual(['edit', 'status', 'assess-self', 'need']);
  });

  it('is refused to a project lead in another office, and to roles that do not create', async () => {
    const elsewhere = await lead.send('POST', '/api/v1/projects', {
      ...minimal,
      office: await otherOffice(),
    });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    for (const role of ['employee', 'commission', 'finance', 'admin']) {
      const answer = await (await api.as(role)).send('POST', '/api/v1/projects', minimal);
      expect({ role, status: answer.status }).toEqual({ role, status: 403 });
    }
    expect((await api.anonymous.send('POST', '/api/v1/projects', minimal)).status).toBe(401);
  });

  it.each([
    ['nothing', {}, ['/title', '/primaryActionField']],
    ['an empty title', { ...minimal, title: '   ' }, ['/title']],
    ['a title of 100 kB', { ...minimal, title: 'ü'.repeat(100_000) }, ['/title']],
    ['a text of 100 kB', { ...minimal, summary: 'ü'.repeat(100_000) }, ['/summary']],
    ['a title that is no text', { ...minimal, title: 7 }, ['/title']],
    ['null where something has to stand', { ...minimal, summary: null }, ['/summary']],
    ['a day in no calendar', { ...minimal, expectedEnd: '2026-02-30' }, ['/expectedEnd']],
    ['an instant for a day', { ...minimal, expectedEnd: '2026-02-03T10:00:00Z' }, ['/expectedEnd']],
    ['an unknown CO₂ effect', { ...minimal, co2Effect: 'good' }, ['/co2Effect']],
    ['a figure beyond all measure', { ...minimal, co2KgPerYear: 1e20 }, ['/co2KgPerYear']],
    ['"false" for false', { ...minimal, iqRelevant: 'false' }, ['/iqRelevant']],
    ['a field that is not there', { ...minimal, colour: 'red' }, ['/colour']],
    ['a version of its own', { ...minimal, version: 7, id: 'x' }, ['/version', '/id']],
  ])('names every fault of %s', async (_, body, pointers) => {
    const answer = await office.send<ProblemBody>('POST', '/api/v1/projects', body);
    expect(answer.status).toBe(400);
    expect([...new Set(answer.body.errors.map(({ pointer }) => pointer))].sort()).toEqual(
      [...pointers].sort(),
    );
  });

  it.each([
    ['an office', { office: 'no-such-office' }, '/office'],
    ['an office by a foreign id', { office: '00000000-0000-4000-8000-000000000000' }, '/office'],
    ['an action field', { primaryActionField: 'no-such-field' }, '/primaryActionField'],
  ])('refuses %s that does not exist', async (_, content, pointer) => {
    const answer = await office.send('POST', '/api/v1/projects', { ...minimal, ...content });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, code: 'reference-unknown' }] } });
  });
});

describe('reading a project', () => {
  it('takes id and number, in one statement besides the session', async () => {
    const project = await aProject(office, minimal);
    const { number } = await project.read();
    const [byId, byNumber] = [await office.get(project.url), await office.get(`/api/v1/projects/${number}`)];
    expect(byNumber.body).toEqual(byId.body);
    expect(byId.statements).toBe((await office.get('/api/v1/action-fields')).statements);
    expect(byId.etag).toMatch(/^"1\./);
  });

  it('answers 304 to whoever has it already', async () => {
    const project = await aProject(office, minimal);
    const { etag = '' } = await office.get(project.url);
    expect((await office.get(project.url, { 'if-none-match': etag })).status).toBe(304);
  });

  it.each(['DA-1999-999', '00000000-0000-4000-8000-000000000000', 'ü', '%27%3B--', 'x'.repeat(190)])(
    'answers 404 for what does not exist: %s',
    async (ref) => {
      expect(await office.get(`/api/v1/projects/${ref}`)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    },
  );

  it('needs a person', async () => {
    const project = await aProject(office, minimal);
    expect((await api.anonymous.get(project.url)).status).toBe(401);
  });
});

describe('editing a project', () => {
  it('changes what is sent, empties what is null and leaves the rest', async () => {
    const project = await aProject(office, {
      ...minimal,
      summary: 'bleibt',
      co2Reason: 'weg',
      iqRelevant: true,
    });
    const answer = await project.send('PATCH', '', { title: 'Neuer Titel', co2Reason: null, office: 'it' });
    expect(answer).toMatchObject({ status: 200, body: { id: project.id, version: 2 }, etag: '"2"' });
    expect(await project.read()).toMatchObject({
      version: 2,
      title: 'Neuer Titel',
      summary: 'bleibt',
      co2Reason: null,
      iqRelevant: true,
      office: { key: 'it' },
    });
  });

  it('can be read from the moment that its answer names, and not before', async () => {
    const project = await aProject(office, minimal);
    const before = await project.read();
    const { body } = await project.send('PATCH', '', { title: 'Danach' });
    expect((await office.get<ReadProject>(`${project.url}?asOf=${body.moment}`)).body.title).toBe('Danach');
    expect((await office.get(`${project.url}?asOf=${before.moment}`)).body).toEqual(before);
  });

  it('needs If-Match, in its form, with the present version', async () => {
    const project = await aProject(office, minimal);
    const patch = (headers: Record<string, string>) =>
      office.send('PATCH', project.url, { goal: 'x' }, headers);
    expect(await patch({})).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
    for (const malformed of ['1', '*', '""', '"-1"', '"1e9"', 'W/1']) {
      expect((await patch({ 'if-match': malformed })).status).toBe(400);
    }
    expect((await patch(ifMatch(99))).status).toBe(412);
    expect((await patch({ 'if-match': (await office.get(project.url)).etag ?? '' })).status).toBe(200);
  });

  it('says who changed it meanwhile, when and what the version is now', async () => {
    const project = await aProject(lead, minimal);
    await project.send('PATCH', '', { goal: 'zuerst' }, office);
    const late = await lead.send<ProblemBody>('PATCH', project.url, { goal: 'zu spät' }, ifMatch(1));
    expect(late).toMatchObject({
      status: 412,
      body: { code: 'changed-meanwhile', current: { version: 2, command: 'project.edit' } },
    });
    expect(late.body.current?.changedBy).toEqual(expect.stringContaining('Portfolio'));
    expect(late.body.current?.changedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect((await project.read()).goal).toBe('zuerst');
  });

  it('lets exactly one win of those who change one version at once', async () => {
    const project = await aProject(office, minimal);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        office.send<Commanded>('PATCH', project.url, { goal: `Fassung ${index}` }, ifMatch(1)),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 412),
    ]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(await project.read()).toMatchObject({ goal: `Fassung ${winner}`, version: 2 });
  });

  it('is allowed to lead, deputy and coordinator of the office, and to nobody else', async () => {
    const project = await aProject(office, { ...minimal, office: 'it' });
    const coordinator = await api.as('office-coordinator');
    expect((await project.send('PATCH', '', { goal: 'a' }, coordinator)).status).toBe(200);
    for (const role of ['project-lead', 'employee', 'commission', 'finance', 'admin']) {
      const answer = await project.send('PATCH', '', { goal: 'b' }, await api.as(role));
      expect({ role, status: answer.status }).toEqual({ role, status: 403 });
    }
    const elsewhere = await aProject(office, { ...minimal, office: await otherOffice() });
    expect((await elsewhere.send('PATCH', '', { goal: 'c' }, coordinator)).status).toBe(403);
  });

  it('leaves approved dates to the portfolio office, and publishing to its own command', async () => {
    const project = await aProject(lead, minimal);
    const approved = { approvedEnd: '2027-01-01' };
    expect((await project.send('PATCH', '', approved)).status).toBe(403);
    expect((await project.send('PATCH', '', approved, office)).status).toBe(200);
    expect((await project.send('PATCH', '', { visibility: 'public' }, office)).status).toBe(400);
  });

  it('counts how often the expected end moves, not that it was named', async () => {
    const project = await aProject(office, minimal);
    const moves = async (expectedEnd: string | null): Promise<unknown> => {
      await project.send('PATCH', '', { expectedEnd });
      return (await project.read()).endMoves;
    };
    expect(await moves('2027-06-30')).toBe(0);
    expect(await moves('2027-06-30')).toBe(0);
    expect(await moves('2027-09-30')).toBe(1);
    expect(await moves('2027-06-30')).toBe(2);
  });

  it('wants the method of each CO₂ figure, also one that was there', async () => {
    const project = await aProject(office, minimal);
    const figures = { co2KgPerYear: -1200.25, waterM3PerYear: 3, waterMethod: 'gezählt' };
    expect(await project.send('PATCH', '', figures)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/co2Method', code: 'project.method-missing' }] },
    });
    expect((await project.send('PATCH', '', { ...figures, co2Method: 'geschätzt' })).status).toBe(200);
    expect(await project.read()).toMatchObject({ co2KgPerYear: -1200.25, waterM3PerYear: 3 });
    expect((await project.send('PATCH', '', { co2Method: null })).status).toBe(422);
    expect((await project.send('PATCH', '', { co2Method: null, co2KgPerYear: null })).status).toBe(200);
  });

  it('accepts what is merely contradictory, with a finding', async () => {
    const project = await aProject(office, minimal);
    const contradictory = {
      co2Effect: 'undirected',
      financialEffects: false,
      declaredBudgetState: 'partial',
      expectedStart: '2027-02-01',
      expectedEnd: '2027-01-01',
      iqRelevant: true,
    };
    expect((await project.send('PATCH', '', contradictory)).status).toBe(200);
    expect((await project.read()).findings).toEqual([
      'co2-undirected',
      'no-financial-effects-but-budgeted',
      'end-before-start',
      'iq-without-theme',
    ]);
  });
});

async function otherOffice(): Promise<string> {
  const [unit] = await database.query<{ key: string }>(
    `select key from org_unit where kind = 'office' and key <> 'it'
        and id not in (select u.id from org_unit u join org_unit it on it.id = u.parent_id where it.key = 'it')
      order by key limit 1`,
  );
  return unit?.key ?? '';
}
