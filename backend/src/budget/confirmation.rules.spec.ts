import fc from 'fast-check';
import { BUDGET_KINDS, BUDGET_STAGES, DIRECTIONS } from './budget.enums.js';
import { budgetYears } from './budget-years.rules.js';
import { derivedStateIn, figuresDiffer, figuresIn, type SignedFigures } from './confirmation.rules.js';
import { derivedBudgetState, gapCents } from './budget.rules.js';

const amount = fc.integer({ min: 0, max: 10_000_000_000_000 });
const year = fc.integer({ min: 2024, max: 2027 });
const kind = fc.constantFrom(...BUDGET_KINDS);
const direction = fc.constantFrom(...DIRECTIONS);
const needs = fc.array(fc.record({ year, kind, direction, amountCents: amount }), { maxLength: 6 });
const lines = fc.array(
  fc.record({
    year,
    kind,
    direction,
    stage: fc.constantFrom(...BUDGET_STAGES),
    appropriationCents: amount,
    amendmentsCents: fc.constant(0),
    carryOverCents: fc.constant(0),
    committedCents: amount,
    actualCents: amount,
    forecastCents: fc.option(amount),
  }),
  { maxLength: 6 },
);
const counterFundings = fc.array(fc.record({ year, kind, amountCents: amount, secured: fc.boolean() }), {
  maxLength: 6,
});
const amounts = fc.record({ needs, lines, counterFundings });
const budget = fc.constantFrom(
  { yearFrom: 2024, yearTo: 2025 },
  { yearFrom: 2026, yearTo: 2026 },
  { yearFrom: 2024, yearTo: 2027 },
);
const figure = fc.record({
  year,
  kind,
  needCents: amount,
  securedCents: amount,
  counterFundingCents: amount,
  gapCents: amount,
});
const figures = fc.uniqueArray(figure, { selector: (one) => `${one.year} ${one.kind}`, maxLength: 6 });
const AMOUNTS = ['needCents', 'securedCents', 'counterFundingCents', 'gapCents'] as const;

describe('a confirmation is outdated exactly if a figure differs', () => {
  it('never while the figures are those that were signed, in whatever order', () => {
    fc.assert(
      fc.property(figures, (signed) => {
        expect(figuresDiffer(signed, [...signed].reverse())).toBe(false);
      }),
    );
  });

  it('as soon as one amount of one year and kind is a cent more', () => {
    fc.assert(
      fc.property(figures, fc.nat(), fc.constantFrom(...AMOUNTS), (signed, at, name) => {
        fc.pre(signed.length > 0);
        const place = at % signed.length;
        const now = signed.map((one, index) => (index === place ? { ...one, [name]: one[name] + 1 } : one));
        expect(figuresDiffer(signed, now)).toBe(true);
        expect(figuresDiffer(now, signed)).toBe(true);
      }),
    );
  });

  it('by a year that came or went, unless all of it is 0', () => {
    const zero: SignedFigures = {
      year: 2026,
      kind: 'capital',
      needCents: 0,
      securedCents: 0,
      counterFundingCents: 0,
      gapCents: 0,
    };
    expect(figuresDiffer([], [zero])).toBe(false);
    expect(figuresDiffer([{ ...zero, needCents: 1 }], [])).toBe(true);
  });

  it('by a change of needs, lines or counter-funding in its years, and by none outside of them', () => {
    fc.assert(
      fc.property(amounts, amounts, budget, (before, after, years) => {
        const within = ({ year: of }: { year: number }): boolean =>
          of >= years.yearFrom && of <= years.yearTo;
        const mixed = {
          needs: [...before.needs.filter(within), ...after.needs.filter((one) => !within(one))],
          lines: [...before.lines.filter(within), ...after.lines.filter((one) => !within(one))],
          counterFundings: [
            ...before.counterFundings.filter(within),
            ...after.counterFundings.filter((one) => !within(one)),
          ],
        };
        const signed = figuresIn(budgetYears(before), years);
        expect(figuresDiffer(signed, figuresIn(budgetYears(mixed), years))).toBe(false);
      }),
    );
  });
});

describe('what finance signs', () => {
  it('has the gap of each year and kind as it is defined', () => {
    fc.assert(
      fc.property(amounts, budget, (all, years) => {
        for (const figuresOfYear of figuresIn(budgetYears(all), years))
          expect(figuresOfYear.gapCents).toBe(gapCents(figuresOfYear));
      }),
    );
  });

  it('follows, over all years, from the same rule as the derived state of the project', () => {
    fc.assert(
      fc.property(needs, lines, (some, budgeted) => {
        const all = { yearFrom: 2000, yearTo: 2100 };
        expect(derivedStateIn(some, budgeted, all)).toBe(derivedBudgetState(some, budgeted));
      }),
    );
  });
});
