import { Budget } from './budget.entity.js';
import { BudgetLine } from './budget-line.entity.js';
import { CounterFunding } from './counter-funding.entity.js';
import { Need } from './need.entity.js';

export {
  BUDGET_KINDS,
  BUDGET_STAGES,
  type BudgetKind,
  type BudgetStage,
  COUNTER_FUNDING_SOURCES,
  type CounterFundingSource,
  type Direction,
  DIRECTIONS,
} from './budget.enums.js';
export { BudgetModule } from './budget.module.js';
export {
  type BudgetedAmount,
  budgetedCents,
  type CentsByKind,
  type CounterFundingAmount,
  type CoverageCell,
  coverageCells,
  coverageGaps,
  derivedBudgetState,
  gapCents,
  type NeedAmount,
  securedCents,
  sumByKind,
} from './budget.rules.js';
export { Budget };

/** The tables of this feature. */
export const BUDGET_ENTITIES = [Budget, Need, BudgetLine, CounterFunding];
