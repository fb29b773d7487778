import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import {
  aBareProject,
  type CatalogueEntry,
  type CatalogueList,
  loadStrategy,
  refusalOf,
  STRATEGY_KEY,
} from '../support/strategy';

describe('loading a strategy file', () => {
  let database: TestDatabase;
  let api: TestApi;
  let person: ApiClient;
  beforeEach(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    person = await api.as('employee');
  });
  afterEach(async () => {
    await api.stop();
    await database.drop();
  });

  async function list<Item = CatalogueEntry>(resource: string): Promise<CatalogueList<Item>> {
    const { status, body } = await person.get<CatalogueList<Item>>(`/api/v1/${resource}`);
    expect(status).toBe(200);
    return body;
  }

  const revisions = async (): Promise<number> =>
    Number((await database.query<{ rev: string }>('select max(rev) as rev from change'))[0]?.rev);

  it('changes nothing when the file is loaded already, and makes no revision', async () => {
    const before = await revisions();
    const { sections } = await loadStrategy(api);
    expect(sections.map(({ section, ...counts }) => [section, Object.values(counts)])).toEqual(
      sections.map(({ section }) => [section, [0, 0, 0, 0]]),
    );
    expect(await revisions()).toBe(before);
  });

  it('records a changed title, and the old one can be read as of before', async () => {
    const { moment } = await list('action-fields');
    const report = await loadStrategy(
      api,
      (file) => (file.actionFields[5] = { key: 'innovation', title: { de: 'Neues', en: 'New' } }),
    );
    const titleOf = async (query = '') =>
      (await list(`action-fields${query}`)).items.find((field) => field.key === 'innovation')?.title.de;
    expect(await titleOf()).toBe('Neues');
    expect(await titleOf(`?asOf=${moment}`)).toBe('Innovation');
    expect(
      await database.query('select command, source from change where rev = $1', [report.moment.slice(1)]),
    ).toEqual([{ command: 'strategy.load', source: 'load' }]);
  });

  it('makes a new edition of a higher number, and the old one stays readable', async () => {
    const { items: old } = await list<{ id: string }>('strategies');
    const { strategyId } = await loadStrategy(api, (file) => {
      file.strategy.edition = 2;
      file.designPrinciples.pop();
    });
    expect((await list('strategies')).items).toMatchObject([
      { id: strategyId, edition: 2, isCurrent: true, previousId: old[0]?.id },
      { id: old[0]?.id, edition: 1, isCurrent: false, previousId: null },
    ]);
    const totals = await Promise.all(
      ['', `?strategy=${STRATEGY_KEY}`, `?strategy=${old[0]?.id}`, '?strategy=none'].map((query) =>
        list(`design-principles${query}`).then(({ total }) => total),
      ),
    );
    expect(totals).toEqual([8, 8, 9, 0]);
    expect((await person.get(`/api/v1/strategies/${STRATEGY_KEY}`)).body).toMatchObject({
      edition: 2,
      agendas: [],
    });
  });

  it('refuses an edition that comes before the newest', async () => {
    await loadStrategy(api, (file) => (file.strategy.edition = 3));
    expect(await refusalOf(loadStrategy(api, (file) => (file.strategy.edition = 2)))).toEqual([
      '/strategy/edition edition-before-newest',
    ]);
  });

  it('corrects an old edition without making it the current one', async () => {
    await loadStrategy(api, (file) => (file.strategy.edition = 2));
    await loadStrategy(api, (file) => (file.strategy.title.de = 'Digitalstrategie, berichtigt'));
    expect((await list('strategies')).items).toMatchObject([
      { edition: 2, isCurrent: true },
      { edition: 1, title: { de: 'Digitalstrategie, berichtigt' } },
    ]);
  });

  it('refuses a bad file as a whole, with every fault', async () => {
    const before = await revisions();
    const faults = await refusalOf(
      loadStrategy(api, (file) => {
        file.strategy.title.de = 'Das gilt nicht';
        file.designPrinciples[3] = { key: 'openness', weight: 0, title: {} };
        file.corridorThemes.push({ key: 'mobility', title: { de: 'Verkehr', en: null } });
      }),
    );
    expect(faults).toEqual([
      '/designPrinciples/3/weight out-of-range',
      '/designPrinciples/3/title/de missing',
      '/corridorThemes/6/key key-twice',
    ]);
    expect(await revisions()).toBe(before);
    expect((await person.get(`/api/v1/strategies/${STRATEGY_KEY}`)).body).not.toMatchObject({
      title: { de: 'Das gilt nicht' },
    });
  });

  it('removes what an edition has no more and nobody uses; it can be read as of before', async () => {
    const { moment } = await list('action-fields');
    await loadStrategy(api, (file) => file.actionFields.pop());
    expect((await list('action-fields')).total).toBe(6);
    expect((await list(`action-fields?asOf=${moment}`)).total).toBe(7);
  });

  it('refuses to remove what projects use, naming all of it', async () => {
    const projectId = await aBareProject(database, 'DA-2022-001');
    await database.query(
      `insert into principle_score (id, project_id, principle_id, voice, score, reason, given_on)
       select gen_random_uuid(), $1, id, 'self', 3, 'because', '2022-03-01' from design_principle where key = 'openness'`,
      [projectId],
    );
    await database.query(
      'insert into agenda_entry (id, agenda_id, project_id) select gen_random_uuid(), id, $1 from digital_agenda',
      [projectId],
    );
    const faults = await refusalOf(
      loadStrategy(api, (file) => {
        file.designPrinciples = file.designPrinciples.filter((principle) => principle.key !== 'openness');
        file.actionFields = file.actionFields.filter((field) => field.key !== 'innovation');
        file.agendas = [];
      }),
    );
    expect(faults).toEqual([
      '/designPrinciples principle-in-use',
      '/actionFields action-field-in-use',
      '/agendas agenda-in-use',
    ]);
  });

  it('ends the validity of a theme that the file has no more, yesterday, and begins it anew when it is back', async () => {
    api.setClock('2024-05-01T10:00:00Z');
    await loadStrategy(
      api,
      (file) => (file.corridorThemes = file.corridorThemes.filter((theme) => theme.key !== 'mobility')),
    );
    const mobility = async () =>
      (await list('corridor-themes')).items.find((theme) => theme.key === 'mobility');
    expect(await mobility()).toMatchObject({ validTo: '2024-04-30', isValid: false });
    api.setClock('2024-06-01T10:00:00Z');
    await loadStrategy(
      api,
      (file) => (file.corridorThemes = file.corridorThemes.filter((theme) => theme.key !== 'mobility')),
    );
    expect(await mobility()).toMatchObject({ validTo: '2024-04-30' });
    await loadStrategy(api);
    expect(await mobility()).toMatchObject({ validTo: null, isValid: true });
  });

  it('loads the strategy of another city beside the first', async () => {
    await loadStrategy(api, (file) => {
      file.strategy = { key: 'digital-elsewhere', title: { de: 'Digital anderswo', en: null } };
      file.agendas = [{ ...file.agendas[0], key: 'agenda-elsewhere' }];
    });
    expect((await list('strategies')).total).toBe(2);
    expect(
      await refusalOf(
        loadStrategy(api, (file) => (file.agendas = [{ ...file.agendas[0], key: 'agenda-elsewhere' }])),
      ),
    ).toEqual(['/agendas/0/key agenda-of-other-strategy']);
  });

  it('brings the scores of projects up to date when a weight changes', async () => {
    const projectId = await aBareProject(database, 'DA-2022-001');
    await database.query(
      `insert into principle_score (id, project_id, principle_id, voice, score, reason, given_on)
       select gen_random_uuid(), $1, id, 'self', case key when 'openness' then 4 else 0 end, 'because', '2022-03-01'
         from design_principle where key in ('openness', 'innovation')`,
      [projectId],
    );
    await loadStrategy(api, (file) => {
      const openness = file.designPrinciples.find((principle) => principle.key === 'openness');
      if (openness) openness.weight = 3;
    });
    expect(
      await database.query('select self_score::float from project_overview where id = $1', [projectId]),
    ).toEqual([{ self_score: 75 }]);
  });

  it('brings the derived state of projects up to date when the stage of a budget changes', async () => {
    const projectId = await aBareProject(database, 'DA-2022-001');
    await database.query(
      `with needed as (
         insert into need (id, project_id, year, kind, amount_cents)
         values (gen_random_uuid(), $1, 2024, 'operating', 100))
       insert into budget_line (id, project_id, budget_id, year, kind, appropriation_cents)
       select gen_random_uuid(), $1, id, 2024, 'operating', 100 from budget where key = 'dhh-2024-25'`,
      [projectId],
    );
    const stateAt = async (stage: string): Promise<unknown> => {
      await loadStrategy(api, (file) => {
        const budget = file.budgets.find((candidate) => candidate.key === 'dhh-2024-25');
        if (budget) budget.stage = stage;
      });
      return database.query('select derived_budget_state from project_overview where id = $1', [projectId]);
    };
    expect(await stateAt('planned')).toEqual([{ derived_budget_state: 'none' }]);
    expect(await stateAt('adopted')).toEqual([{ derived_budget_state: 'full' }]);
  });

  it('lets one of two loads at once wait for the other', async () => {
    const reports = await Promise.all([
      loadStrategy(api, (file) => (file.strategy.edition = 2)),
      loadStrategy(api, (file) => (file.strategy.edition = 2)),
    ]);
    expect(new Set(reports.map(({ strategyId }) => strategyId)).size).toBe(1);
    expect((await list('strategies')).total).toBe(2);
  });
});
