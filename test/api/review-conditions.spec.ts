import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, ifMatch, type TestProject } from '../support/projects';
import { aSession, type TestSession } from '../support/review-sessions';

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let secretary: ApiClient;
let project: TestProject;
let session: TestSession;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
  secretary = await api.as('commission');
});
beforeEach(async () => {
  api.setClock('2030-05-01T10:00:00Z');
  project = await aProject(office);
  session = await aSession(secretary);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const refusedBy = (status: number, code: string): object => ({ status, body: { code } });
const close = async (): Promise<void> => {
  if ((await session.read()).state === 'planned') await session.send('POST', '/opening');
  await session.send('POST', '/closing');
};

describe('a condition', () => {
  const conditionOf = async (): Promise<Record<string, unknown> & { id: string; version: number }> =>
    (
      await office.get<{ items: (Record<string, unknown> & { id: string; version: number })[] }>(
        `${project.url}/conditions`,
      )
    ).body.items[0] ?? { id: '', version: 0 };
  const ask = async (ownerRole = 'project-lead'): Promise<void> => {
    const item = await session.take({ projectId: project.id });
    await session.send('POST', '/opening');
    await session.decide(item, {
      outcome: 'approved-with-conditions',
      conditions: [{ text: 'Kosten neu rechnen', dueOn: '2030-05-20', ownerRole }],
    });
    await close();
  };
  const report = async (by: ApiClient): Promise<{ status: number }> => {
    const { id, version } = await conditionOf();
    return by.send('PUT', `/api/v1/conditions/${id}/evidence`, { evidence: 'Gerechnet' }, ifMatch(version));
  };
  const answer = async (body: object): Promise<{ status: number }> => {
    const { id, version } = await conditionOf();
    return secretary.send('POST', `/api/v1/conditions/${id}/answer`, body, ifMatch(version));
  };

  it('is met when the secretary accepts the evidence; what is returned says why', async () => {
    await ask();
    expect(await answer({ accepted: true })).toMatchObject(refusedBy(409, 'review.condition-not-in-state'));
    expect((await report(office)).status).toBe(200);
    expect(await answer({ accepted: false })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/text', code: 'review.answer-text-missing' }] },
    });
    await answer({ accepted: false, text: 'Die Folgekosten fehlen' });
    expect(await conditionOf()).toMatchObject({ state: 'returned', answer: 'Die Folgekosten fehlen' });
    await report(office);
    api.setClock('2030-05-25T10:00:00Z');
    await answer({ accepted: true });
    expect(await conditionOf()).toMatchObject({ state: 'met', metOn: '2030-05-25', delayDays: 5 });
    expect(await report(office)).toMatchObject(refusedBy(409, 'review.condition-not-in-state'));
  });

  it('takes evidence from who runs the project, and from finance where it is finance’s', async () => {
    await ask('project-lead');
    const finance = await api.as('finance');
    expect((await report(await api.as('project-lead'))).status).toBe(403);
    expect((await report(finance)).status).toBe(403);
    project = await aProject(office);
    session = await aSession(secretary);
    await ask('finance');
    expect((await report(finance)).status).toBe(200);
  });

  it('is late in a closed session by as many days as at its end, and is not asked for there by later ones', async () => {
    await ask();
    api.setClock('2030-06-10T10:00:00Z');
    const next = await aSession(secretary, { startsAt: '2030-06-10T12:00:00Z' });
    const item = await next.take({ projectId: project.id });
    await next.send('POST', '/opening');
    await next.decide(item, {
      outcome: 'approved-with-conditions',
      conditions: [{ text: 'Termin halten', dueOn: '2030-06-20', ownerRole: 'project-lead' }],
    });
    await next.send('POST', '/closing');
    const seen = [
      {
        openConditions: [{ text: 'Kosten neu rechnen', delayDays: 21 }],
        decision: { conditions: [{ text: 'Termin halten', delayDays: 0 }] },
      },
    ];
    expect(await next.items()).toMatchObject(seen);
    api.setClock('2030-09-01T10:00:00Z');
    expect(await next.items()).toMatchObject(seen);
    await report(office);
    await answer({ accepted: true });
    expect(await next.items()).toMatchObject(seen);
    expect(await session.items()).toMatchObject([
      { openConditions: [], decision: { conditions: [{ text: 'Kosten neu rechnen', delayDays: 0 }] } },
    ]);
  });

  it('comes back in the next session with its delay, and is found by filters', async () => {
    await ask();
    api.setClock('2030-06-01T10:00:00Z');
    const next = await aSession(secretary, { startsAt: '2030-06-10T12:00:00Z' });
    await next.take({ projectId: project.id });
    expect(await next.items()).toMatchObject([
      {
        reasons: [{ code: 'condition-due', params: { open: 1, delayDays: 21 } }],
        openConditions: [{ text: 'Kosten neu rechnen', delayDays: 12 }],
      },
    ]);
    const found = async (query: string): Promise<string[]> =>
      (
        await office.get<{ items: { project: { id: string } }[] }>(`/api/v1/conditions?pageSize=200&${query}`)
      ).body.items.map((one) => one.project.id);
    expect(await found('overdue=true&state=open&ownerRole=project-lead')).toContain(project.id);
    expect(await found('overdue=false')).not.toContain(project.id);
    expect(await found('state=met')).not.toContain(project.id);
  });

  it('is no matter of a session before the one that asked for it', async () => {
    const before = session;
    await before.take({ projectId: project.id });
    session = await aSession(secretary, { startsAt: '2030-06-10T12:00:00Z' });
    await ask();
    expect(await before.items()).toMatchObject([{ openConditions: [] }]);
  });
});
