import { daysBetween } from '../../platform/time/calendar.js';
import type { Phase } from '../project.enums.js';
import { isBeyondGate, type PhasePosition } from '../phases/phase.rules.js';

/** A milestone of a project that others depend on. */
export interface NeededMilestone {
  id: string;
  title: string;
  baselineOn: string;
  expectedOn: string;
  actualOn: string | null;
}

/** What of a project others depend on. */
export interface NeededProject {
  phase: Phase;
  baselineEnd: string | null;
  expectedEnd: string | null;
  milestones: readonly NeededMilestone[];
}

/** What of the project that depends on it decides whether a slip gets in its way. */
export interface DependentProject extends PhasePosition {
  expectedStart: string | null;
  expectedEnd: string | null;
}

/** What the new date runs into: the planned start or the planned end of the project that waits for it. */
export type SlipAgainst = 'start' | 'end';

/** A date of a needed project that moved away from its first promise. */
export interface Slip {
  /** Null for the end of the project itself. */
  milestone: { id: string; title: string } | null;
  baselineOn: string;
  expectedOn: string;
  days: number;
  against: SlipAgainst | null;
}

/** The dates of a needed project that are later than promised and still ahead, with what they run into. */
export function slipsOf(needed: NeededProject, dependent: DependentProject): Slip[] {
  if (isOver(needed.phase)) return [];
  const { baselineEnd, expectedEnd } = needed;
  const dates = [
    ...needed.milestones
      .filter(({ actualOn }) => actualOn === null)
      .map(({ id, title, baselineOn, expectedOn }) => ({ milestone: { id, title }, baselineOn, expectedOn })),
    ...(baselineEnd === null || expectedEnd === null
      ? []
      : [{ milestone: null, baselineOn: baselineEnd, expectedOn: expectedEnd }]),
  ];
  return dates
    .filter(({ baselineOn, expectedOn }) => expectedOn > baselineOn)
    .map((date) => ({
      ...date,
      days: daysBetween(date.baselineOn, date.expectedOn),
      against: againstOf(date.expectedOn, dependent),
    }));
}

/** The end weighs more than the start; what has begun or is over waits for nothing any more. */
function againstOf(day: string, dependent: DependentProject): SlipAgainst | null {
  if (isOver(dependent.phase)) return null;
  if (dependent.expectedEnd !== null && day > dependent.expectedEnd) return 'end';
  if (!hasBegun(dependent) && dependent.expectedStart !== null && day > dependent.expectedStart)
    return 'start';
  return null;
}

function hasBegun({ phase, pausedFrom }: PhasePosition): boolean {
  const stands = phase === 'paused' ? pausedFrom : phase;
  return isBeyondGate({ phase, pausedFrom }) && stands !== 'approved';
}

function isOver(phase: Phase): boolean {
  return phase === 'completed' || phase === 'cancelled';
}
