import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, ifMatch, type TestProject } from '../support/projects';
import { aSession } from '../support/review-sessions';
import { aReport } from '../support/status-reports';

interface Person {
  personId: string;
  function: string;
}

describe('handing a project over', () => {
  let database: TestDatabase;
  let api: TestApi;
  let office: ApiClient;
  let project: TestProject;
  let people: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    office = await api.as('portfolio-office');
    people = {};
    for (const role of ['project-lead', 'office-coordinator', 'employee', 'portfolio-office']) {
      const { body } = await (await api.as(role)).get<{ person: { id: string } }>('/api/v1/session');
      people[role] = body.person.id;
    }
  });
  beforeEach(async () => {
    const [coordinator] = await database.query<{ office: string }>(
      'select u.key as office from person p join org_unit u on u.id = p.office_id where p.id = $1',
      [people['office-coordinator']],
    );
    project = await aProject(office, coordinator);
    await project.send('PUT', `/people/${people['project-lead']}`, { function: 'lead' });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const handOver = (body: object) => project.send('POST', '/handovers', body);
  const team = async (): Promise<Person[]> =>
    ((await project.read()).people as Person[]).map(({ personId, function: duty }) => ({
      personId,
      function: duty,
    }));

  it('makes the successor lead and keeps the predecessor as deputy, in one change with its note', async () => {
    const note = 'Die Abnahme steht noch aus. 🙂';
    expect(await handOver({ toPersonId: people['office-coordinator'], note })).toMatchObject({ status: 201 });
    expect(await team()).toEqual(
      expect.arrayContaining([
        { personId: people['office-coordinator'], function: 'lead' },
        { personId: people['project-lead'], function: 'deputy' },
      ]),
    );
    const { body } = await office.get<{ items: { command: string; reason: string }[] }>(
      `${project.url}/history`,
    );
    expect(body.items[0]).toMatchObject({ command: 'project.hand-over', reason: note });
  });

  it('lets the predecessor go where that is wanted', async () => {
    await handOver({ toPersonId: people['office-coordinator'], keepAsDeputy: false });
    expect(await team()).toEqual([{ personId: people['office-coordinator'], function: 'lead' }]);
  });

  it('is refused to those who lead it already or could not edit it', async () => {
    for (const [person, code] of [
      ['project-lead', 'handover.leads-already'],
      ['employee', 'handover.may-not-lead'],
    ] as const)
      expect(await handOver({ toPersonId: people[person] })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/toPersonId', code }] },
      });
  });

  it('is refused to a coordinator of other offices, who could do nothing on it', async () => {
    const coordinator = people['office-coordinator'];
    const foreign = await database.query<{ key: string }>(
      `select u.key from org_unit u join person p on p.id = $1
        where u.id <> p.office_id and u.parent_id is distinct from p.office_id and u.kind = 'office' limit 1`,
      [coordinator],
    );
    await project.send('PATCH', '', { office: foreign[0]?.key });
    expect(await handOver({ toPersonId: coordinator })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/toPersonId', code: 'handover.may-not-lead' }] },
    });
  });

  it('is refused to oneself, to somebody who left, to nobody, and leaves everything as it was', async () => {
    const lead = await api.as('project-lead');
    const before = await team();
    const refused = (code: string) => ({
      status: 422,
      body: { errors: [{ pointer: '/toPersonId', code }] },
    });
    expect(
      await project.send('POST', '/handovers', { toPersonId: people['project-lead'] }, lead),
    ).toMatchObject(refused('handover.leads-already'));
    expect(await handOver({ toPersonId: '0190f3a4-0000-7000-8000-000000000000' })).toMatchObject(
      refused('handover.person-unknown'),
    );
    const [gone] = await database.query<{ id: string }>(
      `insert into person (id, display_name, roles, left_at) values (uuidv7(), 'Fort', '{project-lead}', now())
       returning id`,
    );
    expect(await handOver({ toPersonId: gone?.id })).toMatchObject(refused('handover.person-unknown'));
    for (const toPersonId of ['', 'x', null, 7, `${people.employee}\u0000`])
      expect(await handOver({ toPersonId })).toMatchObject({ status: 400 });
    expect(await team()).toEqual(before);
  });

  it('is refused to who may not edit the project', async () => {
    const body = { toPersonId: people['office-coordinator'] };
    for (const role of ['employee', 'finance', 'commission', 'admin'])
      expect((await project.send('POST', '/handovers', body, await api.as(role))).status).toBe(403);
    expect((await office.send('POST', `${project.url}/handovers`, body)).status).toBe(428);
  });

  it('happens once when it is asked for twice at once', async () => {
    const { version } = await project.read();
    const hand = (person: string) =>
      office.send('POST', `${project.url}/handovers`, { toPersonId: people[person] }, ifMatch(version));
    const answers = await Promise.all([hand('office-coordinator'), hand('portfolio-office')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect((await team()).filter(({ function: duty }) => duty === 'lead')).toHaveLength(1);
    const kept = await database.query('select 1 from handover where project_id = $1', [project.id]);
    expect(kept).toHaveLength(1);
  });

  it('gives the successor history, open promises, evidence and requests; drafts stay with who wrote them', async () => {
    const former = await api.as('project-lead');
    const successor = await api.as('office-coordinator');
    const secretary = await api.as('commission');
    await project.send('PATCH', '', { office: 'it' });
    await project.send('POST', '/milestones', { title: 'Abnahme', expectedOn: '2031-06-30' });
    await project.send('POST', '/status-reports', aReport(), former);
    const session = await aSession(secretary, { startsAt: '2031-01-10T12:00:00Z' });
    const item = await session.take({ projectId: project.id });
    await session.send('POST', '/opening');
    const condition = { text: 'Kosten nachweisen', dueOn: '2031-03-01', ownerRole: 'project-lead' };
    await session.decide(item, { outcome: 'approved-with-conditions', conditions: [condition] });
    await session.send('POST', '/closing');
    const requested = { projectIds: [project.id], dueOn: '2031-04-01' };
    await secretary.send('POST', '/api/v1/report-requests', requested);
    const draft = `${project.url}/status-reports/draft`;
    await former.send('PUT', draft, { done: 'Noch nicht fertig' });

    await handOver({ toPersonId: people['office-coordinator'], keepAsDeputy: false });

    const listOf = async <Item>(part: string): Promise<Item[]> =>
      (await successor.get<{ items: Item[] }>(`${project.url}/${part}`)).body.items;
    expect(await listOf('status-reports')).toHaveLength(1);
    expect(await listOf('milestones')).toMatchObject([{ title: 'Abnahme', expectedOn: '2031-06-30' }]);
    expect((await listOf<{ command: string }>('history')).map(({ command }) => command)).toContain(
      'status-report.publish',
    );
    const [open] = await listOf<{ id: string; version: number; text: string }>('conditions');
    expect(open).toMatchObject({ text: 'Kosten nachweisen', state: 'open' });
    const evidence = await successor.send(
      'PUT',
      `/api/v1/conditions/${open?.id}/evidence`,
      { evidence: 'Gerechnet' },
      ifMatch(open?.version ?? 0),
    );
    expect(evidence.status).toBe(200);
    expect(await listOf('conditions')).toMatchObject([{ evidence: 'Gerechnet', state: 'reported' }]);
    const due = async (person: ApiClient): Promise<string[]> =>
      (await person.get<{ reports: { project: { id: string } }[] }>('/api/v1/me/work')).body.reports
        .map((one) => one.project.id)
        .filter((id) => id === project.id);
    expect([await due(successor), await due(former)]).toEqual([[project.id], []]);
    expect((await successor.get<{ done?: string } | undefined>(draft)).body?.done).toBeUndefined();
  });
});
