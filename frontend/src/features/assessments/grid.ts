import type { Answer } from '../../api/types';

/** The check grid of one project: both voices side by side. */
export type Grid = Answer<'/api/v1/projects/{ref}/assessments', 'get'>;
export type Principle = Grid['principles'][number];
export type GivenScore = NonNullable<Principle['self']>;
export type Voice = 'self' | 'review';

/** The voice that stands beside. */
export function otherVoice(voice: Voice): Voice {
  return voice === 'self' ? 'review' : 'self';
}
