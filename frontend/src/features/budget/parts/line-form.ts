import { directions, kinds, type BudgetLine, type CityBudget, type LineBody } from '../budget';

/** What stands in the form of a budget line; amounts are null while their field is empty. */
export interface LineForm {
  budgetId: string;
  year: string;
  kind: string;
  direction: string;
  appropriationCents: number | null;
  amendmentsCents: number | null;
  carryOverCents: number | null;
  committedCents: number | null;
  actualCents: number | null;
  forecastCents: number | null;
  accountAssignment: string;
  subBudget: string;
  productGroup: string;
  fundingSource: string;
  note: string;
}

/** The amounts of a line in the order in which they arise. */
export const lineAmounts = [
  'appropriationCents',
  'amendmentsCents',
  'carryOverCents',
  'committedCents',
  'actualCents',
  'forecastCents',
] as const;

/** The form of a line that is there, or of a new one in the budget of the year. */
export function lineFormOf(line: BudgetLine | null, budgets: readonly CityBudget[], year: number): LineForm {
  const budget = budgets.find(({ yearFrom, yearTo }) => yearFrom <= year && year <= yearTo) ?? budgets.at(-1);
  return {
    budgetId: line?.budgetId ?? budget?.id ?? '',
    year: String(
      line?.year ?? (budget === undefined ? year : Math.min(Math.max(year, budget.yearFrom), budget.yearTo)),
    ),
    kind: line?.kind ?? 'operating',
    direction: line?.direction ?? 'expense',
    appropriationCents: line?.appropriationCents ?? null,
    amendmentsCents: line?.amendmentsCents ?? 0,
    carryOverCents: line?.carryOverCents ?? 0,
    committedCents: line?.committedCents ?? 0,
    actualCents: line?.actualCents ?? 0,
    forecastCents: line?.forecastCents ?? null,
    accountAssignment: line?.accountAssignment ?? '',
    subBudget: line?.subBudget ?? '',
    productGroup: line?.productGroup ?? '',
    fundingSource: line?.fundingSource ?? '',
    note: line?.note ?? '',
  };
}

/** The years of a budget, as choices. */
export function yearsOf(budget: CityBudget | undefined): string[] {
  if (budget === undefined) return [];
  const count = budget.yearTo - budget.yearFrom + 1;
  return Array.from({ length: count }, (_value, index) => String(budget.yearFrom + index));
}

/** What is sent; an empty amount is 0, except the forecast, which may be unknown. */
export function lineValuesOf(form: LineForm): LineBody {
  return {
    budgetId: form.budgetId,
    year: Number(form.year),
    kind: kinds.find((kind) => kind === form.kind) ?? 'operating',
    direction: directions.find((direction) => direction === form.direction) ?? 'expense',
    appropriationCents: form.appropriationCents ?? 0,
    amendmentsCents: form.amendmentsCents ?? 0,
    carryOverCents: form.carryOverCents ?? 0,
    committedCents: form.committedCents ?? 0,
    actualCents: form.actualCents ?? 0,
    forecastCents: form.forecastCents,
    accountAssignment: textOrNull(form.accountAssignment),
    subBudget: textOrNull(form.subBudget),
    productGroup: textOrNull(form.productGroup),
    fundingSource: textOrNull(form.fundingSource),
    note: form.note,
  };
}

/** Pointers of what must be filled in but is not. */
export function missingIn(form: LineForm): string[] {
  return [
    ...(form.budgetId === '' ? ['/budgetId'] : []),
    ...(form.year === '' ? ['/year'] : []),
    ...(form.appropriationCents === null ? ['/appropriationCents'] : []),
  ];
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
