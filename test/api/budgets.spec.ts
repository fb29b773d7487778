import { type ProjectBudget, useMoney } from '../support/budget';
import { faultsOf } from '../support/faults';
import { aProject, type Commanded, ifMatch } from '../support/projects';

interface CityBudget {
  id: string;
  key: string;
  title: string;
  yearFrom: number;
  yearTo: number;
  stage: string;
  version: number;
}
interface Compared {
  kind: string;
  year: number;
  direction: string;
  beforeCents: number;
  afterCents: number;
  differenceCents: number;
}
interface Comparison {
  from: { id: string; kind: string } | null;
  to: { id: string } | null;
  items: (Compared & { number: string })[];
  sums: Compared[];
  unchangedProjects: number;
}

describe('the budgets of the city', () => {
  const money = useMoney();
  let made = 0;

  const aBudget = (changes: object = {}): object => {
    made += 1;
    return {
      key: `test-${made}`,
      title: `Haushalt ${made}`,
      yearFrom: 2040,
      yearTo: 2041,
      stage: 'planned',
      ...changes,
    };
  };
  const add = async (changes: object = {}): Promise<Commanded> => {
    const answer = await money.finance.send<Commanded>('POST', '/api/v1/budgets', aBudget(changes));
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const edit = (id: string, version: number, changes: object, by = money.finance) =>
    by.send<Commanded>('PATCH', `/api/v1/budgets/${id}`, changes, ifMatch(version));
  const listed = async (id: string, query = ''): Promise<CityBudget | undefined> => {
    const { body } = await money.lead.get<{ items: CityBudget[] }>(`/api/v1/budgets?pageSize=200${query}`);
    return body.items.find((budget) => budget.id === id);
  };

  it('are added and changed by finance; what they were stays readable', async () => {
    const { id, version, moment } = await add({ yearTo: 2040 });
    expect(await listed(id)).toMatchObject({ yearFrom: 2040, yearTo: 2040, stage: 'planned', version: 1 });
    const edited = await edit(id, version, { title: 'Doppelhaushalt', yearTo: 2041 });
    expect(edited).toMatchObject({ status: 200, body: { id, version: 2 } });
    expect(await listed(id)).toMatchObject({ title: 'Doppelhaushalt', yearTo: 2041, version: 2 });
    expect(await listed(id, `&asOf=${moment}`)).toMatchObject({ yearTo: 2040, version: 1 });
  });

  it('are nobody else’s business, and change on the version that was seen', async () => {
    const { id, version } = await add();
    for (const role of ['project-lead', 'portfolio-office', 'commission', 'employee', 'admin']) {
      const person = await money.api.as(role);
      expect((await person.send('POST', '/api/v1/budgets', aBudget())).status).toBe(403);
      expect((await edit(id, version, { title: 'x' }, person)).status).toBe(403);
    }
    expect((await money.finance.send('PATCH', `/api/v1/budgets/${id}`, { title: 'x' })).status).toBe(428);
    expect((await edit(id, version + 1, { title: 'x' })).status).toBe(412);
    expect((await edit(money.project.id, 1, { title: 'x' })).status).toBe(404);
  });

  it('have a key of their own and one year or two, and keep the years that are in use', async () => {
    const { id, version } = await add();
    const key = (await listed(id))?.key;
    const twin = await money.finance.send('POST', '/api/v1/budgets', aBudget({ key }));
    expect([twin.status, faultsOf(twin)]).toEqual([409, ['/key already-exists']]);
    for (const yearTo of [2039, 2042]) {
      const answer = await money.finance.send('POST', '/api/v1/budgets', aBudget({ yearTo }));
      expect([answer.status, faultsOf(answer)]).toEqual([422, ['/yearTo budget-years']]);
    }
    await money.add('budget-lines', money.aLine({ budgetId: id, year: 2041 }), money.finance);
    expect(faultsOf(await edit(id, version, { yearTo: 2040 }))).toEqual(['/yearTo budget-years-in-use']);
    expect((await edit(id, version, { yearFrom: 2041 })).status).toBe(200);
  });

  it('secure money once they are adopted: the states of all projects in them follow in the same revision', async () => {
    const { id, version } = await add();
    const projects = [money.project, await aProject(money.office)];
    for (const project of projects) {
      await project.send('POST', '/needs', money.aNeed({ year: 2040 }), money.office);
      const line = money.aLine({ budgetId: id, year: 2040, appropriationCents: 100_00 });
      await project.send('POST', '/budget-lines', line, money.finance);
    }
    const states = (): Promise<{ state: string; rev: string }[]> =>
      money.database.query(
        `select derived_budget_state as state, 'r' || from_rev as rev from history.project_overview
          where id = any ($1) and to_rev = 9223372036854775807`,
        [projects.map((project) => project.id)],
      );
    expect((await states()).map(({ state }) => state)).toEqual(['none', 'none']);
    const { body } = await edit(id, version, { stage: 'adopted' });
    expect(await states()).toEqual([1, 2].map(() => ({ state: 'full', rev: body.moment })));
    expect(await money.budget()).toMatchObject({ derivedState: 'full' } satisfies Partial<ProjectBudget>);
    await edit(id, version + 1, { stage: 'rejected' });
    expect((await states()).map(({ state }) => state)).toEqual(['none', 'none']);
  });

  it('and nothing is lost when a project changes while a stage does', async () => {
    const { id, version } = await add();
    await money.add('budget-lines', money.aLine({ budgetId: id, year: 2040 }), money.finance);
    const url = `${money.project.url}/needs`;
    const { version: seen } = await money.project.read();
    const [staged, stated] = await Promise.all([
      edit(id, version, { stage: 'adopted' }),
      money.lead.send('POST', url, money.aNeed({ year: 2040, amountCents: 60_00 }), ifMatch(seen)),
    ]);
    expect([staged.status, stated.status]).toEqual([200, 201]);
    const [row] = await money.database.query<{ state: string }>(
      'select derived_budget_state as state from project_overview where id = $1',
      [money.project.id],
    );
    expect(row?.state).toBe('full');
  });

  describe('have versions of their plan', () => {
    const plans = (id: string): string => `/api/v1/budgets/${id}/plan-versions`;
    const state = async (id: string, kind: string, by = money.finance) => {
      const { version } = (await listed(id)) ?? { version: 0 };
      return by.send<Commanded>('POST', plans(id), { kind, title: kind }, ifMatch(version));
    };
    const compare = async (id: string, query: string): Promise<Comparison> =>
      (await money.lead.get<Comparison>(`/api/v1/budgets/${id}/plan-comparison?${query}`)).body;

    it('that name a moment of it and compare project by project, with exact sums', async () => {
      const { id } = await add();
      const other = await aProject(money.office);
      const line = (changes: object) => money.aLine({ budgetId: id, year: 2040, ...changes });
      const first = await money.add('budget-lines', line({ appropriationCents: 100_01 }), money.finance);
      const revenue = line({ direction: 'revenue', appropriationCents: 7 });
      await money.add('budget-lines', revenue, money.finance);
      await other.send('POST', '/budget-lines', line({ kind: 'capital' }), money.finance);
      const draft = (await state(id, 'draft')).body.id;
      await money.project.send(
        'PATCH',
        `/budget-lines/${first.id}`,
        { amendmentsCents: -50_00, carryOverCents: 2 },
        money.finance,
      );
      await money.add('budget-lines', line({ year: 2041, appropriationCents: 3 }), money.finance);
      const adopted = (await state(id, 'adopted')).body.id;
      await money.project.send('DELETE', `/budget-lines/${first.id}`, undefined, money.finance);

      const listing = await money.lead.get<{ items: { kind: string; planMoment: string }[]; total: number }>(
        plans(id),
      );
      expect(listing.body.items.map(({ kind }) => kind)).toEqual(['draft', 'adopted']);
      const compared = await compare(id, `from=${draft}&to=${adopted}`);
      const { number } = await money.project.read();
      const shown = { number, kind: 'operating', direction: 'expense' };
      expect(compared.items).toEqual([
        expect.objectContaining({
          ...shown,
          year: 2040,
          beforeCents: 100_01,
          afterCents: 50_03,
          differenceCents: -49_98,
        }),
        expect.objectContaining({ ...shown, year: 2041, beforeCents: 0, differenceCents: 3 }),
      ]);
      expect(compared.unchangedProjects).toBe(1);
      expect(compared.sums.map((sum) => [sum.kind, sum.year, sum.direction, sum.differenceCents])).toEqual([
        ['operating', 2040, 'expense', -49_98],
        ['operating', 2040, 'revenue', 0],
        ['operating', 2041, 'expense', 3],
        ['capital', 2040, 'expense', 0],
      ]);
      // Against the plan of now; and what the interface asks as of a moment is judged as of then.
      const now = await compare(id, `from=${adopted}`);
      expect(now).toMatchObject({ from: { kind: 'adopted' }, to: null });
      expect(now.items).toEqual([expect.objectContaining({ year: 2040, beforeCents: 50_03, afterCents: 0 })]);
    });

    it('whose name can be taken back; nothing of the plan is lost', async () => {
      const { id } = await add();
      const { body } = await state(id, 'draft');
      const gone = await money.finance.send(
        'DELETE',
        `${plans(id)}/${body.id}`,
        undefined,
        ifMatch(body.version),
      );
      expect(gone.status).toBe(200);
      expect((await money.lead.get(`${plans(id)}?asOf=${body.moment}`)).body).toMatchObject({ total: 1 });
      expect((await money.lead.get(plans(id))).body).toMatchObject({ total: 0 });
      const comparison = `/api/v1/budgets/${id}/plan-comparison?from=${body.id}`;
      expect((await money.lead.get(comparison)).status).toBe(404);
    });

    it('which only finance names, in a kind that there is, of a budget that there is', async () => {
      const { id } = await add();
      for (const person of [money.lead, money.office])
        expect((await state(id, 'draft', person)).status).toBe(403);
      expect(faultsOf(await state(id, 'final'))).toEqual(['/kind is-in']);
      expect((await money.lead.get(plans(money.project.id))).status).toBe(404);
    });
  });
});
