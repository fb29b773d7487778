import { parse } from 'csv-parse/sync';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import type { Grid } from '../support/check-grid';
import { freshDatabase, type TestDatabase } from '../support/database';
import { faultsOf } from '../support/faults';
import type { ListedProject, ProjectPage } from '../support/portfolio';
import { aProject, assess, type TestProject } from '../support/projects';
import { aReport } from '../support/status-reports';
import { loadStrategy } from '../support/strategy';

/** Rules of domain.md that hold across features; each test has the sentence for its name. */
let database: TestDatabase;
let api: TestApi;
let lead: ApiClient;
let office: ApiClient;
let project: TestProject;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  [lead, office] = [await api.as('project-lead'), await api.as('portfolio-office')];
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  project = await aProject(lead);
});
afterEach(() => jest.restoreAllMocks());

const listed = async (query = ''): Promise<(ListedProject & Record<string, unknown>) | undefined> => {
  const { body } = await lead.get<ProjectPage>(`/api/v1/projects?pageSize=200&${query}`);
  return body.items.find(({ id }) => id === project.id) as
    (ListedProject & Record<string, unknown>) | undefined;
};
const score = (principle: string, value: number, voice = 'self', by = lead) =>
  project.send('PUT', `/assessments/${voice}/scores/${principle}`, { score: value, reason: 'Darum' }, by);
const publish = (changes: object = {}) => project.send('POST', '/status-reports', aReport(changes));

describe('check grid', () => {
  it('a single 0 is flagged wherever the project appears, however good the mean is, beside score and coverage', async () => {
    await assess(project, 8);
    await score('wider-network', 0);
    const figures = { selfScore: 66.7, coverage: { settled: 9, of: 9 }, conflicts: 1 };
    expect(await listed()).toMatchObject(figures);
    expect(await project.read()).toMatchObject(figures);
    expect(await listed('conflicts=true')).toBeDefined();
    expect((await lead.get<Grid>(`${project.url}/assessments`)).body.self).toEqual({
      score: 66.7,
      coverage: { settled: 9, of: 9 },
      conflicts: ['wider-network'],
    });
    const map = await lead.get<{ projects: { id: string }[] }>(
      '/api/v1/portfolio/heatmap?by=project&pageSize=200',
    );
    expect(map.body.projects.find(({ id }) => id === project.id)).toMatchObject({
      score: 66.7,
      settled: 9,
      conflicts: 1,
    });
    expect((await lead.get('/api/v1/portfolio/summary')).body).toMatchObject({
      conflicts: { projects: 1, count: 1 },
    });
    const { groups } = (await lead.get<ProjectPage>('/api/v1/projects?groupBy=phase')).body;
    expect(groups?.[0]).toMatchObject({ conflicts: 1 });
    const { body: file } = await lead.get<string>('/api/v1/projects?format=csv&conflicts=true');
    expect(parse(file, { bom: true, delimiter: ';', columns: true })).toMatchObject([{ Konflikte: '1' }]);
  });

  it('lists show the self-assessment, the review beside it', async () => {
    await score('openness', 4);
    await score('openness', 1, 'review', office);
    expect(await listed()).toMatchObject({
      selfScore: 100,
      reviewScore: 25,
      coverage: { settled: 1, of: 9 },
      reviewCoverage: { settled: 1, of: 9 },
      voiceDifferences: 1,
    });
  });

  it('sorting by score is allowed, and what is not yet assessed never counts as 0', async () => {
    await score('openness', 0);
    const unscored = await aProject(lead);
    const { items } = (await lead.get<ProjectPage>('/api/v1/projects?pageSize=200&sort=selfScore')).body;
    const place = (id: string): number => items.findIndex((item) => item.id === id);
    expect(place(project.id)).toBeLessThan(place(unscored.id));
  });
});

describe('money', () => {
  it('filters name the state they mean', async () => {
    await project.send('PATCH', '', { declaredBudgetState: 'partial' });
    expect(await listed('declaredBudgetState=partial')).toBeDefined();
    expect(await listed('derivedBudgetState=partial')).toBeUndefined();
    expect(await listed('derivedBudgetState=unknown')).toBeDefined();
    expect(faultsOf(await lead.get('/api/v1/projects?budgetState=partial'))).toEqual([
      '/budgetState whitelist-validation',
    ]);
  });
});

