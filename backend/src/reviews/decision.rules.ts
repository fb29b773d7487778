import type { DecisionOutcome } from './review.enums.js';

/** A decision as it is judged before it is recorded. */
export interface JudgedDecision {
  outcome: DecisionOutcome;
  comeBackOn: string | null;
  conditions: readonly { dueOn: string }[];
}

/** About what is decided, and when. */
export interface DecisionContext {
  /** A topic without a project can't carry conditions: nobody could meet them. */
  hasProject: boolean;
  /** Today in Europe/Berlin. */
  today: string;
}

interface RuleFault {
  pointer: string;
  code: string;
}

/** All faults of a decision at once, as pointers into the body and stable codes. */
export function faultsOfDecision(
  { outcome, comeBackOn, conditions }: JudgedDecision,
  { hasProject, today }: DecisionContext,
): RuleFault[] {
  const faults: RuleFault[] = [];
  if (outcome === 'approved-with-conditions' && conditions.length === 0) {
    faults.push({ pointer: '/conditions', code: 'review.conditions-missing' });
  }
  if (outcome === 'come-back' && comeBackOn === null)
    faults.push({ pointer: '/comeBackOn', code: 'review.come-back-date-missing' });
  if (comeBackOn !== null && outcome !== 'come-back')
    faults.push({ pointer: '/comeBackOn', code: 'review.come-back-date-alone' });
  if (comeBackOn !== null && comeBackOn <= today)
    faults.push({ pointer: '/comeBackOn', code: 'review.date-not-ahead' });
  if (conditions.length > 0 && !hasProject)
    faults.push({ pointer: '/conditions', code: 'review.conditions-need-project' });
  conditions.forEach(({ dueOn }, index) => {
    if (dueOn < today) faults.push({ pointer: `/conditions/${index}/dueOn`, code: 'review.date-not-ahead' });
  });
  return faults;
}
