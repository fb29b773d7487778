import { type Fault, RuleViolated } from '../platform/index.js';

/** Finance confirms for an unknown budget, or figures that are not those of now. */
export class ConfirmationRefused extends RuleViolated {
  override readonly code = 'budget.confirmation-refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}

/** A budget line names an unknown budget, or a year that its budget does not have; lists every fault. */
export class BudgetLineRefused extends RuleViolated {
  override readonly code = 'budget.line-refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}

/** Rows of a sheet name what does not exist, or a year that their budget does not have; lists every fault. */
export class SheetRefused extends RuleViolated {
  override readonly code = 'budget.sheet-refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}
