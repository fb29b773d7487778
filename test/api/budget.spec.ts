import {
  MOST,
  PLANNED_BUDGET_ID,
  type ProjectBudget,
  type Budget,
  type Page,
  useMoney,
} from '../support/budget';

describe('the money of a project', () => {
  const money = useMoney();

  it('is unknown and empty before anybody has said anything', async () => {
    expect(await money.budget()).toMatchObject({
      declaredState: null,
      derivedState: 'unknown',
      years: [],
      needs: [],
      lines: [],
    });
  });

  it('shows need, secured money and gap by year and kind', async () => {
    await money.add('needs', money.aNeed());
    await money.add('needs', money.aNeed({ kind: 'capital', amountCents: 500_00 }));
    await money.add(
      'budget-lines',
      money.aLine({
        amendmentsCents: -10_00,
        carryOverCents: 5_00,
        actualCents: 30_00,
        forecastCents: 80_00,
      }),
      money.finance,
    );
    await money.add('counter-fundings', money.aCounterFunding({ amountCents: 15_00, secured: true }));
    const answer = await money.budget();
    expect(answer.derivedState).toBe('partial');
    expect(answer.years).toEqual([
      {
        year: money.adopted.yearFrom,
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
    await money.add('needs', money.aNeed());
    expect((await money.project.send('PATCH', '', { declaredBudgetState: 'full' })).status).toBe(200);
    expect(await money.budget()).toMatchObject({ declaredState: 'full', derivedState: 'none' });
  });

  it('is partial with a gap of 0 when counter-funding fills it', async () => {
    await money.add('needs', money.aNeed());
    await money.add('budget-lines', money.aLine(), money.finance);
    await money.add('counter-fundings', money.aCounterFunding({ secured: true }));
    const { derivedState, years } = await money.budget();
    expect([derivedState, years[0]?.gapCents]).toEqual(['partial', 0]);
  });

  it('counts only adopted budgets as secured', async () => {
    await money.add('needs', money.aNeed({ year: 2030 }));
    await money.add(
      'budget-lines',
      money.aLine({ budgetId: PLANNED_BUDGET_ID, year: 2030, appropriationCents: 900_00 }),
      money.finance,
    );
    expect(await money.budget()).toMatchObject({
      derivedState: 'none',
      years: [{ securedCents: 0, plannedCents: 900_00, gapCents: 100_00 }],
    });
  });

  it('never takes revenue for a negative expense', async () => {
    await money.add('needs', money.aNeed());
    await money.add('needs', money.aNeed({ direction: 'revenue', amountCents: 70_00 }));
    await money.add(
      'budget-lines',
      money.aLine({ direction: 'revenue', appropriationCents: 70_00 }),
      money.finance,
    );
    expect(await money.budget()).toMatchObject({
      derivedState: 'none',
      years: [
        { needCents: 100_00, gapCents: 100_00, expectedRevenueCents: 70_00, securedRevenueCents: 70_00 },
      ],
    });
  });

  it('sums several lines of a year and kind, in whole cents up to 100 billion euro', async () => {
    await money.add('needs', money.aNeed({ amountCents: MOST }));
    for (const appropriationCents of [MOST - 3, 1, 1])
      await money.add('budget-lines', money.aLine({ appropriationCents }), money.finance);
    expect(await money.budget()).toMatchObject({
      derivedState: 'partial',
      years: [{ gapCents: 1, securedCents: MOST - 1 }],
    });
  });

  it('takes one statement for 1 and 50 rows, and can be read as of a moment', async () => {
    const first = await money.add('needs', money.aNeed());
    const one = await money.lead.get(`${money.project.url}/budget`);
    for (let index = 0; index < 49; index += 1) await money.add('needs', money.aNeed());
    const fifty = await money.lead.get<ProjectBudget>(`${money.project.url}/budget`);
    expect(fifty.statements).toBe(one.statements);
    expect(fifty.body.needs).toHaveLength(50);
    const then = await money.budget(`?asOf=${first.moment}`);
    expect(then).toMatchObject({ version: first.version, years: [{ needCents: 100_00 }] });
    expect(then.needs.map(({ id }) => id)).toEqual([first.id]);
  });

  it('is answered by 404 for an unknown project and before it existed', async () => {
    for (const url of ['/api/v1/projects/DA-1999-001/budget', `${money.project.url}/budget?asOf=r0`]) {
      expect((await money.lead.get(url)).status).toBe(404);
    }
  });
  it('makes the derived state of the list follow in the same revision', async () => {
    await money.add('needs', money.aNeed());
    const { moment } = await money.add(
      'budget-lines',
      money.aLine({ appropriationCents: 100_00 }),
      money.finance,
    );
    const [row] = await money.database.query<{ derived_budget_state: string; rev: string }>(
      `select derived_budget_state, 'r' || from_rev as rev from history.project_overview
        where id = $1 order by from_rev desc limit 1`,
      [money.project.id],
    );
    expect(row).toEqual({ derived_budget_state: 'full', rev: moment });
  });

  it('belongs to budgets, which are listed by year with their stage for everybody who is signed in', async () => {
    const { body, status } = await (await money.api.as('employee')).get<Page<Budget>>('/api/v1/budgets');
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
    expect((await money.api.anonymous.get('/api/v1/budgets')).status).toBe(401);
  });
});
