import { CONFLICT, HIGHEST_SCORE, SHOWN_DIFFERENCE } from './assessment.enums.js';

/** What one voice says of one principle; a principle that is not yet assessed has no such entry. */
export interface SettledPrinciple {
  /** Weight of the principle in its strategy edition, 1 or more. */
  weight: number;
  /** 0 to 4; null when the principle is not applicable. */
  score: number | null;
}

/** How much of a grid is settled. */
export interface Coverage {
  /** Principles that are scored or not applicable. */
  settled: number;
  /** Principles of the strategy edition. */
  of: number;
}

/** What both voices say of one principle; null where a voice gave no score. */
export interface TwoVoices {
  self: number | null;
  review: number | null;
}

/**
 * The principle score, 0 to 100, to one decimal: 100 · Σ(weight · score) / (4 · Σ weight) over the scored principles.
 * Null when none is scored. Not applicable leaves the mean, not yet assessed never counts as 0.
 */
export function principleScore(entries: readonly SettledPrinciple[]): number | null {
  let reached = 0;
  let weights = 0;
  for (const { weight, score } of entries) {
    if (score === null) continue;
    reached += weight * score;
    weights += weight;
  }
  return weights === 0 ? null : Math.round((1000 * reached) / (HIGHEST_SCORE * weights)) / 10;
}

/** Counts what is scored or not applicable, of all principles of the edition. */
export function coverageOf(entries: readonly SettledPrinciple[], of: number): Coverage {
  return { settled: entries.length, of };
}

/** The entries with which the project conflicts: a single 0 is flagged however good the mean is. */
export function conflictsOf<Entry extends Pick<SettledPrinciple, 'score'>>(
  entries: readonly Entry[],
): Entry[] {
  return entries.filter(({ score }) => score === CONFLICT);
}

/** By how many points the two voices differ; null unless both gave a score. */
export function differenceOfVoices({ self, review }: TwoVoices): number | null {
  return self === null || review === null ? null : Math.abs(self - review);
}

/** The principles on which the two voices differ by 2 or more. */
export function voiceDifferences<Entry extends TwoVoices>(principles: readonly Entry[]): Entry[] {
  return principles.filter((entry) => (differenceOfVoices(entry) ?? 0) >= SHOWN_DIFFERENCE);
}

/** A score as somebody wants to give it. */
export interface GivenScore {
  score: number | null;
  notApplicable: boolean;
  reason: string;
}

/** What a given score lacks; pointers are relative to it. */
export interface ScoreFault {
  pointer: '/score' | '/notApplicable' | '/reason';
  code: 'score-impossible' | 'score-missing' | 'score-and-not-applicable' | 'reason-missing';
}

/** Lists everything that is wrong with a given score. */
export function faultsOfScore({ score, notApplicable, reason }: GivenScore): ScoreFault[] {
  const faults: ScoreFault[] = [];
  if (score !== null && !isScore(score)) faults.push({ pointer: '/score', code: 'score-impossible' });
  if (score === null && !notApplicable) faults.push({ pointer: '/score', code: 'score-missing' });
  if (score !== null && notApplicable)
    faults.push({ pointer: '/notApplicable', code: 'score-and-not-applicable' });
  if (reason.trim() === '') faults.push({ pointer: '/reason', code: 'reason-missing' });
  return faults;
}

/** True for the whole numbers 0 to 4. */
export function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= CONFLICT && score <= HIGHEST_SCORE;
}
