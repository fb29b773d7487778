import {
  type BudgetedAmount,
  budgetedCents,
  cellState,
  coverageCells,
  type CounterFundingAmount,
  gapCents,
  type NeedAmount,
  securedCents,
} from './budget.rules.js';
import type { BudgetKind, DerivedBudgetState } from './budget.enums.js';

/** A budget line with what was booked on it; whole cents. */
export interface BookedAmount extends BudgetedAmount {
  committedCents: number;
  actualCents: number;
  /** Null when nobody has said so. */
  forecastCents: number | null;
}

/** All amounts of one project. */
export interface ProjectAmounts {
  needs: readonly NeedAmount[];
  lines: readonly BookedAmount[];
  counterFundings: readonly CounterFundingAmount[];
}

/** Sums of expense, with revenue beside it; whole cents. */
export interface BudgetSums {
  needCents: number;
  securedCents: number;
  plannedCents: number;
  counterFundingCents: number;
  gapCents: number;
  committedCents: number;
  actualCents: number;
  forecastCents: number | null;
  expectedRevenueCents: number;
  securedRevenueCents: number;
}

/** The sums of one year and kind. */
export interface BudgetYear extends BudgetSums {
  year: number;
  kind: BudgetKind;
  state: DerivedBudgetState;
}

/** Puts a project's amounts together by year and kind, in order; a year appears when any amount belongs to it. */
export function budgetYears({ needs, lines, counterFundings }: ProjectAmounts): BudgetYear[] {
  const keys = new Map<string, { year: number; kind: BudgetKind }>();
  for (const { year, kind } of [...needs, ...lines, ...counterFundings])
    keys.set(`${year} ${kind}`, { year, kind });
  const ordered = [...keys.values()].sort(
    (a, b) => a.year - b.year || KIND_ORDER[a.kind] - KIND_ORDER[b.kind],
  );
  return ordered.map((key) => {
    const within = <Item extends { year: number; kind: BudgetKind }>(items: readonly Item[]): Item[] =>
      items.filter((item) => item.year === key.year && item.kind === key.kind);
    return yearOf(key, {
      needs: within(needs),
      lines: within(lines),
      counterFundings: within(counterFundings),
    });
  });
}

/** Sums the years apart by kind. */
export function totalsOf(years: readonly BudgetYear[]): Record<BudgetKind, BudgetSums> {
  const of = (kind: BudgetKind): BudgetSums =>
    years.filter((year) => year.kind === kind).reduce<BudgetSums>(plus, NOTHING);
  return { operating: of('operating'), capital: of('capital') };
}

const KIND_ORDER: Record<BudgetKind, number> = { operating: 0, capital: 1 };

const NOTHING: BudgetSums = {
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
};

function yearOf(
  key: { year: number; kind: BudgetKind },
  { needs, lines, counterFundings }: ProjectAmounts,
): BudgetYear {
  const [found] = coverageCells(needs, lines, counterFundings);
  const cell = found ?? { ...key, needCents: null, securedCents: 0, counterFundingCents: 0 };
  const expense = lines.filter((line) => line.direction === 'expense');
  const revenue = lines.filter((line) => line.direction === 'revenue');
  return {
    year: key.year,
    kind: key.kind,
    needCents: cell.needCents ?? 0,
    securedCents: cell.securedCents,
    plannedCents: sum(expense.filter(isStillPlanned), budgetedCents),
    counterFundingCents: cell.counterFundingCents,
    gapCents: gapCents(cell),
    committedCents: sum(expense, (line) => line.committedCents),
    actualCents: sum(expense, (line) => line.actualCents),
    forecastCents: expense.map((line) => line.forecastCents).reduce(plusIfStated, null),
    expectedRevenueCents: sum(
      needs.filter((need) => need.direction === 'revenue'),
      (need) => need.amountCents,
    ),
    securedRevenueCents: sum(revenue, securedCents),
    state: cellState(cell),
  };
}

function isStillPlanned({ stage }: BookedAmount): boolean {
  return stage === 'registered' || stage === 'planned';
}

function plus(a: BudgetSums, b: BudgetSums): BudgetSums {
  return {
    needCents: a.needCents + b.needCents,
    securedCents: a.securedCents + b.securedCents,
    plannedCents: a.plannedCents + b.plannedCents,
    counterFundingCents: a.counterFundingCents + b.counterFundingCents,
    gapCents: a.gapCents + b.gapCents,
    committedCents: a.committedCents + b.committedCents,
    actualCents: a.actualCents + b.actualCents,
    forecastCents: plusIfStated(a.forecastCents, b.forecastCents),
    expectedRevenueCents: a.expectedRevenueCents + b.expectedRevenueCents,
    securedRevenueCents: a.securedRevenueCents + b.securedRevenueCents,
  };
}

function plusIfStated(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
