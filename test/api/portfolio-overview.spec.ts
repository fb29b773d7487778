import { OverviewProjection } from '../../backend/src/portfolio/index';
import type { ApiClient, TestApi } from '../support/api';
import type { TestDatabase } from '../support/database';
import { type ListedProject, type ProjectPage, startSamplePortfolio } from '../support/portfolio';
import { aProject, testProject, type TestProject } from '../support/projects';

const REASON = 'Mit dem Fachbereich besprochen.';

describe('the read model of lists', () => {
  let api: TestApi;
  let database: TestDatabase;
  let office: ApiClient;
  let project: TestProject;

  const listed = async (): Promise<ListedProject | undefined> => {
    const { number } = await project.read();
    const { body } = await office.get<ProjectPage>(`/api/v1/projects?q=${number}`);
    return body.items.find((item) => item.id === project.id);
  };
  const done = async (...command: Parameters<TestProject['send']>): Promise<void> => {
    const answer = await project.send(...command);
    expect({
      command: command.slice(0, 2),
      status: answer.status,
      problem: answer.status < 300 ? '' : answer.body,
    }).toEqual({
      command: command.slice(0, 2),
      status: answer.status < 300 ? answer.status : 200,
      problem: '',
    });
  };

  beforeAll(async () => {
    ({ api, database } = await startSamplePortfolio());
    office = await api.as('portfolio-office');
  });
  beforeEach(async () => {
    const made = await aProject(office, { office: 'it' });
    project = testProject(office, made.id);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('shows a project from the moment on in which it was created', async () => {
    expect(await listed()).toMatchObject({
      phase: 'idea',
      selfScore: null,
      light: null,
      derivedBudgetState: 'unknown',
    });
  });

  it('follows scores, reports, needs, risks, tags and agendas', async () => {
    await done('PUT', '/assessments/self/scores/user-needs', { score: 0, reason: REASON });
    await done('PUT', '/assessments/self/scores/openness', { score: 4, reason: REASON });
    await done('POST', '/needs', { year: 2027, kind: 'capital', amountCents: 12_300, note: '' });
    await done('POST', '/risks', { title: 'Lieferengpass', probability: 5, impact: 4 });
    await done('PUT', '/tags/pilot', {});
    await done('PATCH', '', { co2Effect: 'undirected', co2Reason: REASON, declaredBudgetState: 'full' });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const lights = { schedule: 'amber', cost: 'green', scope: 'green', resources: 'green' };
    await done('POST', '/status-reports', { reportedOn: today, lights, progressPercent: 30 });
    expect(await listed()).toMatchObject({
      selfScore: 50,
      coverage: { settled: 2, of: 9 },
      conflicts: 1,
      need: { operatingCents: 0, capitalCents: 12_300 },
      gap: { operatingCents: 0, capitalCents: 12_300 },
      derivedBudgetState: 'none',
      declaredBudgetState: 'full',
      light: 'amber',
      lightAgeDays: 0,
      progressPercent: 30,
      tags: ['pilot'],
      co2: { effect: 'undirected' },
    });
    expect((await listed())?.findings).toContain('co2-undirected');
  });

  it('is what a rebuild from all parts makes, after whatever was done to projects', async () => {
    const { items } = (await office.get<ProjectPage>('/api/v1/projects?pageSize=6&sort=-title')).body;
    for (const { id } of items) {
      project = testProject(office, id);
      await done('PUT', '/assessments/review/scores/efficiency', { score: 1, reason: REASON });
      await done('POST', '/milestones', { title: 'Abnahme', expectedOn: '2030-05-01' });
      await done('POST', '/needs', { year: 2028, kind: 'operating', amountCents: 77, note: '' });
      await done('PUT', '/tags/geprüft', {});
      await done('PATCH', '', { expectedEnd: '2031-12-31', iqRelevant: true });
    }
    const versions = async (): Promise<unknown> =>
      database.query('select id, from_rev, to_rev from history.project_overview order by id, from_rev');
    const before = await versions();
    await api.app.get(OverviewProjection).rebuildOverviews({ command: 'overview.rebuild' });
    expect(await versions()).toEqual(before);
  });

  it('is put right by a rebuild when a budget changed its stage', async () => {
    const { items } = (await office.get<ProjectPage>('/api/v1/projects?derivedBudgetState=full&pageSize=200'))
      .body;
    expect(items.length).toBeGreaterThan(0);
    await database.query(`update budget set stage = 'planned'`);
    await api.app.get(OverviewProjection).rebuildOverviews({ command: 'overview.rebuild' });
    const full = await office.get<ProjectPage>('/api/v1/projects?derivedBudgetState=full');
    expect(full.body.total).toBeLessThan(items.length);
  });

  it('costs a command two statements, however many parts the project has', async () => {
    const few = await project.send('PUT', '/tags/eins', {});
    for (let year = 2026; year < 2036; year += 1) {
      await done('POST', '/needs', { year, kind: 'operating', amountCents: 100, note: '' });
    }
    const many = await project.send('PUT', '/tags/zwei', {});
    expect(many.statements).toBe(few.statements);
  });
});
