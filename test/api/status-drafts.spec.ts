import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';
import { aReport } from '../support/status-reports';

describe('the draft of a status report', () => {
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
    api.setClock('2026-11-23T11:00:00Z');
    project = await aProject(lead);
  });
  afterEach(() => jest.restoreAllMocks());

  const publish = (changes: object = {}): ReturnType<TestProject['send']> =>
    project.send('POST', '/status-reports', aReport(changes));
  const url = (): string => `${project.url}/status-reports/draft`;

  it('keeps what was typed so far, through reload and sign-out, without a new version of the project', async () => {
    const before = await project.read();
    const content = { lights: { schedule: 'amber', cost: null }, progressPercent: null, done: 'Halb fert' };
    expect((await lead.send('PUT', url(), { done: 'Halb' })).status).toBe(204);
    expect((await lead.send('PUT', url(), content)).status).toBe(204);
    const again = await api.as('project-lead');
    const draft = await again.get<{ content: object; savedAt: string }>(url());
    expect(draft.body).toEqual({ content, savedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string });
    expect((await project.read()).version).toBe(before.version);
  });

  it('is nobody else’s', async () => {
    await lead.send('PUT', url(), { done: 'Meines' });
    expect((await office.get(url())).body).toEqual({ content: null, savedAt: null });
    await office.send('DELETE', url());
    expect((await lead.get(url())).body).toMatchObject({ content: { done: 'Meines' } });
  });

  it('goes with the publication, and by hand', async () => {
    await lead.send('PUT', url(), { done: 'Meines' });
    await office.send('PUT', url(), { done: 'Anderes' });
    await publish();
    expect((await lead.get(url())).body).toEqual({ content: null, savedAt: null });
    expect((await office.get(url())).body).toMatchObject({ content: { done: 'Anderes' } });
    expect((await office.send('DELETE', url())).status).toBe(204);
    expect((await office.get(url())).body).toEqual({ content: null, savedAt: null });
  });

  it('stays when the publication is refused', async () => {
    await lead.send('PUT', url(), { done: 'Meines' });
    await publish({ reportedOn: '2027-01-01' });
    expect((await lead.get(url())).body).toMatchObject({ content: { done: 'Meines' } });
  });

  it('keeps no history', async () => {
    expect((await lead.get(`${url()}?asOf=2026-01-01`)).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/asOf', code: 'no-history-here' }],
    });
  });

  it.each<[object]>([
    [{ progressPercent: 200 }],
    [{ lights: { cost: 'blue' } }],
    [{ lights: [] }],
    [{ done: 'x'.repeat(4001) }],
    [{ anything: 1 }],
    [[]],
  ])('is refused with %j', async (content) => {
    expect((await lead.send('PUT', url(), content)).status).toBe(400);
  });
});
