import { PHASES, type Phase } from '../projects/index.js';

/** Phases whose projects a scenario can look at; what is over needs no money any more. */
export const CANDIDATE_PHASES: readonly Phase[] = PHASES.filter(
  (phase) => phase !== 'completed' && phase !== 'cancelled',
);

/** Whether a candidate is left to the computation, must be in, or was taken out by hand. */
export const STANDINGS = ['free', 'must', 'out'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Benefit as given by hand: none, small, medium, high, very high. */
export const HIGHEST_BENEFIT = 4;
/** Benefit of a candidate for which nobody gave one: medium. */
export const USUAL_BENEFIT = 2;
export const HIGHEST_WEIGHT = 10;
/** What a project without a score is taken to have, of 100, unless the scenario says otherwise: neutral throughout. */
export const USUAL_ASSUMED_SCORE = 25;

/** Years that a scenario looks at, with those of its budget: as far as the medium-term plan reaches. */
export const MOST_YEARS = 5;
/** Candidates of one scenario. */
export const MOST_CANDIDATES = 500;
/** Scenarios that can be looked at side by side. */
export const MOST_COMPARED = 5;

/** How a computation ended: proven best; best in worth, but not proven cheapest; a good one; obligations do not fit. */
export const RESULT_STATES = ['best', 'best-worth', 'good', 'impossible'] as const;
export type ResultState = (typeof RESULT_STATES)[number];

/** Why a candidate is in or out. */
export const REASONS = [
  'must',
  'needed-by',
  'chosen',
  'taken-out',
  'conflict',
  'dependency-unmet',
  'dependency-out',
  'either-or',
  'over-ceiling',
  'no-points',
  'not-proven',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** Which obligations do not fit. */
export const OBLIGATION_FAULTS = ['needs-what-is-out', 'shares-a-group', 'over-ceiling'] as const;
export type ObligationFaultCode = (typeof OBLIGATION_FAULTS)[number];

/** What changed of a project since a scenario was computed. */
export const CHANGES = ['came', 'went', 'amounts', 'score', 'dependencies'] as const;
export type ChangeCode = (typeof CHANGES)[number];
