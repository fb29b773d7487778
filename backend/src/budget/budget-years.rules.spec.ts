import { type BookedAmount, budgetYears, totalsOf } from './budget-years.rules.js';

const aLine = (changes: Partial<BookedAmount> = {}): BookedAmount => ({
  year: 2026,
  kind: 'operating',
  direction: 'expense',
  stage: 'adopted',
  appropriationCents: 0,
  amendmentsCents: 0,
  carryOverCents: 0,
  committedCents: 0,
  actualCents: 0,
  forecastCents: null,
  ...changes,
});

const NOTHING = { needs: [], lines: [], counterFundings: [] };

describe('the money of a project by year and kind', () => {
  it('is empty without any amount', () => {
    expect(budgetYears(NOTHING)).toEqual([]);
  });

  it('comes by year, operating before capital', () => {
    const years = budgetYears({
      ...NOTHING,
      lines: [aLine({ year: 2027, kind: 'capital' }), aLine({ year: 2027 }), aLine({ kind: 'capital' })],
    });
    expect(years.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
      '2026 capital',
      '2027 operating',
      '2027 capital',
    ]);
  });

  it('shows what registered and planned budgets hold apart from what is secured, and leaves out rejected ones', () => {
    const [year] = budgetYears({
      needs: [{ year: 2026, kind: 'operating', direction: 'expense', amountCents: 100 }],
      lines: [
        aLine({ appropriationCents: 40 }),
        aLine({ appropriationCents: 30, stage: 'planned' }),
        aLine({ appropriationCents: 20, stage: 'registered' }),
        aLine({ appropriationCents: 10, stage: 'rejected' }),
      ],
      counterFundings: [],
    });
    expect(year).toMatchObject({
      needCents: 100,
      securedCents: 40,
      plannedCents: 50,
      gapCents: 60,
      state: 'partial',
    });
  });

  it('shows revenue beside expense, never as a negative one', () => {
    const [year] = budgetYears({
      needs: [
        { year: 2026, kind: 'operating', direction: 'expense', amountCents: 100 },
        { year: 2026, kind: 'operating', direction: 'revenue', amountCents: 70 },
      ],
      lines: [aLine({ direction: 'revenue', appropriationCents: 60, actualCents: 60, forecastCents: 60 })],
      counterFundings: [],
    });
    expect(year).toMatchObject({
      needCents: 100,
      securedCents: 0,
      gapCents: 100,
      actualCents: 0,
      forecastCents: null,
      expectedRevenueCents: 70,
      securedRevenueCents: 60,
      state: 'none',
    });
  });

  it('has a forecast only where one is stated', () => {
    const [year] = budgetYears({
      ...NOTHING,
      lines: [aLine(), aLine({ forecastCents: 0 }), aLine({ forecastCents: 9 })],
    });
    expect(year?.forecastCents).toBe(9);
  });

  it('says unknown for a year without a stated need', () => {
    const [year] = budgetYears({ ...NOTHING, lines: [aLine({ appropriationCents: 5 })] });
    expect(year).toMatchObject({ state: 'unknown', gapCents: 0 });
  });
});

describe('the totals of a project', () => {
  it('stand apart by kind; a surplus of one year does not fill the gap of the next', () => {
    const need = { direction: 'expense' as const, amountCents: 100 };
    const years = budgetYears({
      needs: [
        { ...need, year: 2026, kind: 'operating' },
        { ...need, year: 2027, kind: 'operating' },
        { ...need, year: 2026, kind: 'capital' },
      ],
      lines: [aLine({ appropriationCents: 500, actualCents: 80, committedCents: 20 })],
      counterFundings: [{ year: 2026, kind: 'capital', amountCents: 30, secured: true }],
    });
    const { operating, capital } = totalsOf(years);
    expect(operating).toMatchObject({
      needCents: 200,
      securedCents: 500,
      gapCents: 100,
      actualCents: 80,
      committedCents: 20,
    });
    expect(capital).toMatchObject({ needCents: 100, securedCents: 0, counterFundingCents: 30, gapCents: 70 });
  });
});
