import type { Answer } from '../../api/types';
import type { Level } from '../../shared/ui/types';

/** The check grid of one project: both voices side by side. */
export type Grid = Answer<'/api/v1/projects/{ref}/assessments', 'get'>;
export type Principle = Grid['principles'][number];
export type GivenScore = NonNullable<Principle['self']>;
export type Voice = 'self' | 'review';

export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

/** The voice that stands beside. */
export function otherVoice(voice: Voice): Voice {
  return voice === 'self' ? 'review' : 'self';
}

/** The number as a level of the check grid; null when it is none. */
export function levelOf(score: number | null | undefined): Level | null {
  return LEVELS.find((level) => level === score) ?? null;
}

/** The level nearest to a mean of scores, 0 to 4. */
export function nearestLevel(mean: number | null): Level | null {
  return mean === null ? null : levelOf(Math.round(mean));
}
