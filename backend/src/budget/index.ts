import { Budget } from './budget.entity.js';
import { BudgetLine } from './budget-line.entity.js';
import { CounterFunding } from './counter-funding.entity.js';
import { Need } from './need.entity.js';

export { BUDGET_STAGES } from './budget.enums.js';
export { BudgetModule } from './budget.module.js';
export { coverageGaps, derivedBudgetState, gapCents, securedCents, sumByKind } from './budget.rules.js';
export { Budget };

/** The tables of this feature. */
export const BUDGET_ENTITIES = [Budget, Need, BudgetLine, CounterFunding];
