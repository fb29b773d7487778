import type { Phase } from '../project.enums.js';

/** What a step from one phase to another asks for. */
export type TransitionNeed = 'gate' | 'reason';

/** One step that a project can take. */
export interface PhaseTransition {
  from: Phase;
  to: Phase;
  needs: readonly TransitionNeed[];
}

/** A phase that can be entered next, and what that asks for. */
export type NextPhase = Omit<PhaseTransition, 'from'>;

/** The phases of a project that is neither over nor paused. */
export const RUNNING_PHASES = [
  'idea',
  'proposal',
  'approved',
  'in-progress',
  'rollout',
] as const satisfies Phase[];

/** All steps but the return from a pause, which leads to where the project came from. Source: domain.md, "Phases and gate". */
export const PHASE_TRANSITIONS: readonly PhaseTransition[] = [
  { from: 'idea', to: 'proposal', needs: [] },
  { from: 'proposal', to: 'approved', needs: ['gate'] },
  { from: 'approved', to: 'in-progress', needs: [] },
  { from: 'in-progress', to: 'rollout', needs: [] },
  { from: 'rollout', to: 'completed', needs: [] },
  ...RUNNING_PHASES.map((from): PhaseTransition => ({ from, to: 'paused', needs: ['reason'] })),
  ...RUNNING_PHASES.map((from): PhaseTransition => ({ from, to: 'cancelled', needs: ['reason'] })),
  { from: 'paused', to: 'cancelled', needs: ['reason'] },
];

/** Where a project stands, and where it came from when it is paused. */
export interface PhasePosition {
  phase: Phase;
  pausedFrom: Phase | null;
}

/** Lists the phases that a project can enter now, the way forward first. */
export function nextPhases({ phase, pausedFrom }: PhasePosition): NextPhase[] {
  const back: NextPhase[] = phase === 'paused' && pausedFrom !== null ? [{ to: pausedFrom, needs: [] }] : [];
  const onward = PHASE_TRANSITIONS.filter(({ from }) => from === phase);
  return [...back, ...onward.map(({ to, needs }) => ({ to, needs }))];
}

/** True when a board has said yes to the project: it stands beyond `proposal`, or paused there. */
export function isBeyondGate({ phase, pausedFrom }: PhasePosition): boolean {
  const stands = phase === 'paused' ? pausedFrom : phase;
  return stands === 'approved' || stands === 'in-progress' || stands === 'rollout' || stands === 'completed';
}

/** The dates of a project that a phase can set. */
export interface PromisedDates {
  baselineStart: string | null;
  baselineEnd: string | null;
  expectedStart: string | null;
  expectedEnd: string | null;
}

/** What approval makes of the dates: a missing baseline becomes what is expected, and what is expected is approved. */
export function datesAtApproval(dates: PromisedDates): Omit<
  PromisedDates,
  'expectedStart' | 'expectedEnd'
> & {
  approvedStart: string | null;
  approvedEnd: string | null;
} {
  return {
    baselineStart: dates.baselineStart ?? dates.expectedStart,
    baselineEnd: dates.baselineEnd ?? dates.expectedEnd,
    approvedStart: dates.expectedStart,
    approvedEnd: dates.expectedEnd,
  };
}
