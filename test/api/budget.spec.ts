import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { faultsOf } from '../support/faults';
import { aProject, type Commanded, ifMatch, type TestProject } from '../support/projects';

interface Amount {
  id: string;
  year: number;
  kind: string;
}

interface Year extends Record<string, unknown> {
  year: number;
  kind: string;
  state: string;
}

interface ProjectBudget {
  version: number;
  moment: string;
  declaredState: string | null;
  derivedState: string;
  years: Year[];
  totals: Record<'operating' | 'capital', Record<string, number | null>>;
  needs: Amount[];
  lines: Amount[];
  counterFundings: Amount[];
}

interface Page<Item> {
  items: Item[];
  total: number;
  version: number;
}

interface Budget {
  id: string;
  key: string;
  yearFrom: number;
  yearTo: number;
  stage: string;
}

/** 100 billion euro in cents. */
const MOST = 10_000_000_000_000;

describe('the money of a project', () => {
  let database: TestDatabase;
  let api: TestApi;
  let lead: ApiClient;
  let finance: ApiClient;
  let office: ApiClient;
  let adopted: Budget;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [lead, finance, office] = [
      await api.as('project-lead'),
      await api.as('finance'),
      await api.as('portfolio-office'),
    ];
    await database.query(
      `insert into budget (id, key, title, year_from, year_to, stage)
       values ('01900000-0000-7000-8000-000000000001', 'test-planned', 'Doppelhaushalt 2030/31', 2030, 2031, 'planned')`,
    );
    const { body } = await lead.get<Page<Budget>>('/api/v1/budgets');
    const found = body.items.find(({ stage }) => stage === 'adopted');
    if (found === undefined) throw new Error('The strategy has no adopted budget.');
    adopted = found;
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });
  beforeEach(async () => {
    project = await aProject(lead);
  });

  const budget = async (query = ''): Promise<ProjectBudget> =>
    (await lead.get<ProjectBudget>(`${project.url}/budget${query}`)).body;
  const aNeed = (changes: object = {}): object => ({
    year: adopted.yearFrom,
    kind: 'operating',
    amountCents: 100_00,
    ...changes,
  });
  const aLine = (changes: object = {}): object => ({
    budgetId: adopted.id,
    year: adopted.yearFrom,
    kind: 'operating',
    appropriationCents: 60_00,
    ...changes,
  });
  const aCounterFunding = (changes: object = {}): object => ({
    year: adopted.yearFrom,
    kind: 'operating',
    source: 'reallocation',
    amountCents: 40_00,
    ...changes,
  });
  const add = async (part: string, body: object, by = lead): Promise<Commanded> => {
    const answer = await project.send('POST', `/${part}`, body, by);
    if (answer.status !== 201)
      throw new Error(`Adding was answered by ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  describe('put together', () => {
    it('is unknown and empty before anybody has said anything', async () => {
      expect(await budget()).toMatchObject({
        declaredState: null,
        derivedState: 'unknown',
        years: [],
        needs: [],
        lines: [],
      });
    });

    it('shows need, secured money and gap by year and kind', async () => {
      await add('needs', aNeed());
      await add('needs', aNeed({ kind: 'capital', amountCents: 500_00 }));
      await add(
        'budget-lines',
        aLine({ amendmentsCents: -10_00, carryOverCents: 5_00, actualCents: 30_00, forecastCents: 80_00 }),
        finance,
      );
      await add('counter-fundings', aCounterFunding({ amountCents: 15_00, secured: true }));
      const answer = await budget();
      expect(answer.derivedState).toBe('partial');
      expect(answer.years).toEqual([
        {
          year: adopted.yearFrom,
          kind: 'operating',
          needCents: 100_00,
          securedCents: 55_00,
          plannedCents: 0,
          counterFundingCents: 15_00,
          gapCents: 30_00,
          committedCents: 0,
          actualCents: 30_00,
          forecastCents: 80_00,
          expectedRevenueCents: 0,
          securedRevenueCents: 0,
          state: 'partial',
        },
        expect.objectContaining({
          kind: 'capital',
          needCents: 500_00,
          securedCents: 0,
          gapCents: 500_00,
          state: 'none',
        }),
      ]);
      expect(answer.totals.operating).toMatchObject({ needCents: 100_00, gapCents: 30_00 });
      expect(answer.totals.capital).toMatchObject({ needCents: 500_00, gapCents: 500_00 });
    });

    it('lets declared and derived state stand side by side, also when they disagree', async () => {
      await add('needs', aNeed());
      expect((await project.send('PATCH', '', { declaredBudgetState: 'full' })).status).toBe(200);
      expect(await budget()).toMatchObject({ declaredState: 'full', derivedState: 'none' });
    });

    it('is partial with a gap of 0 when counter-funding fills it', async () => {
      await add('needs', aNeed());
      await add('budget-lines', aLine(), finance);
      await add('counter-fundings', aCounterFunding({ secured: true }));
      const { derivedState, years } = await budget();
      expect([derivedState, years[0]?.gapCents]).toEqual(['partial', 0]);
    });

    it('counts only adopted budgets as secured', async () => {
      await add('needs', aNeed({ year: 2030 }));
      await add(
        'budget-lines',
        aLine({ budgetId: '01900000-0000-7000-8000-000000000001', year: 2030, appropriationCents: 900_00 }),
        finance,
      );
      expect(await budget()).toMatchObject({
        derivedState: 'none',
        years: [{ securedCents: 0, plannedCents: 900_00, gapCents: 100_00 }],
      });
    });

    it('never takes revenue for a negative expense', async () => {
      await add('needs', aNeed());
      await add('needs', aNeed({ direction: 'revenue', amountCents: 70_00 }));
      await add('budget-lines', aLine({ direction: 'revenue', appropriationCents: 70_00 }), finance);
      expect(await budget()).toMatchObject({
        derivedState: 'none',
        years: [
          { needCents: 100_00, gapCents: 100_00, expectedRevenueCents: 70_00, securedRevenueCents: 70_00 },
        ],
      });
    });

    it('sums several lines of a year and kind, in whole cents up to 100 billion euro', async () => {
      await add('needs', aNeed({ amountCents: MOST }));
      for (const appropriationCents of [MOST - 3, 1, 1])
        await add('budget-lines', aLine({ appropriationCents }), finance);
      expect(await budget()).toMatchObject({
        derivedState: 'partial',
        years: [{ gapCents: 1, securedCents: MOST - 1 }],
      });
    });

    it('takes one statement for 1 and 50 rows, and can be read as of a moment', async () => {
      const first = await add('needs', aNeed());
      const one = await lead.get(`${project.url}/budget`);
      for (let index = 0; index < 49; index += 1) await add('needs', aNeed());
      const fifty = await lead.get<ProjectBudget>(`${project.url}/budget`);
      expect(fifty.statements).toBe(one.statements);
      expect(fifty.body.needs).toHaveLength(50);
      const then = await budget(`?asOf=${first.moment}`);
      expect(then).toMatchObject({ version: first.version, years: [{ needCents: 100_00 }] });
      expect(then.needs.map(({ id }) => id)).toEqual([first.id]);
    });

    it('is answered by 404 for an unknown project and before it existed', async () => {
      for (const url of ['/api/v1/projects/DA-1999-001/budget', `${project.url}/budget?asOf=r0`]) {
        expect((await lead.get(url)).status).toBe(404);
      }
    });
  });

  const kinds = [
    {
      part: 'needs',
      key: 'needs' as const,
      valid: aNeed,
      by: (): ApiClient => lead,
      change: { amountCents: 1 },
    },
    {
      part: 'budget-lines',
      key: 'lines' as const,
      valid: aLine,
      by: (): ApiClient => finance,
      change: { actualCents: -1 },
    },
    {
      part: 'counter-fundings',
      key: 'counterFundings' as const,
      valid: aCounterFunding,
      by: (): ApiClient => lead,
      change: { secured: true },
    },
  ];

  describe.each(kinds)('$part', ({ part, key, valid, by, change }) => {
    it('are added, changed and removed; what was stays readable', async () => {
      const added = await add(part, valid(), by());
      const edited = await project.send('PATCH', `/${part}/${added.id}`, change, by());
      expect(edited).toMatchObject({ status: 200, body: { id: added.id, version: added.version + 1 } });
      expect(edited.etag).toBe(`"${added.version + 1}"`);
      expect((await budget())[key]).toEqual([expect.objectContaining({ ...valid(), ...change })]);
      expect((await project.send('DELETE', `/${part}/${added.id}`, undefined, by())).status).toBe(200);
      expect((await budget())[key]).toEqual([]);
      expect((await budget(`?asOf=${edited.body.moment}`))[key]).toEqual([expect.objectContaining(change)]);
    });

    it('are listed in pages, by year and kind', async () => {
      await add(part, valid({ kind: 'capital' }), by());
      await add(part, valid({ year: adopted.yearTo }), by());
      await add(part, valid(), by());
      const { body, etag } = await lead.get<Page<Amount>>(`${project.url}/${part}?pageSize=2`);
      expect(body.total).toBe(3);
      expect(body.items.map(({ year, kind }) => [year, kind])).toEqual([
        [adopted.yearFrom, 'operating'],
        [adopted.yearFrom, 'capital'],
      ]);
      expect(etag).toMatch(new RegExp(`^"${body.version}\\.`));
      const second = await lead.get<Page<Amount>>(`${project.url}/${part}?pageSize=2&page=2`);
      expect(second.body.items.map(({ year }) => year)).toEqual([adopted.yearTo]);
    });

    it('stay as they are when nothing is sent', async () => {
      const { id } = await add(part, valid(), by());
      expect((await project.send('PATCH', `/${part}/${id}`, {}, by())).status).toBe(200);
      expect((await budget())[key]).toEqual([expect.objectContaining(valid())]);
    });

    it('of another project are not found', async () => {
      const { id } = await add(part, valid(), by());
      const other = await aProject(lead);
      const answers = [
        await other.send('PATCH', `/${part}/${id}`, change, by()),
        await other.send('DELETE', `/${part}/${id}`, undefined, by()),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    });

    it('are refused on a stale version, and without one', async () => {
      const url = `${project.url}/${part}`;
      const { version } = await project.read();
      const answers = await Promise.all([
        by().send('POST', url, valid(), ifMatch(version)),
        office.send('POST', url, valid(), ifMatch(version)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect((await budget())[key]).toHaveLength(1);
      expect((await by().send('POST', url, valid())).status).toBe(428);
    });

    it.each(['employee', 'commission', 'admin'])('are not %s’s business', async (role) => {
      const person = await api.as(role);
      const { id } = await add(part, valid(), by());
      const answers = [
        await project.send('POST', `/${part}`, valid(), person),
        await project.send('PATCH', `/${part}/${id}`, change, person),
        await project.send('DELETE', `/${part}/${id}`, undefined, person),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await person.get(`${project.url}/${part}`)).status).toBe(200);
    });

    it.each<[string, object, string]>([
      ['a negative amount', { amountCents: -1, appropriationCents: -1 }, 'Cents is-cents'],
      ['half a cent', { amountCents: 0.5, appropriationCents: 0.5 }, 'Cents is-cents'],
      [
        'more than 100 billion euro',
        { amountCents: MOST + 1, appropriationCents: MOST + 1 },
        'Cents is-cents',
      ],
      ['an amount as text', { amountCents: '1', appropriationCents: '1' }, 'Cents is-cents'],
      ['no amount', { amountCents: null, appropriationCents: null }, 'Cents is-cents'],
      ['a year long ago', { year: 1999 }, '/year min'],
      ['a year far off', { year: 2101 }, '/year max'],
      ['no year', { year: null }, '/year is-int'],
      ['another kind', { kind: 'imputed' }, '/kind is-in'],
      ['no kind', { kind: null }, '/kind is-in'],
    ])('are refused with %s, new or changed', async (_, wrong, fault) => {
      const { id } = await add(part, valid(), by());
      const sent = Object.fromEntries(Object.entries(wrong).filter(([name]) => name in valid()));
      const answers = [
        await project.send('POST', `/${part}`, valid(sent), by()),
        await project.send('PATCH', `/${part}/${id}`, sent, by()),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(400);
        expect(faultsOf(answer).join()).toContain(fault);
      }
    });

    it.each(['/not-an-id', ''])('are not changed at an address like "%s"', async (end) => {
      const answer = await project.send('PATCH', `/${part}${end}`, change, by());
      expect([400, 404]).toContain(answer.status);
    });
  });

  describe('a budget line', () => {
    it('lies in a year of its budget, new or changed', async () => {
      const outside = await project.send(
        'POST',
        '/budget-lines',
        aLine({ year: adopted.yearTo + 1 }),
        finance,
      );
      expect(outside).toMatchObject({ status: 422, body: { code: 'budget.line-refused' } });
      expect(faultsOf(outside)).toEqual(['/year year-outside-budget']);
      const { id } = await add('budget-lines', aLine(), finance);
      const moved = await project.send('PATCH', `/budget-lines/${id}`, { year: adopted.yearTo + 1 }, finance);
      expect(faultsOf(moved)).toEqual(['/year year-outside-budget']);
      const together = { budgetId: '01900000-0000-7000-8000-000000000001', year: 2031 };
      expect((await project.send('PATCH', `/budget-lines/${id}`, together, finance)).status).toBe(200);
    });

    it('names a budget that there is', async () => {
      const { id } = await add('budget-lines', aLine(), finance);
      const answers = [
        await project.send('POST', '/budget-lines', aLine({ budgetId: project.id }), finance),
        await project.send('PATCH', `/budget-lines/${id}`, { budgetId: project.id }, finance),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(422);
        expect(faultsOf(answer)).toEqual(['/budgetId budget-unknown']);
      }
    });

    it('takes cuts, carry-over to the next year and refunds as negative amounts, and forgets a forecast', async () => {
      const negative = { amendmentsCents: -1, carryOverCents: -2, actualCents: -3, forecastCents: 5 };
      const { id } = await add('budget-lines', aLine(negative), finance);
      await project.send('PATCH', `/budget-lines/${id}`, { forecastCents: null }, finance);
      expect((await budget()).lines).toEqual([expect.objectContaining({ ...negative, forecastCents: null })]);
    });

    it('is finance’s business, not the lead’s; needs are the lead’s, not finance’s', async () => {
      const answers = [
        await project.send('POST', '/budget-lines', aLine(), lead),
        await project.send('POST', '/needs', aNeed(), finance),
        await project.send('POST', '/counter-fundings', aCounterFunding(), finance),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    });
  });

  it("lets no lead plan the need of somebody else's project", async () => {
    const others = await aProject(office);
    expect((await others.send('POST', '/needs', aNeed(), lead)).status).toBe(403);
    expect((await others.send('POST', '/counter-fundings', aCounterFunding(), lead)).status).toBe(403);
  });

  it('makes the derived state of the list follow in the same revision', async () => {
    await add('needs', aNeed());
    const { moment } = await add('budget-lines', aLine({ appropriationCents: 100_00 }), finance);
    const [row] = await database.query<{ derived_budget_state: string; rev: string }>(
      `select derived_budget_state, 'r' || from_rev as rev from history.project_overview
        where id = $1 order by from_rev desc limit 1`,
      [project.id],
    );
    expect(row).toEqual({ derived_budget_state: 'full', rev: moment });
  });
});

describe('the budgets of the city', () => {
  let database: TestDatabase;
  let api: TestApi;
  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('are listed by year with their stage, for everybody who is signed in', async () => {
    const { body, status } = await (await api.as('employee')).get<Page<Budget>>('/api/v1/budgets');
    expect(status).toBe(200);
    expect(body.total).toBe(body.items.length);
    expect(body.items.map(({ yearFrom }) => yearFrom)).toEqual(
      body.items.map(({ yearFrom }) => yearFrom).sort(),
    );
    expect(body.items[0]).toMatchObject({
      key: 'dhh-2022-23',
      yearFrom: 2022,
      yearTo: 2023,
      stage: 'adopted',
    });
    expect((await api.anonymous.get('/api/v1/budgets')).status).toBe(401);
  });
});
