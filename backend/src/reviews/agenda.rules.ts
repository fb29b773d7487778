import { AGENDA_REASONS, type AgendaReason, type AgendaReasonCode } from './review.enums.js';

const LIGHTS = ['green', 'amber', 'red'];

/** What is known of a project at one moment, as far as the agenda looks at it. */
export interface AgendaFacts {
  phase: string;
  /** Nothing is steered any more: what is left are conditions and that it came to an end. */
  hasEnded: boolean;
  light: string | null;
  reportCount: number;
  reportedOn: string | null;
  /** Days by which the status is overdue; 0 when it is not. */
  overdueDays: number;
  helpWanted: boolean;
  voiceDifferences: number;
  gapCents: number;
  /** Conditions of earlier sessions that are not met. */
  openConditions: number;
  /** Days by which the one that waits longest is late; 0 when none is. */
  conditionDelayDays: number;
  /** Day for which the last decision asked the project back; null when it did not. */
  comeBackOn: string | null;
}

/** What of the session before the agenda compares with. */
export type FactsBefore = Pick<AgendaFacts, 'phase' | 'light' | 'reportCount'>;

/** Between which moments the agenda looks. */
export interface AgendaContext {
  /** What was known when the session before was closed; null for a project that was not there, or without one before. */
  before: FactsBefore | null;
  hasSessionBefore: boolean;
  /** Day of the session that is prepared. */
  sessionOn: string;
}

/** How much a reason weighs when the agenda is put into its first order. */
const WEIGHTS: Record<AgendaReasonCode, number> = {
  'condition-due': 8,
  'come-back': 10,
  'help-wanted': 8,
  red: 8,
  amber: 3,
  worse: 6,
  overdue: 4,
  'voices-differ': 3,
  'money-gap': 2,
  'gate-passed': 3,
  changed: 1,
};

/** All reasons for which a project belongs on the agenda, in the order of {@link AGENDA_REASONS}. */
export function reasonsOf(now: AgendaFacts, context: AgendaContext): AgendaReason[] {
  const found = [...reasonsOfState(now, context), ...reasonsOfChange(now, context)];
  return found.sort((one, other) => placeOf(one) - placeOf(other));
}

/** The weight of all reasons of a project together; the heaviest come first. */
export function weightOf(reasons: readonly AgendaReason[]): number {
  return reasons.reduce((sum, { code }) => sum + WEIGHTS[code], 0);
}

/** Faults of a new order: it names every item that is on the agenda, each once. */
export function faultsOfOrder(
  wanted: readonly string[],
  taken: readonly string[],
): { pointer: string; code: string }[] {
  const isWhole =
    wanted.length === taken.length &&
    new Set(wanted).size === wanted.length &&
    taken.every((id) => wanted.includes(id));
  return isWhole ? [] : [{ pointer: '/itemIds', code: 'review.order-incomplete' }];
}

function reasonsOfState(now: AgendaFacts, { sessionOn }: AgendaContext): AgendaReason[] {
  const { light, comeBackOn, openConditions: open, conditionDelayDays: delayDays } = now;
  const conditions = when(open > 0, 'condition-due', { open, delayDays });
  if (now.hasEnded) return conditions;
  return [
    ...conditions,
    ...(comeBackOn !== null && comeBackOn <= sessionOn ? [reason('come-back', { on: comeBackOn })] : []),
    ...when(now.helpWanted, 'help-wanted', {}),
    ...(light === 'red' || light === 'amber' ? [reason(light, { reportedOn: now.reportedOn ?? '' })] : []),
    ...when(now.overdueDays > 0, 'overdue', { days: now.overdueDays }),
    ...when(now.voiceDifferences > 0, 'voices-differ', { principles: now.voiceDifferences }),
    ...when(now.gapCents > 0, 'money-gap', { cents: now.gapCents }),
  ];
}

function reasonsOfChange(now: AgendaFacts, { before, hasSessionBefore }: AgendaContext): AgendaReason[] {
  if (!hasSessionBefore) return [];
  const reports = now.reportCount - (before?.reportCount ?? 0);
  const changed = when(reports > 0, 'changed', { reports });
  if (before === null) return changed;
  const { light, phase } = before;
  const isWorse = light !== null && now.light !== null && LIGHTS.indexOf(now.light) > LIGHTS.indexOf(light);
  return [
    ...changed,
    ...when(isWorse, 'worse', { from: light ?? '', to: now.light ?? '' }),
    ...when(phase !== now.phase, 'gate-passed', { from: phase, to: now.phase }),
  ];
}

function when(isSo: boolean, code: AgendaReasonCode, params: AgendaReason['params']): AgendaReason[] {
  return isSo ? [reason(code, params)] : [];
}

function reason(code: AgendaReasonCode, params: AgendaReason['params']): AgendaReason {
  return { code, params };
}

function placeOf({ code }: AgendaReason): number {
  return AGENDA_REASONS.indexOf(code);
}
