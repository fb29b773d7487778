import { PLANNED_BUDGET_ID, useMoney } from '../support/budget';
import { faultsOf } from '../support/faults';
import { ifMatch } from '../support/projects';

interface Figures {
  year: number;
  kind: string;
  needCents: number;
  securedCents: number;
  counterFundingCents: number;
  gapCents: number;
}

interface Confirmation {
  id: string;
  budgetId: string;
  state: string;
  figures: Figures[];
  confirmedAt: string;
  confirmedBy: string | null;
  note: string;
  isOutdated: boolean;
}

interface InBudget {
  budgetId: string;
  derivedState: string;
  figures: Figures[];
  confirmation: Confirmation | null;
}

interface Confirmed {
  version: number;
  declaredState: string | null;
  derivedState: string;
  confirmedBudgetState: string | null;
  confirmedStateIsOutdated: boolean;
  budgets: InBudget[];
  confirmations: Confirmation[];
}

describe('Finance confirms the state of a project in a budget', () => {
  const money = useMoney();

  const read = async (query = ''): Promise<Confirmed> =>
    (await money.finance.get<Confirmed>(`${money.project.url}/budget${query}`)).body;
  const inBudget = async (budgetId = money.adopted.id): Promise<InBudget> => {
    const found = (await read()).budgets.find((budget) => budget.budgetId === budgetId);
    if (found === undefined) throw new Error('The project has no figures in the budget.');
    return found;
  };
  const confirm = async (changes: object = {}, by = money.finance) => {
    const { budgetId, figures } = await inBudget();
    const body = { budgetId, state: 'partial', figures, ...changes };
    return money.project.send('POST', '/budget-confirmations', body, by);
  };

  beforeEach(async () => {
    await money.add('needs', money.aNeed());
    await money.add('budget-lines', money.aLine(), money.finance);
  });

  it('with the figures that it saw, by name and when; the three states stand side by side', async () => {
    await money.project.send('PATCH', '', { declaredBudgetState: 'full' });
    expect(await read()).toMatchObject({ confirmedBudgetState: null, confirmations: [] });
    expect((await confirm({ state: 'none', note: 'Erst nach dem Beschluss.' })).status).toBe(201);
    const answer = await read();
    expect(answer).toMatchObject({
      declaredState: 'full',
      derivedState: 'partial',
      confirmedBudgetState: 'none',
      confirmedStateIsOutdated: false,
    });
    const [signed] = answer.confirmations;
    expect(signed).toMatchObject({
      budgetId: money.adopted.id,
      note: 'Erst nach dem Beschluss.',
      isOutdated: false,
      figures: [
        {
          year: money.adopted.yearFrom,
          kind: 'operating',
          needCents: 100_00,
          securedCents: 60_00,
          counterFundingCents: 0,
          gapCents: 40_00,
        },
      ],
    });
    expect(signed?.confirmedBy).toMatch(/\S/);
    expect(Date.parse(signed?.confirmedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect((await inBudget()).confirmation).toEqual(signed);
  });

  it('and a later change marks it outdated, never erases it; a new one stands before it', async () => {
    const { body } = await confirm();
    const { id } = await money.add('counter-fundings', money.aCounterFunding());
    expect((await inBudget()).confirmation).toMatchObject({ isOutdated: false });
    await money.project.send('PATCH', `/counter-fundings/${id}`, { secured: true });
    expect(await read()).toMatchObject({ confirmedBudgetState: 'partial', confirmedStateIsOutdated: true });
    expect((await confirm({ state: 'full' })).status).toBe(201);
    const { confirmations, confirmedBudgetState, confirmedStateIsOutdated } = await read();
    expect([confirmedBudgetState, confirmedStateIsOutdated]).toEqual(['full', false]);
    expect(confirmations.map(({ state, isOutdated }) => [state, isOutdated])).toEqual([
      ['full', false],
      ['partial', true],
    ]);
    const then = await read(`?asOf=${(body as { moment: string }).moment}`);
    expect(then).toMatchObject({ confirmedBudgetState: 'partial', confirmedStateIsOutdated: false });
  });

  it('and is right again when the figures are again those that were signed', async () => {
    await confirm();
    const { id } = await money.add('needs', money.aNeed({ amountCents: 1 }));
    expect((await inBudget()).confirmation).toMatchObject({ isOutdated: true });
    await money.project.send('DELETE', `/needs/${id}`);
    expect((await inBudget()).confirmation).toMatchObject({ isOutdated: false });
  });

  it('for its own years alone: figures of other years do not outdate it', async () => {
    await confirm();
    await money.add('needs', money.aNeed({ year: 2030 }));
    expect((await inBudget()).confirmation).toMatchObject({ isOutdated: false });
    expect(await inBudget(PLANNED_BUDGET_ID)).toMatchObject({ derivedState: 'none', confirmation: null });
  });

  it('and never signs what it did not see', async () => {
    const { budgetId, figures } = await inBudget();
    const body = { budgetId, state: 'partial', figures };
    const url = `${money.project.url}/budget-confirmations`;
    const { version } = await read();
    await money.add('needs', money.aNeed({ amountCents: 1 }));
    expect((await money.finance.send('POST', url, body, ifMatch(version))).status).toBe(412);
    const stale = await money.project.send('POST', '/budget-confirmations', body, money.finance);
    expect(stale).toMatchObject({ status: 422, body: { code: 'budget.confirmation-refused' } });
    expect(faultsOf(stale)).toEqual(['/figures figures-changed']);
    expect((await read()).confirmations).toEqual([]);
  });

  it('nor what the stage of a budget has changed meanwhile, though the project stayed as it was', async () => {
    const { body } = await money.finance.get<{ items: { id: string; version: number }[] }>('/api/v1/budgets');
    const budget = body.items.find(({ id }) => id === money.adopted.id);
    const seen = await inBudget();
    const stage = (to: string, version: number) =>
      money.finance.send('PATCH', `/api/v1/budgets/${money.adopted.id}`, { stage: to }, ifMatch(version));
    expect((await stage('planned', budget?.version ?? 0)).status).toBe(200);
    expect(faultsOf(await confirm({ figures: seen.figures }))).toEqual(['/figures figures-changed']);
    expect(await inBudget()).toMatchObject({ derivedState: 'none' });
    expect((await stage('adopted', (budget?.version ?? 0) + 1)).status).toBe(200);
    expect(await inBudget()).toEqual(seen);
  });

  it('which is nobody else’s business, and nobody changes or removes it', async () => {
    const { body } = await confirm();
    for (const role of ['project-lead', 'portfolio-office', 'commission', 'employee', 'admin'])
      expect((await confirm({}, await money.api.as(role))).status).toBe(403);
    const at = `/budget-confirmations/${(body as { id: string }).id}`;
    expect((await money.project.send('PATCH', at, { state: 'full' }, money.finance)).status).toBe(404);
    expect((await money.project.send('DELETE', at, undefined, money.finance)).status).toBe(404);
  });

  it.each<[string, object, string]>([
    ['an unknown budget', { budgetId: '0190f3a4-0000-7000-8000-000000000000' }, '/budgetId budget-unknown'],
    ['a state that finance can not sign', { state: 'unknown' }, '/state is-in'],
    ['figures that are none', { figures: 'all' }, '/figures is-array'],
    ['half a cent', { figures: [{ year: 2026, kind: 'operating', needCents: 0.5 }] }, 'needCents is-int'],
  ])('is refused with %s', async (_, changes, fault) => {
    const answer = await confirm(changes);
    expect([400, 422]).toContain(answer.status);
    expect(faultsOf(answer).join()).toContain(fault);
  });

  it('and is listed newest first, in pages', async () => {
    await confirm({ state: 'none' });
    await confirm({ state: 'full' });
    const { body } = await money.lead.get<{ items: Confirmation[]; total: number }>(
      `${money.project.url}/budget-confirmations?pageSize=1`,
    );
    expect([body.total, body.items.map(({ state }) => state)]).toEqual([2, ['full']]);
  });
});
