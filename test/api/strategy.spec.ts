import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aBareProject, type CatalogueEntry, type CatalogueList, STRATEGY_KEY } from '../support/strategy';

const aText: unknown = expect.any(String);

describe('reading the strategy and its catalogues', () => {
  let database: TestDatabase;
  let api: TestApi;
  let person: ApiClient;
  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    person = await api.as('employee');
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  async function list<Item = CatalogueEntry>(resource: string): Promise<CatalogueList<Item>> {
    const { status, body } = await person.get<CatalogueList<Item>>(`/api/v1/${resource}`);
    expect(status).toBe(200);
    return body;
  }

  it('gives the nine principles and the seven fields of action in their order', async () => {
    const principles = await list('design-principles');
    const fields = await list('action-fields');
    expect([principles.total, fields.total]).toEqual([9, 7]);
    expect(principles.items[2]).toMatchObject({
      key: 'sovereignty',
      position: 3,
      weight: 1,
      title: { de: 'Digitale Souveränität', en: 'Digital sovereignty' },
      levels: Array.from({ length: 5 }, () => ({ de: aText, en: aText })),
    });
    expect(fields.items.map((field) => field.key)[0]).toBe('workplace');
  });

  it('gives the strategy by id and by key, with all that belongs to it', async () => {
    const { items } = await list<{ id: string }>('strategies');
    const byId = await person.get(`/api/v1/strategies/${items[0]?.id}`);
    const byKey = await person.get<{ agendas: unknown[] }>(`/api/v1/strategies/${STRATEGY_KEY}`);
    expect(byKey.body).toEqual(byId.body);
    expect(byKey.body).toMatchObject({
      edition: 1,
      isCurrent: true,
      adoptedOn: '2022-02-22',
      responsibleOffice: 'Amt für Informationstechnik und Digitalisierung',
      agendas: [{ key: 'digital-agenda-2022', entryCount: 0 }],
    });
    expect(byKey.etag).toBeDefined();
  });

  it('answers what is not there with 404', async () => {
    for (const url of [
      'strategies/nothing',
      'agendas/nothing',
      'strategies/01234567-89ab-7def-8123-456789abcdef',
    ]) {
      expect(await person.get(`/api/v1/${url}`)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    }
  });

  it('gives an agenda with its projects, lead projects and the reason', async () => {
    const projectId = await aBareProject(database, 'DA-2022-014');
    await database.query(
      `insert into agenda_entry (id, agenda_id, project_id, position, lead_project, reason)
       select gen_random_uuid(), id, $1, 14, true, 'typical' from digital_agenda`,
      [projectId],
    );
    expect((await person.get('/api/v1/agendas/digital-agenda-2022')).body).toMatchObject({
      yearFrom: 2022,
      yearTo: 2022,
      entryCount: 1,
      leadProjectCount: 1,
      entries: [{ projectId, number: 'DA-2022-014', position: 14, leadProject: true, reason: 'typical' }],
    });
  });

  it('gives the units of the administration as a tree', async () => {
    const { items, total } = await list<CatalogueEntry & { parentId: string | null; kind: string }>(
      'org-units',
    );
    const parentOf = (child: string) =>
      items.find(({ id }) => id === items.find((unit) => unit.key === child)?.parentId)?.key;
    expect(items).toHaveLength(total);
    expect(
      items.filter(({ kind }) => kind === 'directorate').every(({ parentId }) => parentId === null),
    ).toBe(true);
    expect([parentOf('it'), parentOf('behindertenbeauftragte')]).toEqual(['dez-2', 'sjb']);
  });

  it('pages', async () => {
    const { body, headers } = await person.get<CatalogueList>('/api/v1/council-bodies?pageSize=7&page=2');
    const all = await list('council-bodies');
    expect(body).toMatchObject({ total: all.total, page: 2, pageSize: 7, items: all.items.slice(7, 14) });
    expect(headers.link).toContain('rel="next"');
    const beyond = await person.get('/api/v1/council-bodies?page=1000');
    expect(beyond.body).toMatchObject({ total: all.total, items: [] });
  });

  it('names every wrong parameter', async () => {
    const { status, body } = await person.get('/api/v1/action-fields?pageSize=201&page=0&colour=red&asOf=r1');
    expect(status).toBe(400);
    expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/colour',
      '/page',
      '/pageSize',
    ]);
  });

  it('needs nobody who is signed in', async () => {
    expect((await api.anonymous.get('/api/v1/strategies')).status).toBe(200);
  });

  it.each([
    'strategies',
    'design-principles',
    'action-fields',
    'corridor-themes',
    'supported-goals',
    'agendas',
    'org-units',
    'council-bodies',
  ])('takes as many SQL statements for one of %s as for all', async (resource) => {
    const one = await person.get<CatalogueList>(`/api/v1/${resource}?pageSize=1`);
    const all = await person.get<CatalogueList>(`/api/v1/${resource}?pageSize=200`);
    expect([one.body.items.length, all.body.items.length]).toEqual([1, all.body.total]);
    expect(one.statements).toBe(all.statements);
  });
});
