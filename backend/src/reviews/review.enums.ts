export const SESSION_STATES = ['planned', 'running', 'closed'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const PARTICIPANT_ROLES = [
  'chair',
  'secretary',
  'member',
  'finance',
  'portfolio-office',
  'guest',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export const ATTENDANCES = ['invited', 'present', 'excused'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const ITEM_STATES = ['taken', 'dropped'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const ITEM_ORIGINS = ['proposed', 'added'] as const;
export type ItemOrigin = (typeof ITEM_ORIGINS)[number];

/** Facts from which an agenda proposes itself. */
export const AGENDA_REASONS = [
  'condition-due',
  'come-back',
  'help-wanted',
  'red',
  'amber',
  'worse',
  'overdue',
  'voices-differ',
  'money-gap',
  'gate-passed',
  'changed',
] as const;
export type AgendaReasonCode = (typeof AGENDA_REASONS)[number];

/** One fact that speaks for a project on the agenda, with what it is about (days, cents, lights). */
export interface AgendaReason {
  code: AgendaReasonCode;
  params: Record<string, string | number>;
}

export const DECISION_OUTCOMES = [
  'noted',
  'approved',
  'approved-with-conditions',
  'come-back',
  'stopped',
] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export const CONDITION_STATES = ['open', 'reported', 'returned', 'met'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

export const CONDITION_OWNERS = [
  'project-lead',
  'office-coordinator',
  'finance',
  'portfolio-office',
  'commission',
] as const;
export type ConditionOwner = (typeof CONDITION_OWNERS)[number];
