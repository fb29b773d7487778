import type { Random } from '../random.js';
import type { Grid, PrincipleKey, Score, Story } from '../story.js';
import { REASONS } from './reasons.js';

const PRINCIPLES = Object.keys(REASONS) as PrincipleKey[];

/** The grids of a synthetic project: four in five complete, the rest in part or not at all; every other one reviewed. */
export function gridsOf(random: Random): Pick<Story, 'self' | 'selfAtFirst' | 'review'> {
  const kind = random.between(1, 10);
  if (kind === 1) return { self: {} };
  const self = gridOf(random, kind === 2 ? PRINCIPLES.slice(0, random.between(2, 7)) : PRINCIPLES);
  const changed = random.pick(PRINCIPLES);
  const score = self[changed]?.[0];
  return {
    self,
    ...(typeof score === 'number' && score > 0 ? { selfAtFirst: { [changed]: lower(score) } } : {}),
    ...(random.chance(50) ? { review: reviewOf(random, self) } : {}),
  };
}

function gridOf(random: Random, principles: readonly PrincipleKey[]): Grid {
  const grid: Grid = {};
  for (const key of principles) {
    if (random.chance(4)) grid[key] = ['n/a', 'Das Prinzip ist auf dieses Vorhaben nicht anwendbar.'];
    else grid[key] = scoreWithReason(key, usualScore(random));
  }
  return grid;
}

/** Self-ratings lean to the good side; a conflict is rare. */
function usualScore(random: Random): Score {
  const drawn = random.between(1, 100);
  return drawn <= 2 ? 0 : drawn <= 18 ? 1 : drawn <= 45 ? 2 : drawn <= 82 ? 3 : 4;
}

function reviewOf(random: Random, self: Grid): Grid {
  const review: Grid = {};
  for (const key of PRINCIPLES) {
    const score = self[key]?.[0];
    if (typeof score !== 'number' || random.chance(25)) continue;
    const drawn = random.between(1, 100);
    const seen = drawn <= 70 ? score : drawn <= 85 ? lower(score) : lower(lower(score));
    review[key] = scoreWithReason(key, seen);
  }
  return review;
}

function scoreWithReason(key: PrincipleKey, score: Score): readonly [Score, string] {
  return [score, REASONS[key][score]];
}

function lower(score: Score): Score {
  return score === 4 ? 3 : score === 3 ? 2 : score === 2 ? 1 : 0;
}
