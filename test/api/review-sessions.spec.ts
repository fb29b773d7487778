import { Client } from 'pg';
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

describe('planning a session', () => {
  it('gives it the next number, by which it can be asked for, and invites who was invited last', async () => {
    const { number } = await session.read();
    await session.send('POST', '/participants', { role: 'chair', label: 'Vorsitz', attendance: 'present' });
    const next = await aSession(secretary, { startsAt: '2030-06-10T14:00+02:00', place: 'Rathaus' });
    const answer = await secretary.get(`/api/v1/review-sessions/${number + 1}`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: next.id,
        number: number + 1,
        place: 'Rathaus',
        state: 'planned',
        startsAt: '2030-06-10T12:00:00.000000Z',
        participants: [{ role: 'chair', label: 'Vorsitz', attendance: 'invited', person: null }],
      },
    });
    expect(
      await secretary.send('POST', '/api/v1/review-sessions', { startsAt: '2030-06-10T12:00:00Z', number }),
    ).toMatchObject({ status: 409, body: { errors: [{ pointer: '/number' }] } });
  });

  it('lets nobody take part without a name, or twice', async () => {
    expect(await session.send('POST', '/participants', { role: 'guest' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/label', code: 'review.participant-nameless' }] },
    });
    const [person] = await database.query<{ id: string }>('select id from person limit 1');
    await session.send('POST', '/participants', { role: 'member', personId: person?.id });
    expect(
      await session.send('POST', '/participants', { role: 'guest', personId: person?.id }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/personId', code: 'review.participant-twice' }] },
    });
  });

  it('is refused without the version that was read, and on an older one', async () => {
    expect((await secretary.send('PATCH', session.url, { place: 'Rathaus' })).status).toBe(428);
    expect((await session.send('PATCH', '', { place: 'Rathaus' })).status).toBe(200);
    expect(await secretary.send('PATCH', session.url, { place: 'Halle' }, ifMatch(1))).toMatchObject(
      refusedBy(412, 'changed-meanwhile'),
    );
  });
});

describe('the agenda', () => {
  it('takes a project once, orders all items, and drops with a note', async () => {
    const first = await session.take({ projectId: project.id });
    const second = await session.take({ title: 'Verschiedenes' });
    expect(await secretary.send('POST', `${session.url}/items`, { projectId: project.id })).toMatchObject(
      refusedBy(409, 'already-exists'),
    );
    expect(await session.send('PUT', '/order', { itemIds: [second] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/itemIds', code: 'review.order-incomplete' }] },
    });
    await session.send('PUT', '/order', { itemIds: [second, first] });
    expect((await session.items()).map(({ id }) => id)).toEqual([second, first]);
    await secretary.send(
      'PATCH',
      `${session.url}/items/${second}`,
      { state: 'dropped', note: 'Nichts zu besprechen' },
      ifMatch(1),
    );
    expect(await session.items()).toMatchObject([
      { id: first, state: 'taken', origin: 'added' },
      { id: second, state: 'dropped', note: 'Nichts zu besprechen' },
    ]);
  });

  it('proposes a project with all its reasons, and keeps them as they were when it was taken', async () => {
    const report = (overall: string, more: object = {}): Promise<unknown> =>
      project.send('POST', '/status-reports', {
        lights: { overall, schedule: overall, cost: 'green', scope: 'green', resources: 'green' },
        progressPercent: 10,
        ...more,
      });
    await report('green');
    await close();
    api.setClock('2030-06-01T10:00:00Z');
    const next = await aSession(secretary, { startsAt: '2030-06-10T12:00:00Z' });
    await report('red', { worseReason: 'Vergabe', wayBack: 'Neue Vergabe', helpWanted: 'Entscheidung' });
    const proposals = async (): Promise<Record<string, unknown>[]> =>
      (await secretary.get<{ items: Record<string, unknown>[] }>(`${next.url}/proposals`)).body.items;
    const [own] = (await proposals()).filter((one) => (one.project as { id: string }).id === project.id);
    expect(own).toMatchObject({
      reasons: [
        { code: 'help-wanted' },
        { code: 'red', params: { reportedOn: '2030-06-01' } },
        { code: 'worse', params: { from: 'green', to: 'red' } },
        { code: 'changed', params: { reports: 1 } },
      ],
      item: null,
    });
    await next.take({ projectId: project.id });
    await report('green');
    expect(await next.items()).toMatchObject([
      { origin: 'proposed', reasons: [{ code: 'help-wanted' }, { code: 'red' }, {}, {}] },
    ]);
  });
});

describe('deciding', () => {
  let item: string;
  beforeEach(async () => {
    item = await session.take({ projectId: project.id });
  });
  const condition = { text: 'Kosten neu rechnen', dueOn: '2030-05-20', ownerRole: 'project-lead' };

  it('waits until the session is opened', async () => {
    expect(await session.decide(item, { outcome: 'noted' })).toMatchObject(
      refusedBy(409, 'review.session-not-open'),
    );
    await session.send('POST', '/opening');
    expect((await session.decide(item, { outcome: 'noted' })).status).toBe(200);
    expect(await session.send('POST', '/opening')).toMatchObject(
      refusedBy(409, 'review.session-already-open'),
    );
  });

  it('names every fault at once', async () => {
    await session.send('POST', '/opening');
    expect(
      await session.decide(item, {
        outcome: 'noted',
        comeBackOn: '2030-04-01',
        conditions: [{ ...condition, dueOn: '2030-04-01' }],
      }),
    ).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/comeBackOn', code: 'review.come-back-date-alone' },
          { pointer: '/comeBackOn', code: 'review.date-not-ahead' },
          { pointer: '/conditions/0/dueOn', code: 'review.date-not-ahead' },
        ],
      },
    });
  });

  it('can be done anew while the session runs; a condition that stays keeps its id', async () => {
    await session.send('POST', '/opening');
    const put = (conditions: object[]): Promise<unknown> =>
      session.decide(item, { outcome: 'approved-with-conditions', text: 'Ja, aber', conditions });
    await put([condition, { ...condition, text: 'Termin nennen' }]);
    const before = (await session.items())[0]?.decision;
    await put([condition, { ...condition, text: 'Termin halten' }]);
    const after = (await session.items())[0]?.decision;
    expect(after?.id).toBe(before?.id);
    expect(after?.conditions.map(({ text }) => text).sort()).toEqual(['Kosten neu rechnen', 'Termin halten']);
    const kept = (of: typeof before): string | undefined =>
      of?.conditions.find(({ text }) => text === condition.text)?.id;
    expect(kept(after)).toBe(kept(before));
    expect(
      await secretary.send('DELETE', `${session.url}/items/${item}`, undefined, ifMatch(3)),
    ).toMatchObject(refusedBy(409, 'review.item-decided'));
    await secretary.send('DELETE', `${session.url}/items/${item}/decision`, undefined, ifMatch(3));
    expect(await session.items()).toMatchObject([{ decision: null, version: 4 }]);
  });

  it('is refused on an item that somebody else has decided meanwhile, and not by decisions on others', async () => {
    const other = await session.take({ title: 'Verschiedenes' });
    await session.send('POST', '/opening');
    const decide = (id: string, text: string): Promise<{ status: number }> =>
      office.send('PUT', `${session.url}/items/${id}/decision`, { outcome: 'noted', text }, ifMatch(1));
    const answers = await Promise.all([decide(item, 'A'), decide(item, 'B'), decide(other, 'C')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 412]);
  });

  it('is told to all server processes at commit', async () => {
    const listener = new Client({ connectionString: database.ownerUrl });
    await listener.connect();
    const heard: unknown[] = [];
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')));
    await listener.query('listen review_session');
    await session.send('POST', '/opening');
    await session.decide(item, { outcome: 'come-back' });
    await session.decide(item, { outcome: 'noted' });
    await listener.query('select 1');
    await listener.end();
    expect(heard).toEqual([
      { sessionId: session.id, itemId: null, kind: 'session' },
      { sessionId: session.id, itemId: item, kind: 'decision' },
    ]);
  });

  it('is shown at the project the same day, to everybody who reads it', async () => {
    await session.send('POST', '/opening');
    await session.decide(item, { outcome: 'come-back', comeBackOn: '2030-07-01', text: 'Mit Zahlen' });
    const employee = await api.as('employee');
    expect(await employee.get(`${project.url}/decisions`)).toMatchObject({
      status: 200,
      body: {
        total: 1,
        items: [
          { outcome: 'come-back', comeBackOn: '2030-07-01', text: 'Mit Zahlen', session: { id: session.id } },
        ],
      },
    });
    expect((await employee.get(session.url)).status).toBe(403);
    const history = await employee.get<{ items: { changes: object[] }[] }>(`${project.url}/history`);
    expect(history.body.items[0]?.changes).toContainEqual(
      expect.objectContaining({ record: 'review-decision', field: 'outcome', after: 'come-back' }),
    );
  });
});

