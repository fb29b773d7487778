import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aPreparedProject, aProject, assess, type TestProject } from '../support/projects';

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const step = (project: TestProject, to: string, more: object = {}) =>
  project.send('POST', '/phase-changes', { to, ...more });

describe('the phases of a project', () => {
  it('lead from idea to completed, each with its day', async () => {
    const project = await aPreparedProject(office);
    api.setClock('2030-05-01T22:30:00Z');
    for (const to of ['proposal', 'approved', 'in-progress', 'rollout', 'completed']) {
      expect(await step(project, to)).toMatchObject({ status: 201, body: { id: project.id } });
      expect(await project.read()).toMatchObject({ phase: to, phaseSince: '2030-05-02', findings: [] });
    }
    expect((await project.read()).nextPhases).toEqual([]);
  });

  it.each(['in-progress', 'completed', 'idea'])('have no step from idea to %s', async (to) => {
    const project = await aProject(office);
    expect(await step(project, to)).toMatchObject({
      status: 422,
      body: {
        code: 'project.phase-not-possible',
        params: { from: 'idea', to, possible: ['proposal', 'paused', 'cancelled'] },
      },
    });
  });

  it.each([{}, { to: 'running' }, { to: null }, { to: 'proposal', reason: 7 }, { to: ['proposal'] }])(
    'are changed by well-formed words only, not by %j',
    async (body) => {
      const project = await aProject(office);
      expect((await project.send('POST', '/phase-changes', body)).status).toBe(400);
    },
  );

  it.each(['paused', 'cancelled'])('need a reason for %s', async (to) => {
    const project = await aProject(office);
    for (const reason of [undefined, null, '', '  ']) {
      expect(await step(project, to, { reason })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/reason', code: 'project.phase-reason-missing' }] },
      });
    }
    expect((await step(project, to, { reason: 'Haushaltssperre' })).status).toBe(201);
    expect(await project.read()).toMatchObject({ phase: to, phaseReason: 'Haushaltssperre' });
  });

  it('return from a pause to where the project came from, and nowhere else', async () => {
    const project = await aProject(office);
    await step(project, 'proposal');
    await step(project, 'paused', { reason: 'Wartet' });
    expect(await project.read()).toMatchObject({
      pausedFrom: 'proposal',
      nextPhases: [{ phase: 'proposal' }, { phase: 'cancelled' }],
    });
    expect((await step(project, 'idea')).status).toBe(422);
    expect((await step(project, 'proposal')).status).toBe(201);
    expect(await project.read()).toMatchObject({ phase: 'proposal', pausedFrom: null });
  });

  it('are changed by those who may edit the project', async () => {
    const project = await aProject(office, { office: 'it' });
    const by = async (role: string) =>
      (await project.send('POST', '/phase-changes', { to: 'proposal' }, await api.as(role))).status;
    expect([await by('commission'), await by('employee'), await by('office-coordinator')]).toEqual([
      403, 403, 201,
    ]);
  });
});

describe('the gate', () => {
  it('names every missing piece at once, where it is to be put in', async () => {
    const project = await aProject(office);
    await step(project, 'proposal');
    const refused = await step(project, 'approved');
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'project.gate-open',
        errors: [
          {
            pointer: '/assessments/self',
            code: 'project.gate-missing-self-assessment',
            params: { settled: 0, of: 9 },
          },
          { pointer: '/co2Effect', code: 'project.gate-missing-co2' },
          { pointer: '/declaredBudgetState', code: 'project.gate-missing-budget-state' },
          { pointer: '/office', code: 'project.gate-missing-office' },
        ],
      },
    });
    expect(await project.read()).toMatchObject({ phase: 'proposal', version: 2 });
  });

  it('opens piece by piece', async () => {
    const project = await aProject(office);
    const missing = async () => (await project.read()).gate.missing;
    await project.send('PATCH', '', { office: 'it', co2Effect: 'negative' });
    expect(await missing()).toEqual(['self-assessment', 'co2', 'budget-state']);
    await project.send('PATCH', '', { co2Reason: 'Neue Server', declaredBudgetState: 'partial' });
    await assess(project, 8);
    expect(await project.read()).toMatchObject({
      gate: { open: true, missing: ['self-assessment'] },
      coverage: { settled: 8, of: 9 },
    });
    await assess(project, 9);
    expect((await project.read()).gate).toEqual({ open: false, missing: [] });
  });

  it('is not asked for when a project is cancelled', async () => {
    const project = await aProject(office);
    await step(project, 'proposal');
    expect((await step(project, 'cancelled', { reason: 'Doppelt' })).status).toBe(201);
  });

  it('leaves what was loaded in its phase, with the finding gate-open', async () => {
    const project = await aProject(office);
    await database.query(`update project set phase = 'rollout' where id = $1`, [project.id]);
    await project.send('PATCH', '', { goal: 'weiter' });
    expect(await project.read()).toMatchObject({ phase: 'rollout', findings: ['gate-open'] });
    expect((await step(project, 'completed')).status).toBe(201);
  });
});

