import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aPreparedProject, aProject, type TestProject } from '../support/projects';

interface MilestoneTrend {
  moment: string;
  count: number;
  moved: number;
  movedDays: number;
  milestones: {
    title: string;
    approvedOn: string | null;
    removedOn: string | null;
    points: { on: string; expectedOn: string }[];
    redatings: { at: string; by: string | null; from: string; to: string; days: number; reason: string }[];
  }[];
}

interface RiskTrend {
  months: { on: string; low: number; medium: number; high: number; exposure: number }[];
}

interface Dependencies {
  items: {
    project: { number: string };
    expectedEnd: string | null;
    slips: {
      milestone: { title: string } | null;
      days: number;
      expectedOn: string;
      against: string | null;
    }[];
  }[];
}

describe('promises over time', () => {
  let database: TestDatabase;
  let api: TestApi;
  let office: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    office = await api.as('portfolio-office');
  });
  beforeEach(async () => {
    project = await aProject(office);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const read = async <Body>(path: string): Promise<Body> =>
    (await office.get<Body>(`${project.url}${path}`)).body;
  const done = async (
    target: TestProject,
    ...command: Parameters<TestProject['send']>
  ): Promise<{ id: string; moment: string }> => {
    const answer = await target.send(...command);
    if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const addMilestone = async (title: string, expectedOn: string, target = project): Promise<string> =>
    (await done(target, 'POST', '/milestones', { title, expectedOn })).id;
  const move = (id: string, expectedOn: string, moveReason: string, target = project) =>
    done(target, 'PATCH', `/milestones/${id}`, { expectedOn, moveReason });

  describe('the milestone trend', () => {
    it('tells of every re-dating when, by whom, from when to when, by how many days, and why', async () => {
      const id = await addMilestone('Pilotbetrieb', '2030-06-01');
      await addMilestone('Abnahme', '2030-09-01');
      await move(id, '2030-07-01', 'Vergabe verzögert');
      await move(id, '2030-06-21', 'Doch früher');
      const trend = await read<MilestoneTrend>('/milestone-trend');
      expect(trend).toMatchObject({ count: 2, moved: 1, movedDays: 20 });
      expect(trend.milestones.map(({ title }) => title)).toEqual(['Pilotbetrieb', 'Abnahme']);
      const { displayName } = (await office.get<{ person: { displayName: string } }>('/api/v1/session')).body
        .person;
      expect(trend.milestones[0]?.redatings).toMatchObject([
        { by: displayName, from: '2030-06-01', to: '2030-07-01', days: 30, reason: 'Vergabe verzögert' },
        { by: displayName, from: '2030-07-01', to: '2030-06-21', days: -10, reason: 'Doch früher' },
      ]);
      expect(trend.milestones[0]?.points.at(-1)?.expectedOn).toBe('2030-06-21');
    });

    it('keeps what a removed milestone had promised, and can be read as of before', async () => {
      const id = await addMilestone('Weg', '2030-06-01');
      const { moment } = await move(id, '2030-08-01', 'Später');
      await done(project, 'DELETE', `/milestones/${id}`);
      const gone = await read<MilestoneTrend>('/milestone-trend');
      expect(gone).toMatchObject({ count: 0, moved: 0 });
      expect(gone.milestones).toMatchObject([{ title: 'Weg', redatings: [{ days: 61 }] }]);
      expect(gone.milestones[0]?.removedOn).not.toBeNull();
      const then = await read<MilestoneTrend>(`/milestone-trend?asOf=${moment}`);
      expect(then).toMatchObject({ count: 1, moved: 1, movedDays: 61, milestones: [{ removedOn: null }] });
    });

    it('answers 404 for a project that is not there', async () => {
      for (const part of ['milestone-trend', 'risk-trend', 'dependencies']) {
        expect((await office.get(`/api/v1/projects/DA-1999-001/${part}`)).status).toBe(404);
      }
    });
  });

  describe('approving dates', () => {
    const approvedOn = async (): Promise<(string | null)[]> =>
      (await read<MilestoneTrend>('/milestone-trend')).milestones.map((milestone) => milestone.approvedOn);

    it('happens with the approval of the project, and again by the portfolio office, with a reason', async () => {
      project = await aPreparedProject(office, { expectedEnd: '2030-12-31' });
      const id = await addMilestone('Pilotbetrieb', '2030-06-01');
      await done(project, 'POST', '/phase-changes', { to: 'proposal' });
      expect(await project.send('POST', '/date-approvals', { reason: 'Zu früh' })).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'project.dates-not-approved-yet' }] },
      });
      await done(project, 'POST', '/phase-changes', { to: 'approved' });
      await move(id, '2030-08-01', 'Vergabe verzögert');
      await done(project, 'PATCH', '', { expectedEnd: '2031-03-31' });
      expect(await approvedOn()).toEqual(['2030-06-01']);
      expect((await project.send('POST', '/date-approvals', {})).status).toBe(400);
      await done(project, 'POST', '/date-approvals', { reason: 'Die Kommission trägt den neuen Plan mit.' });
      expect(await approvedOn()).toEqual(['2030-08-01']);
      expect(await project.read()).toMatchObject({
        baselineEnd: '2030-12-31',
        approvedEnd: '2031-03-31',
        expectedEnd: '2031-03-31',
        endMoves: 1,
      });
    });

    it('is not for those who promised them', async () => {
      const lead = await api.as('project-lead');
      const own = await aProject(lead);
      expect((await own.send('POST', '/date-approvals', { reason: 'Bitte' })).status).toBe(403);
    });
  });

  describe('the risk trend', () => {
    it('counts the risks that are not closed, by level, at the end of each month', async () => {
      expect(await read<RiskTrend>('/risk-trend')).toMatchObject({ months: [] });
      const risk = { title: 'Lieferant fällt aus', probability: 5, impact: 5, responseKind: 'transfer' };
      const { id, moment } = await done(project, 'POST', '/risks', risk);
      await done(project, 'POST', '/risks', { title: 'Klein', probability: 1, impact: 2 });
      const { months } = await read<RiskTrend>('/risk-trend');
      expect(months).toMatchObject([{ low: 1, medium: 0, high: 1, exposure: 27 }]);
      await done(project, 'PATCH', `/risks/${id}`, { state: 'closed' });
      expect(await read<RiskTrend>('/risk-trend')).toMatchObject({
        months: [{ low: 1, high: 0, exposure: 2 }],
      });
      expect(await read<RiskTrend>(`/risk-trend?asOf=${moment}`)).toMatchObject({
        months: [{ low: 0, high: 1, exposure: 25 }],
      });
    });

    it('goes back two years at most', async () => {
      await done(project, 'POST', '/risks', { title: 'Alt', probability: 3, impact: 3 });
      api.setClock('2031-05-15T10:00:00Z');
      const { months } = await read<RiskTrend>('/risk-trend');
      expect([months.length, months[0]?.on, months.at(-2)?.on, months.at(-1)?.on]).toEqual([
        24,
        '2029-06-30',
        '2031-04-30',
        '2031-05-15',
      ]);
      expect(months.every(({ medium }) => medium === 1)).toBe(true);
    });

    it('refuses a response that nobody knows', async () => {
      const risk = { title: 'X', probability: 1, impact: 1, responseKind: 'ignore' };
      expect(await project.send('POST', '/risks', risk)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/responseKind' }] },
      });
    });
  });

  describe('a project that depends on another one', () => {
    it('shows a slip there, and what it runs into here', async () => {
      const needed = await aProject(office, { expectedEnd: '2030-10-01', baselineEnd: '2030-10-01' });
      const id = await addMilestone('Schnittstelle steht', '2030-06-01', needed);
      await done(project, 'PATCH', '', { expectedStart: '2030-06-15', expectedEnd: '2030-12-31' });
      await done(project, 'POST', '/links', { otherProject: needed.id, kind: 'depends-on' });
      expect(await read<Dependencies>('/dependencies')).toMatchObject({ items: [{ slips: [] }] });
      const { moment } = await move(id, '2030-07-01', 'Vergabe verzögert', needed);
      await done(needed, 'PATCH', '', { expectedEnd: '2031-01-31' });
      expect((await read<Dependencies>('/dependencies')).items).toMatchObject([
        {
          expectedEnd: '2031-01-31',
          slips: [
            { milestone: { title: 'Schnittstelle steht' }, days: 30, against: 'start' },
            { milestone: null, days: 122, against: 'end' },
          ],
        },
      ]);
      expect((await read<Dependencies>(`/dependencies?asOf=${moment}`)).items[0]?.slips).toHaveLength(1);
    });
  });
});
