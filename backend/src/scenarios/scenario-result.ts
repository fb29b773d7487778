import type { KnownCandidate } from './changes.rules.js';
import type { ObligationFault, Reason } from './reasons.rules.js';
import type { ResultState } from './scenario.enums.js';
import type { Ceiling } from './terms.rules.js';

/** A candidate as it was computed. */
export interface DecidedCandidate extends KnownCandidate {
  /** Tenths of a point. */
  worth: number;
  isIn: boolean;
  /** Empty when the obligations did not fit. */
  reasons: Reason[];
}

/** What is used of a ceiling; whole cents. */
export interface UsedCeiling extends Ceiling {
  usedCents: number;
  /** What all candidates together lack. */
  wantedCents: number;
}

/** What a computation came to; kept whole, so that it can be told what has changed since. */
export interface ScenarioResult {
  /** The revision of the figures. */
  rev: number;
  /** The day on which it was computed. */
  day: string;
  /** The terms that it was computed by. */
  termsVersion: number;
  state: ResultState;
  faults: ObligationFault[];
  candidates: DecidedCandidate[];
  ceilings: UsedCeiling[];
  /** Tenths of a point, of all that is in. */
  worth: number;
}
