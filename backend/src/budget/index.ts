import { Budget } from './budget.entity.js';
import { BudgetConfirmation } from './budget-confirmation.entity.js';
import { BudgetLine } from './budget-line.entity.js';
import { CommitmentAuthorisation } from './commitment-authorisation.entity.js';
import { CounterFunding } from './counter-funding.entity.js';
import { FollowUpCost } from './follow-up-cost.entity.js';
import { FundingGrant } from './funding-grant.entity.js';
import { GapDestination } from './gap-destination.entity.js';
import { Need } from './need.entity.js';
import { PlanVersion } from './plan-version.entity.js';

export {
  BUDGET_KINDS,
  BUDGET_STAGES,
  type BudgetKind,
  type BudgetStage,
  type Direction,
  FIRST_YEAR,
  LAST_YEAR,
} from './budget.enums.js';
export { budgetCells } from './budget-cells.sql.js';
export { BudgetModule } from './budget.module.js';
export { derivedStateIn, figuresIn, type SignedFigures } from './confirmation.rules.js';
export {
  coverageCells,
  coverageGaps,
  derivedBudgetState,
  gapCents,
  securedCents,
  sumByKind,
} from './budget.rules.js';
export { SamplePlanVersions } from './sample-plan-versions.js';
export { isChecked } from './reported-figures.js';
export { Budget };

/** The tables of this feature. */
export const BUDGET_ENTITIES = [
  Budget,
  Need,
  BudgetLine,
  CounterFunding,
  FollowUpCost,
  CommitmentAuthorisation,
  FundingGrant,
  GapDestination,
  BudgetConfirmation,
  PlanVersion,
];