describe('a closed session', () => {
  it('remembers what it saw, refuses every change and takes addenda', async () => {
    const item = await session.take({ projectId: project.id });
    expect(await secretary.send('POST', `${session.url}/addenda`, { text: 'zu früh' })).toMatchObject(
      refusedBy(409, 'review.session-not-open'),
    );
    await session.send('POST', '/opening');
    await session.decide(item, { outcome: 'noted', text: 'Kenntnis genommen' });
    await close();
    await project.send('PATCH', '', { title: 'Ganz anders' });
    const { closedMoment } = await session.read();
    expect((await secretary.get(`${project.url}?asOf=${String(closedMoment)}`)).body).not.toMatchObject({
      title: 'Ganz anders',
    });
    const changes = [
      session.send('PATCH', '', { place: 'Anderswo' }),
      session.send('POST', '/opening'),
      session.send('POST', '/closing'),
      session.send('PUT', '/order', { itemIds: [item] }),
      session.send('POST', '/participants', { role: 'guest', label: 'Gast' }),
      session.send('POST', '/items', { title: 'Noch etwas' }),
      session.send('PATCH', `/items/${item}`, { note: 'x' }),
      session.decide(item, { outcome: 'stopped' }),
    ];
    for (const answer of await Promise.all(changes)) {
      expect(answer).toMatchObject(refusedBy(409, 'review.session-closed'));
    }
    await secretary.send('POST', `${session.url}/addenda`, { text: 'Es war der 9. Mai.', itemId: item });
    expect(await session.read()).toMatchObject({ addenda: [{ text: 'Es war der 9. Mai.', itemId: item }] });
  });
});

it('follows the session with the lower number where two begin at the same instant', async () => {
  const twin = await aSession(secretary);
  for (const one of [session, twin]) {
    await one.send('POST', '/opening');
    await one.send('POST', '/closing');
  }
  expect(await twin.read()).toMatchObject({ previous: { id: session.id } });
  expect(await session.read()).not.toMatchObject({ previous: { id: twin.id } });
});

it('answers the agenda in one statement however long it is', async () => {
  const ask = async (): Promise<number> => (await secretary.get(`${session.url}/items`)).statements;
  await session.take({ projectId: project.id });
  const short = await ask();
  for (let count = 0; count < 20; count += 1) await session.take({ title: `Thema ${count}` });
  expect(await ask()).toBe(short);
});
