import fc from 'fast-check';
import { BUDGET_KINDS, BUDGET_STAGES, type BudgetKind, DIRECTIONS } from './budget.enums.js';
import {
  type BudgetedAmount,
  type CounterFundingAmount,
  coverageCells,
  coverageGaps,
  derivedBudgetState,
  faultsOfLineYear,
  type NeedAmount,
  sumByKind,
} from './budget.rules.js';

const aNeed = (amountCents: number, changes: Partial<NeedAmount> = {}): NeedAmount => ({
  year: 2026,
  kind: 'operating',
  direction: 'expense',
  amountCents,
  ...changes,
});

const aLine = (appropriationCents: number, changes: Partial<BudgetedAmount> = {}): BudgetedAmount => ({
  year: 2026,
  kind: 'operating',
  direction: 'expense',
  stage: 'adopted',
  appropriationCents,
  amendmentsCents: 0,
  carryOverCents: 0,
  ...changes,
});

const aCounterFunding = (
  amountCents: number,
  changes: Partial<CounterFundingAmount> = {},
): CounterFundingAmount => ({ year: 2026, kind: 'operating', amountCents, secured: true, ...changes });

/** 100 billion euro. */
const MOST = 10_000_000_000_000;
const amount = fc.integer({ min: 0, max: MOST });
const signed = fc.integer({ min: -MOST, max: MOST });
const year = fc.integer({ min: 2024, max: 2027 });
const kind = fc.constantFrom(...BUDGET_KINDS);
const direction = fc.constantFrom(...DIRECTIONS);
const need = fc.record({ year, kind, direction, amountCents: amount });
const line = fc.record({
  year,
  kind,
  direction,
  stage: fc.constantFrom(...BUDGET_STAGES),
  appropriationCents: amount,
  amendmentsCents: signed,
  carryOverCents: signed,
});
const counterFunding = fc.record({ year, kind, amountCents: amount, secured: fc.boolean() });
const needs = fc.array(need, { maxLength: 6 });
const lines = fc.array(line, { maxLength: 6 });
const counterFundings = fc.array(counterFunding, { maxLength: 6 });

