import { type Fault, RuleViolated } from '../platform/index.js';

/** A report lacks a reason, a way back, or has an impossible date; lists every fault. */
export class ReportRefused extends RuleViolated {
  override readonly code = 'status-report.refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}

/** "Unchanged" was said, but there is no report to repeat. */
export class NothingToRepeat extends RuleViolated {
  override readonly code = 'status-report.nothing-to-repeat';
  constructor() {
    super([{ pointer: '/unchanged', code: 'nothing-to-repeat' }]);
  }
}
