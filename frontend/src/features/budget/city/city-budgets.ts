import type { Answer, Body } from '../../../api/types';
import type { CityBudget } from '../budget';

export type PlanVersion = Answer<'/api/v1/budgets/{id}/plan-versions', 'get'>['items'][number];
export type PlanComparison = Answer<'/api/v1/budgets/{id}/plan-comparison', 'get'>;
export type CityBudgetBody = Body<'/api/v1/budgets', 'post'>;

export const planKinds = ['medium-term', 'draft', 'adopted', 'consolidated', 'supplementary'] as const;

/** The plan as it stands, beside its named versions; the server takes it for a version that is not named. */
export const NOW = 'now';

/** '2026/27' for a double budget, else '2026'. */
export function yearsText({ yearFrom, yearTo }: Pick<CityBudget, 'yearFrom' | 'yearTo'>): string {
  return yearFrom === yearTo ? String(yearFrom) : `${yearFrom}/${String(yearTo).slice(2)}`;
}
