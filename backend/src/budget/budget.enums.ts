export type { DerivedBudgetState } from '../projects/index.js';

/** Ergebnishaushalt and Finanzhaushalt; a project may have both, and they never net out. */
export const BUDGET_KINDS = ['operating', 'capital'] as const;
export type BudgetKind = (typeof BUDGET_KINDS)[number];

/** Revenue is never a negative expense. */
export const DIRECTIONS = ['expense', 'revenue'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How far a budget has come; only an adopted one secures money. */
export const BUDGET_STAGES = ['registered', 'planned', 'adopted', 'rejected'] as const;
export type BudgetStage = (typeof BUDGET_STAGES)[number];

/** Where money comes from that no budget line has. */
export const COUNTER_FUNDING_SOURCES = ['additional-revenue', 'discontinued-tasks', 'reallocation'] as const;
export type CounterFundingSource = (typeof COUNTER_FUNDING_SOURCES)[number];

/** How far a grant has come; only an approved one is money. */
export const GRANT_STATES = ['planned', 'applied', 'approved', 'rejected'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** Versions of a plan: medium-term plan, draft, adopted, after consolidation, supplementary. */
export const PLAN_VERSION_KINDS = [
  'medium-term',
  'draft',
  'adopted',
  'consolidated',
  'supplementary',
] as const;
export type PlanVersionKind = (typeof PLAN_VERSION_KINDS)[number];

/** Years that amounts can belong to: what the tables accept. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