describe('approval', () => {
  it('makes what is expected the baseline and the approved dates, and keeps them when the end moves', async () => {
    const project = await aPreparedProject(office, {
      expectedStart: '2027-01-01',
      expectedEnd: '2027-12-31',
    });
    await project.send('POST', '/milestones', { title: 'Ausschreibung', expectedOn: '2027-05-01' });
    await step(project, 'proposal');
    await step(project, 'approved', { releasedByBodyId: 'it-kommission' });
    await project.send('PATCH', '', { expectedEnd: '2028-06-30' });
    expect(await project.read()).toMatchObject({
      releasedBy: { key: 'it-kommission' },
      baselineStart: '2027-01-01',
      baselineEnd: '2027-12-31',
      approvedStart: '2027-01-01',
      approvedEnd: '2027-12-31',
      expectedEnd: '2028-06-30',
      endMoves: 1,
      slipDays: 182,
    });
    const { body } = await office.get<{ items: object[] }>(`${project.url}/milestones`);
    expect(body.items).toMatchObject([{ approvedOn: '2027-05-01' }]);
  });

  it('does not touch a baseline that was set before', async () => {
    const project = await aPreparedProject(office, { baselineEnd: '2026-12-31', expectedEnd: '2027-12-31' });
    await step(project, 'proposal');
    await step(project, 'approved');
    expect(await project.read()).toMatchObject({ baselineEnd: '2026-12-31', approvedEnd: '2027-12-31' });
  });

  it('fixes the baseline: from then on only the portfolio office changes it', async () => {
    const lead = await api.as('project-lead');
    const project = await aPreparedProject(lead);
    expect((await project.send('PATCH', '', { baselineEnd: '2027-01-31' })).status).toBe(200);
    await step(project, 'proposal');
    await step(project, 'approved');
    expect((await project.send('PATCH', '', { baselineEnd: '2027-02-28' })).status).toBe(403);
    expect((await project.send('PATCH', '', { baselineEnd: '2027-02-28' }, office)).status).toBe(200);
  });

  it('names a board that exists, and only approval names one', async () => {
    const project = await aPreparedProject(office);
    expect(await step(project, 'proposal', { releasedByBodyId: 'it-kommission' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/releasedByBodyId', code: 'project.released-without-approval' }] },
    });
    await step(project, 'proposal');
    expect(await step(project, 'approved', { releasedByBodyId: 'nobody' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/releasedByBodyId', code: 'reference-unknown' }] },
    });
  });
});

describe('an agenda', () => {
  const entry = '/api/v1/agendas/digital-agenda-2022/entries';
  const put = async (project: TestProject, body: object, by = office) => {
    const { version } = await project.read();
    return by.send('PUT', `${entry}/${project.id}`, body, { 'if-match': `"${version}"` });
  };

  it('takes a project that is added by hand only through the gate', async () => {
    const project = await aProject(office);
    expect(await put(project, { leadProject: true })).toMatchObject({
      status: 422,
      body: { code: 'project.gate-open' },
    });
  });

  it('names a project once, changes how it does, and lets it go', async () => {
    const project = await aPreparedProject(office);
    expect(await put(project, { leadProject: true, reason: 'Beispielhaft' })).toMatchObject({ status: 200 });
    expect(await put(project, { reason: 'Doch nicht' })).toMatchObject({ status: 200 });
    const { agendaEntries } = await project.read();
    expect(agendaEntries).toMatchObject([
      {
        key: 'digital-agenda-2022',
        leadProject: false,
        reason: 'Doch nicht',
        title: { de: expect.any(String) as string },
      },
    ]);
    for (const _ of ['once', 'twice']) {
      const { version } = await project.read();
      const gone = await office.send('DELETE', `${entry}/${project.id}`, undefined, {
        'if-match': `"${version}"`,
      });
      expect(gone.status).toBe(200);
    }
    expect((await project.read()).agendaEntries).toEqual([]);
  });

  it('is the portfolio office’s', async () => {
    const project = await aPreparedProject(office);
    for (const role of ['project-lead', 'office-coordinator', 'commission', 'finance', 'admin']) {
      expect((await put(project, {}, await api.as(role))).status).toBe(403);
    }
  });

  it('has to exist, as has the project', async () => {
    const project = await aPreparedProject(office);
    const { version } = await project.read();
    const version_ = { 'if-match': `"${version}"` };
    expect(
      (await office.send('PUT', `/api/v1/agendas/none/entries/${project.id}`, {}, version_)).status,
    ).toBe(404);
    expect((await office.send('PUT', `${entry}/DA-1999-001`, {}, version_)).status).toBe(404);
  });
});
