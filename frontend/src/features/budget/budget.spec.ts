import {
  budgetedOf,
  derivationOf,
  haveCents,
  planningYear,
  statesDiffer,
  type BudgetYear,
  type ProjectBudget,
} from './budget';
import { lineFormOf, lineValuesOf, missingIn, yearsOf } from './parts/line-form';

const year = (values: Partial<BudgetYear>): BudgetYear => ({
  year: 2026,
  kind: 'operating',
  needCents: 0,
  securedCents: 0,
  plannedCents: 0,
  counterFundingCents: 0,
  gapCents: 0,
  committedCents: 0,
  actualCents: 0,
  forecastCents: null,
  expectedRevenueCents: 0,
  securedRevenueCents: 0,
  state: 'full',
  ...values,
});
const budgets = [
  {
    id: 'b1',
    key: 'dhh-2024-25',
    title: '2024/25',
    yearFrom: 2024,
    yearTo: 2025,
    stage: 'adopted' as const,
    version: 1,
  },
  {
    id: 'b2',
    key: 'dhh-2026-27',
    title: '2026/27',
    yearFrom: 2026,
    yearTo: 2027,
    stage: 'adopted' as const,
    version: 1,
  },
];

describe('how the derived state came about', () => {
  it('counts years with a need alone, and names those that are short', () => {
    const short = year({
      year: 2027,
      needCents: 200,
      securedCents: 100,
      counterFundingCents: 100,
      state: 'partial',
    });
    const found = derivationOf([
      year({ needCents: 100, securedCents: 100 }),
      short,
      year({ state: 'unknown' }),
    ]);
    expect(found).toEqual({ needed: 2, covered: 1, bare: false, short: [short] });
  });

  it('says when nothing is secured at all', () => {
    expect(derivationOf([year({ needCents: 5, state: 'none' })])).toMatchObject({ bare: true, covered: 0 });
    expect(derivationOf([])).toMatchObject({ needed: 0, bare: false });
  });
});

describe('declared and derived state', () => {
  const states = (
    declaredState: ProjectBudget['declaredState'],
    derivedState: ProjectBudget['derivedState'],
  ) => statesDiffer({ declaredState, derivedState } as ProjectBudget);

  it('differ only where both are known', () => {
    expect(states('full', 'partial')).toBe(true);
    expect(states('full', 'full')).toBe(false);
    expect(states('none', 'unknown')).toBe(false);
    expect(states(null, 'partial')).toBe(false);
  });
});

describe('the form of a budget line', () => {
  it('begins with the budget of the year', () => {
    expect(lineFormOf(null, budgets, 2026)).toMatchObject({
      budgetId: 'b2',
      year: '2026',
      appropriationCents: null,
    });
    expect(yearsOf(budgets[0])).toEqual(['2024', '2025']);
  });

  it('asks for budget and appropriation, and sends empty amounts as 0, the forecast as unknown', () => {
    const form = lineFormOf(null, budgets, 2026);
    expect(missingIn(form)).toEqual(['/appropriationCents']);
    expect(lineValuesOf({ ...form, appropriationCents: 1, actualCents: null })).toMatchObject({
      appropriationCents: 1,
      actualCents: 0,
      forecastCents: null,
      accountAssignment: null,
    });
  });

  it('sums appropriation, amendments and carry-over', () => {
    const amounts = { appropriationCents: 100, amendmentsCents: -20, carryOverCents: 5 };
    expect(budgetedOf(amounts as Parameters<typeof budgetedOf>[0])).toBe(85);
    expect(haveCents([100, null])).toBe(false);
    expect(haveCents([100, 101])).toBe(true);
  });
});

describe('the year of a new need', () => {
  it('is the next one from October on', () => {
    expect(planningYear('2026-09-30')).toBe(2026);
    expect(planningYear('2026-10-01')).toBe(2027);
  });
});
