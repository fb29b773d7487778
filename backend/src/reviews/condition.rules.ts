import type { ConditionOwner, ConditionState } from './review.enums.js';

/** What decides whether somebody may report that a condition is met. */
export interface ReportingPerson {
  /** May report on the project: its lead, deputies, coordinators, the portfolio office. */
  runsProject: boolean;
  isFinance: boolean;
  /** Prepares sessions. */
  isSecretary: boolean;
}

/** Says whether a person may present evidence: who runs the project, else the office that the condition is for. */
export function mayReport(ownerRole: ConditionOwner, person: ReportingPerson): boolean {
  if (person.runsProject) return true;
  if (ownerRole === 'finance') return person.isFinance;
  return ownerRole === 'commission' && person.isSecretary;
}

/** Evidence is presented until it was accepted; what was reported can be completed before it is answered. */
export function canBeReported(state: ConditionState): boolean {
  return state !== 'met';
}

/** Faults of an answer: what is returned says what is missing. */
export function faultsOfAnswer({ accepted, text }: { accepted: boolean; text: string }): {
  pointer: string;
  code: string;
}[] {
  return accepted || text !== '' ? [] : [{ pointer: '/text', code: 'review.answer-text-missing' }];
}
