import type { BudgetKind, BudgetStage, DerivedBudgetState, Direction } from './budget.enums.js';

/** What a project needs in one year; whole cents, 0 or more. */
export interface NeedAmount {
  year: number;
  kind: BudgetKind;
  direction: Direction;
  amountCents: number;
}

/** What is budgeted for a project in one year, in a budget of some stage; whole cents. */
export interface BudgetedAmount {
  year: number;
  kind: BudgetKind;
  direction: Direction;
  stage: BudgetStage;
  appropriationCents: number;
  /** Negative when it was cut. */
  amendmentsCents: number;
  /** Negative in the year that is left, positive in the one that is entered. */
  carryOverCents: number;
}

/** Money from elsewhere; whole cents, 0 or more. */
export interface CounterFundingAmount {
  year: number;
  kind: BudgetKind;
  amountCents: number;
  secured: boolean;
}

/** Expense of one year and kind. */
export interface CoverageCell {
  year: number;
  kind: BudgetKind;
  /** Null when no need is stated, which is not a need of 0. */
  needCents: number | null;
  securedCents: number;
  /** Secured counter-funding; closes a gap, never counts as secured. */
  counterFundingCents: number;
}

/** Whole cents per kind; the two are never summed. */
export type CentsByKind = Record<BudgetKind, number>;

/** What one line budgets: appropriation + amendments + carry-over, whatever the stage of its budget. */
export function budgetedCents(line: BudgetedAmount): number {
  return line.appropriationCents + line.amendmentsCents + line.carryOverCents;
}

/** What one line secures: what it budgets, when its budget is adopted; else nothing. */
export function securedCents(line: BudgetedAmount): number {
  return line.stage === 'adopted' ? budgetedCents(line) : 0;
}

/** Puts expense together by year and kind, in order. Revenue never enters. */
export function coverageCells(
  needs: readonly NeedAmount[],
  lines: readonly BudgetedAmount[],
  counterFundings: readonly CounterFundingAmount[] = [],
): CoverageCell[] {
  const cells = new Map<string, CoverageCell>();
  const cellOf = ({ year, kind }: { year: number; kind: BudgetKind }): CoverageCell => {
    const key = `${year} ${kind}`;
    const cell = cells.get(key) ?? { year, kind, needCents: null, securedCents: 0, counterFundingCents: 0 };
    cells.set(key, cell);
    return cell;
  };
  for (const need of needs.filter(isExpense)) {
    const cell = cellOf(need);
    cell.needCents = (cell.needCents ?? 0) + need.amountCents;
  }
  for (const line of lines.filter(isExpense)) cellOf(line).securedCents += securedCents(line);
  for (const funding of counterFundings) {
    if (funding.secured) cellOf(funding).counterFundingCents += funding.amountCents;
  }
  return [...cells.values()].sort((a, b) => a.year - b.year || byKind(a.kind, b.kind));
}

/**
 * The budget state that follows from expense needs and expense lines of adopted budgets: `full` when every year and kind
 * is covered (a need of 0 is), `none` when nothing is secured while something is needed, else `partial`; `unknown`
 * without any need.
 */
export function derivedBudgetState(
  needs: readonly NeedAmount[],
  lines: readonly BudgetedAmount[],
): DerivedBudgetState {
  const cells = coverageCells(needs, lines);
  if (cells.every((cell) => cell.needCents === null)) return 'unknown';
  if (cells.every(isCovered)) return 'full';
  return cells.some((cell) => cell.securedCents > 0) ? 'partial' : 'none';
}

/** The state of one year and kind, by the same rule. */
export function cellState(cell: CoverageCell): DerivedBudgetState {
  if (cell.needCents === null) return 'unknown';
  if (isCovered(cell)) return 'full';
  return cell.securedCents > 0 ? 'partial' : 'none';
}

/** What one year and kind lacks: max(0, need − secured − secured counter-funding). */
export function gapCents({ needCents, securedCents, counterFundingCents }: CoverageCell): number {
  return Math.max(0, (needCents ?? 0) - securedCents - counterFundingCents);
}

/** The coverage gap of each year and kind that has expense, counter-funding or both, in order. */
export function coverageGaps(
  needs: readonly NeedAmount[],
  lines: readonly BudgetedAmount[],
  counterFundings: readonly CounterFundingAmount[],
): { year: number; kind: BudgetKind; gapCents: number }[] {
  return coverageCells(needs, lines, counterFundings).map((cell) => ({
    year: cell.year,
    kind: cell.kind,
    gapCents: gapCents(cell),
  }));
}

/** Sums an amount of each item apart by kind. */
export function sumByKind<Item extends { kind: BudgetKind }>(
  items: readonly Item[],
  amount: (item: Item) => number,
): CentsByKind {
  const sums: CentsByKind = { operating: 0, capital: 0 };
  for (const item of items) sums[item.kind] += amount(item);
  return sums;
}

/** What is wrong with the year of a budget line; a line lies in a year of its budget. */
export function faultsOfLineYear(
  year: number,
  budget: { yearFrom: number; yearTo: number },
): { pointer: '/year'; code: 'year-outside-budget'; params: { from: number; to: number } }[] {
  const { yearFrom: from, yearTo: to } = budget;
  return year >= from && year <= to
    ? []
    : [{ pointer: '/year', code: 'year-outside-budget', params: { from, to } }];
}

function isExpense({ direction }: { direction: Direction }): boolean {
  return direction === 'expense';
}

function isCovered({ needCents, securedCents }: CoverageCell): boolean {
  return needCents === null || needCents === 0 || securedCents >= needCents;
}

function byKind(a: BudgetKind, b: BudgetKind): number {
  return a === b ? 0 : a === 'operating' ? -1 : 1;
}
