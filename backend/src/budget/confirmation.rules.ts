import type { BudgetKind, DerivedBudgetState } from './budget.enums.js';
import { type BudgetedAmount, derivedBudgetState, type NeedAmount } from './budget.rules.js';

/** The figures of one year and kind that finance signs; whole cents. */
export interface SignedFigures {
  year: number;
  kind: BudgetKind;
  needCents: number;
  securedCents: number;
  counterFundingCents: number;
  gapCents: number;
}

/** The years of a budget. */
export interface BudgetYears {
  yearFrom: number;
  yearTo: number;
}

const AMOUNTS = ['needCents', 'securedCents', 'counterFundingCents', 'gapCents'] as const;

/** What finance sees of a project in the years of a budget; a year and kind without any amount is left out. */
export function figuresIn(years: readonly SignedFigures[], budget: BudgetYears): SignedFigures[] {
  return years
    .filter((figures) => isWithin(figures.year, budget) && AMOUNTS.some((amount) => figures[amount] !== 0))
    .map(({ year, kind, needCents, securedCents, counterFundingCents, gapCents }) => ({
      year,
      kind,
      needCents,
      securedCents,
      counterFundingCents,
      gapCents,
    }));
}

/** Whether any figure differs; a year and kind that is missing on one side has none but zeros. */
export function figuresDiffer(signed: readonly SignedFigures[], now: readonly SignedFigures[]): boolean {
  const known = new Map(now.map((figures) => [keyOf(figures), figures]));
  const keys = new Set([...signed, ...now].map(keyOf));
  const before = new Map(signed.map((figures) => [keyOf(figures), figures]));
  return [...keys].some((key) =>
    AMOUNTS.some((amount) => (before.get(key)?.[amount] ?? 0) !== (known.get(key)?.[amount] ?? 0)),
  );
}

/** What follows from the needs and lines in the years of a budget alone. */
export function derivedStateIn(
  needs: readonly NeedAmount[],
  lines: readonly BudgetedAmount[],
  budget: BudgetYears,
): DerivedBudgetState {
  const within = ({ year }: { year: number }): boolean => isWithin(year, budget);
  return derivedBudgetState(needs.filter(within), lines.filter(within));
}

function isWithin(year: number, { yearFrom, yearTo }: BudgetYears): boolean {
  return year >= yearFrom && year <= yearTo;
}

function keyOf({ year, kind }: SignedFigures): string {
  return `${year} ${kind}`;
}