describe('status', () => {
  it('dates keep their past: how often it moved, and by how much, stays visible whatever the colour of the light', async () => {
    await project.send('PATCH', '', { baselineEnd: '2026-12-31', expectedEnd: '2026-12-31' });
    await publish({ expectedEnd: '2027-01-31' });
    await publish({ expectedEnd: '2027-03-31' });
    const past = { light: 'green', baselineEnd: '2026-12-31', endMoves: 2, slipDays: 90 };
    expect(await listed()).toMatchObject({ ...past, expectedEnd: '2027-03-31' });
    expect(await project.read()).toMatchObject({ ...past, expectedEnd: '2027-03-31' });
  });

  it('the rhythm of a phase is a setting', async () => {
    await database.query(
      `update project set phase = 'in-progress', phase_since = current_date - 10 where id = $1`,
      [project.id],
    );
    await project.send('PATCH', '', { goal: 'weiter' });
    expect(await listed()).toMatchObject({ overdue: false });
    await database.query(`update report_rhythm set days = 7 where phase = 'in-progress'`);
    expect(await listed()).toMatchObject({ overdue: true });
    expect(await project.read()).toMatchObject({ overdue: true, rhythmDays: 7 });
    await database.query(`update report_rhythm set days = 30 where phase = 'in-progress'`);
  });
});

describe('warn, do not block', () => {
  it.each<[string, string, object]>([
    ['a score of 7', '/assessments/self/scores/openness', { score: 7, reason: 'Darum' }],
    ['a score of 2.5', '/assessments/self/scores/openness', { score: 2.5, reason: 'Darum' }],
  ])('what is formally impossible is refused: %s', async (_, path, body) => {
    expect((await project.send('PUT', path, body)).status).toBe(400);
  });

  it.each(['2026-02-30', '2026-13-01', '0000-01-01', '30.11.2026', ''])(
    'what is formally impossible is refused: the date %s',
    async (expectedEnd) => {
      expect(faultsOf(await project.send('PATCH', '', { expectedEnd }))).toEqual(['/expectedEnd is-day']);
    },
  );

  it('what is merely contradictory is accepted and listed as a finding until someone settles it', async () => {
    await project.send('PATCH', '', { financialEffects: false, declaredBudgetState: 'partial' });
    expect((await project.read())['findings']).toEqual(['no-financial-effects-but-budgeted']);
    expect(await listed('finding=no-financial-effects-but-budgeted')).toBeDefined();
    await project.send('PATCH', '', { financialEffects: true });
    expect((await project.read())['findings']).toEqual([]);
  });
});

describe('people', () => {
  it('names, mail, office, role, who stands in, no more; the rest says how the record is kept', async () => {
    const columns = await database.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = 'person' order by name`,
    );
    const ofTheRecord = ['id', 'is_sample', 'kind', 'left_at', 'version'];
    expect(columns.map(({ name }) => name).filter((name) => !ofTheRecord.includes(name))).toEqual([
      'deputy_id',
      'display_name',
      'is_secretary',
      'mail',
      'office_id',
      'roles',
    ]);
  });

  it('who left is pseudonymised; the history stays whole', async () => {
    const { body } = await lead.get<{ person: { id: string; displayName: string } }>('/api/v1/session');
    const history = async (): Promise<string> =>
      JSON.stringify((await office.get(`${project.url}/history?asOf=${(await project.read()).moment}`)).body);
    expect(await history()).toContain(body.person.displayName);
    await database.query(`update person set display_name = 'Ausgeschieden 1' where id = $1`, [
      body.person.id,
    ]);
    expect(await history()).not.toContain(body.person.displayName);
    expect(await history()).toContain('Ausgeschieden 1');
    const twins = await database.query(
      `select from information_schema.tables where table_schema = 'history' and table_name = 'person'`,
    );
    expect(twins).toEqual([]);
    await database.query('update person set display_name = $2 where id = $1', [
      body.person.id,
      body.person.displayName,
    ]);
  });
});

describe('a new edition of the strategy', () => {
  it('leaves scores with the edition under which they were given', async () => {
    await score('openness', 4);
    const before = (await lead.get<Grid>(`${project.url}/assessments`)).body;
    const { strategyId } = await loadStrategy(api, (file) => {
      file.strategy.edition = 2;
      for (const principle of file.designPrinciples) principle.weight = 2;
    });
    const after = (await lead.get<Grid>(`${project.url}/assessments`)).body;
    expect(after).toMatchObject({ strategy: { id: before.strategy.id }, self: before.self });
    const fresh = await aProject(lead);
    expect((await lead.get<Grid>(`${fresh.url}/assessments`)).body).toMatchObject({
      strategy: { id: strategyId },
      self: { coverage: { settled: 0 } },
    });
    // Moved into the new edition, the project begins a new grid; the old one stays readable beside it.
    const [field] = await database.query<{ id: string }>(
      `select id from action_field where strategy_id = $1 and key = 'innovation'`,
      [strategyId],
    );
    await project.send('PATCH', '', { primaryActionField: field?.id });
    expect((await lead.get<Grid>(`${project.url}/assessments`)).body).toMatchObject({
      strategy: { id: strategyId },
      self: { score: null },
    });
    const old = await lead.get<Grid>(`${project.url}/assessments?strategy=${before.strategy.id}`);
    expect(old.body.self).toEqual(before.self);
    expect(await listed()).toMatchObject({ selfScore: null, coverage: { settled: 0 } });
  });
});
