import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';

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
    for (const role of ['project-lead', 'office-coordinator', 'employee']) {
      const { body } = await (await api.as(role)).get<{ person: { id: string } }>('/api/v1/session');
      people[role] = body.person.id;
    }
  });
  beforeEach(async () => {
    project = await aProject(office);
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
});
