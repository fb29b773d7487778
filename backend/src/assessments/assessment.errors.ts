import { type Fault, RuleViolated } from '../platform/index.js';

/** A score lacks its value or its reason, or says two things at once; lists every fault. */
export class ScoreRefused extends RuleViolated {
  override readonly code = 'assessment.score-refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}