describe('Derived is full if secured ≥ need in every year and kind', () => {
  it('when it is exactly enough', () => {
    expect(derivedBudgetState([aNeed(100)], [aLine(100)])).toBe('full');
  });

  it('not when another year has more than enough', () => {
    const state = derivedBudgetState([aNeed(100), aNeed(100, { year: 2027 })], [aLine(500)]);
    expect(state).toBe('partial');
  });

  it('with a need of 0 covered, whatever is secured', () => {
    expect(derivedBudgetState([aNeed(0)], [])).toBe('full');
    expect(derivedBudgetState([aNeed(0)], [aLine(0, { amendmentsCents: -5 })])).toBe('full');
  });

  it('exactly when no year and kind lacks anything, counter-funding aside', () => {
    fc.assert(
      fc.property(needs, lines, (some, budgeted) => {
        const state = derivedBudgetState(some, budgeted);
        fc.pre(state !== 'unknown');
        const lacking = coverageGaps(some, budgeted, []).filter(
          ({ year: of, kind: which, gapCents }) => gapCents > 0 && needOf(some, of, which) > 0,
        );
        expect(state === 'full').toBe(lacking.length === 0);
      }),
    );
  });

  it('and no state gets worse when a line is added', () => {
    const order = ['none', 'partial', 'full'];
    fc.assert(
      fc.property(needs, lines, line, (some, budgeted, more) => {
        const raised = { ...more, amendmentsCents: 0, carryOverCents: 0 };
        const before = order.indexOf(derivedBudgetState(some, budgeted));
        expect(order.indexOf(derivedBudgetState(some, [...budgeted, raised]))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('Derived is none if nothing is secured while something is needed', () => {
  it('without any line', () => {
    expect(derivedBudgetState([aNeed(1)], [])).toBe('none');
  });

  it('when everything was taken back', () => {
    expect(derivedBudgetState([aNeed(1)], [aLine(100, { amendmentsCents: -100 })])).toBe('none');
  });
});

describe('Derived is partial else', () => {
  it('when a cent is missing', () => {
    expect(derivedBudgetState([aNeed(100)], [aLine(99)])).toBe('partial');
  });

  it('when one kind is covered and the other is not: they never net out', () => {
    const state = derivedBudgetState([aNeed(100), aNeed(100, { kind: 'capital' })], [aLine(200)]);
    expect(state).toBe('partial');
  });
});

describe('Derived is unknown without any need', () => {
  it('whatever is budgeted', () => {
    expect(derivedBudgetState([], [])).toBe('unknown');
    expect(derivedBudgetState([], [aLine(100)])).toBe('unknown');
  });

  it('exactly then', () => {
    fc.assert(
      fc.property(needs, lines, (some, budgeted) => {
        const without = some.every((item) => item.direction === 'revenue');
        expect(derivedBudgetState(some, budgeted) === 'unknown').toBe(without);
      }),
    );
  });
});

describe('Derived follows its definition for any set of needs and lines', () => {
  it('none, partial or full, as the words of the definition say', () => {
    fc.assert(
      fc.property(needs, lines, (some, budgeted) => {
        const cells = BUDGET_KINDS.flatMap((which) =>
          [2024, 2025, 2026, 2027].map((of) => ({
            need: BigInt(needOf(some, of, which)),
            lacking: exactGap({ some, budgeted, funding: [] }, of, which),
            secured: exactSecured(budgeted, of, which),
          })),
        );
        const isNeeded = some.some((item) => item.direction === 'expense');
        const isCovered = cells.every(({ need: wanted, lacking }) => wanted === 0n || lacking === 0n);
        const isSecured = cells.some(({ secured }) => secured > 0n);
        const expected = !isNeeded ? 'unknown' : isCovered ? 'full' : isSecured ? 'partial' : 'none';
        expect(derivedBudgetState(some, budgeted)).toBe(expected);
      }),
    );
  });
});

describe('Revenue and counter-funding never count for the derived state', () => {
  it('a need for revenue is no need', () => {
    expect(derivedBudgetState([aNeed(100, { direction: 'revenue' })], [])).toBe('unknown');
  });

  it('revenue secures nothing', () => {
    expect(derivedBudgetState([aNeed(100)], [aLine(100, { direction: 'revenue' })])).toBe('none');
  });

  it('so partial with a gap of 0 is legal', () => {
    const some = [aNeed(100)];
    const budgeted = [aLine(60)];
    expect(derivedBudgetState(some, budgeted)).toBe('partial');
    expect(coverageGaps(some, budgeted, [aCounterFunding(40)])).toEqual([
      { year: 2026, kind: 'operating', gapCents: 0 },
    ]);
  });

  it('no revenue changes any state or gap', () => {
    fc.assert(
      fc.property(needs, lines, counterFundings, (some, budgeted, funding) => {
        const expense = <Item extends { direction: string }>(items: Item[]): Item[] =>
          items.filter((item) => item.direction === 'expense');
        expect(derivedBudgetState(some, budgeted)).toBe(derivedBudgetState(expense(some), expense(budgeted)));
        expect(coverageGaps(some, budgeted, funding)).toEqual(
          coverageGaps(expense(some), expense(budgeted), funding),
        );
      }),
    );
  });
});

describe('Only lines of adopted budgets count', () => {
  it.each(BUDGET_STAGES.filter((stage) => stage !== 'adopted'))('a %s budget secures nothing', (stage) => {
    expect(derivedBudgetState([aNeed(100)], [aLine(100, { stage })])).toBe('none');
  });
});

describe('Secured is the sum of appropriation, amendments and carry-over', () => {
  it('of all lines of a year and kind', () => {
    const budgeted = [
      aLine(100, { amendmentsCents: -30, carryOverCents: 5 }),
      aLine(25),
      aLine(7, { kind: 'capital' }),
    ];
    expect(coverageCells([], budgeted).map(({ kind: of, securedCents }) => [of, securedCents])).toEqual([
      ['operating', 100],
      ['capital', 7],
    ]);
  });

  it('so carry-over leaves one year and enters the next', () => {
    const budgeted = [aLine(100, { carryOverCents: -40 }), aLine(0, { year: 2027, carryOverCents: 40 })];
    expect(coverageCells([], budgeted).map(({ securedCents }) => securedCents)).toEqual([60, 40]);
  });
});

describe('Coverage gap per year and kind, expense only = max(0, need − secured − secured counter-funding)', () => {
  it('is what is missing', () => {
    expect(coverageGaps([aNeed(100)], [aLine(30)], [aCounterFunding(20)])).toEqual([
      { year: 2026, kind: 'operating', gapCents: 50 },
    ]);
  });

  it('is not closed by money that is not secured', () => {
    expect(coverageGaps([aNeed(100)], [], [aCounterFunding(100, { secured: false })])[0]?.gapCents).toBe(100);
  });

  it('is not closed by the surplus of another year or kind', () => {
    const gaps = coverageGaps(
      [aNeed(100)],
      [aLine(900, { year: 2027 }), aLine(900, { kind: 'capital' })],
      [],
    );
    expect(gaps.find((gap) => gap.year === 2026 && gap.kind === 'operating')?.gapCents).toBe(100);
  });

  it('is never negative', () => {
    fc.assert(
      fc.property(needs, lines, counterFundings, (some, budgeted, funding) => {
        expect(coverageGaps(some, budgeted, funding).every(({ gapCents }) => gapCents >= 0)).toBe(true);
      }),
    );
  });

  it('is a whole number of cents, summed without loss up to 100 billion euro', () => {
    fc.assert(
      fc.property(needs, lines, counterFundings, (some, budgeted, funding) => {
        for (const { gapCents, year: of, kind: which } of coverageGaps(some, budgeted, funding)) {
          expect(Number.isSafeInteger(gapCents)).toBe(true);
          expect(BigInt(gapCents)).toBe(exactGap({ some, budgeted, funding }, of, which));
        }
      }),
    );
  });
});

describe('Operating and capital are summed apart', () => {
  it('never into one number', () => {
    const sums = sumByKind([aNeed(1), aNeed(2), aNeed(5, { kind: 'capital' })], (item) => item.amountCents);
    expect(sums).toEqual({ operating: 3, capital: 5 });
  });
});

describe('A budget line lies in a year of its budget', () => {
  it.each([2026, 2027])('%d is one of 2026/27', (of) => {
    expect(faultsOfLineYear(of, { yearFrom: 2026, yearTo: 2027 })).toEqual([]);
  });

  it.each([2025, 2028])('%d is none of 2026/27', (of) => {
    expect(faultsOfLineYear(of, { yearFrom: 2026, yearTo: 2027 })).toEqual([
      { pointer: '/year', code: 'year-outside-budget', params: { from: 2026, to: 2027 } },
    ]);
  });
});

interface Amounts {
  some: NeedAmount[];
  budgeted: BudgetedAmount[];
  funding: CounterFundingAmount[];
}

function needOf(some: NeedAmount[], of: number, which: BudgetKind): number {
  return some
    .filter((item) => item.year === of && item.kind === which && item.direction === 'expense')
    .reduce((sum, item) => sum + item.amountCents, 0);
}

/** The definition once more, without floating point and without the code under test. */
function exactGap({ some, budgeted, funding }: Amounts, of: number, which: BudgetKind): bigint {
  let gap = BigInt(needOf(some, of, which)) - exactSecured(budgeted, of, which);
  for (const item of funding) {
    if (item.year === of && item.kind === which && item.secured) gap -= BigInt(item.amountCents);
  }
  return gap > 0n ? gap : 0n;
}

function exactSecured(budgeted: BudgetedAmount[], of: number, which: BudgetKind): bigint {
  return budgeted
    .filter((item) => item.year === of && item.kind === which)
    .filter((item) => item.direction === 'expense' && item.stage === 'adopted')
    .reduce(
      (sum, item) =>
        sum + BigInt(item.appropriationCents) + BigInt(item.amendmentsCents) + BigInt(item.carryOverCents),
      0n,
    );
}
