import type { Level } from './types';

/** The levels of the check grid, from contradiction to exemplary. */
export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

/** The number as a level of the check grid; null when it is none. */
export function levelOf(score: number | null | undefined): Level | null {
  return LEVELS.find((level) => level === score) ?? null;
}

/** The level nearest to a mean of scores, 0 to 4. */
export function nearestLevel(mean: number | null): Level | null {
  return mean === null ? null : levelOf(Math.round(mean));
}
