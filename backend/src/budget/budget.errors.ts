import { type Fault, RuleViolated } from '../platform/index.js';

/** A budget line names an unknown budget, or a year that its budget does not have; lists every fault. */
export class BudgetLineRefused extends RuleViolated {
  override readonly code = 'budget.line-refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}
