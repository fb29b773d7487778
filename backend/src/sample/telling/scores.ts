import { type ActorRole, idOf } from '../catalogue.js';
import type { Happening, Telling, Writer } from '../happening.js';
import type { Grid, PrincipleKey } from '../story.js';

/** Days before today between which the projects were assessed; spread by project, so that no two fall together. */
const SELF_DAY = -700;
const REVISION_DAY = -335;
const REVIEW_DAY = -470;

/** The check grid: a self-assessment, its revision where scores changed, and a review by the other voice. */
export function scores(telling: Telling): Happening[] {
  const { story, takeover } = telling;
  const spread = story.number % 40;
  const selfIds = new Map<PrincipleKey, string>();
  const later = Math.max(takeover, SELF_DAY);
  const first = { ...story.self, ...changedBack(story.self, story.selfAtFirst ?? {}) };
  return [
    ...given(telling, { voice: 'self', by: 'project-lead', day: later + spread, grid: first, ids: selfIds }),
    ...given(telling, {
      voice: 'self',
      by: 'project-lead',
      day: Math.max(later + spread + 1, REVISION_DAY + spread),
      grid: onlyThoseOf(story.self, story.selfAtFirst ?? {}),
      ids: selfIds,
      reason: 'Selbsteinschätzung nach der Zwischenbilanz überarbeitet',
    }),
    ...given(telling, {
      voice: 'review',
      by: story.number % 3 === 0 ? 'portfolio-office' : 'commission',
      day: Math.max(later + spread + 2, REVIEW_DAY + spread),
      grid: story.review ?? {},
      ids: new Map(),
    }),
  ];
}

interface Assessment {
  readonly voice: 'self' | 'review';
  readonly by: ActorRole;
  readonly day: number;
  readonly grid: Grid;
  readonly ids: Map<PrincipleKey, string>;
  readonly reason?: string;
}

function given(telling: Telling, { voice, by, day, grid, ids, reason }: Assessment): Happening[] {
  const keys = keysOf(grid);
  if (keys.length === 0) return [];
  for (const key of keys) if (!ids.has(key)) ids.set(key, telling.ids.next());
  const change = (write: Writer): void => {
    for (const key of keys) {
      const [score, why] = grid[key] ?? ['n/a', ''];
      write.put('principle_score', {
        id: ids.get(key) ?? '',
        project_id: telling.projectId,
        principle_id: idOf(telling.catalogue.principleIds, key),
        voice,
        score: score === 'n/a' ? null : score,
        not_applicable: score === 'n/a',
        reason: why,
        evidence_url: null,
        given_on: write.today,
      });
    }
  };
  return [{ day, command: 'assessment.score', by, ...(reason === undefined ? {} : { reason }), change }];
}

function changedBack(grid: Grid, atFirst: NonNullable<Telling['story']['selfAtFirst']>): Grid {
  const earlier: Grid = {};
  for (const key of keysOf(grid)) {
    const score = atFirst[key];
    const today = grid[key];
    if (score !== undefined && today !== undefined) {
      earlier[key] = [score, `Vorläufige Einschätzung vor der Zwischenbilanz. ${today[1]}`];
    }
  }
  return earlier;
}

function onlyThoseOf(grid: Grid, some: Partial<Record<PrincipleKey, unknown>>): Grid {
  const chosen: Grid = {};
  for (const key of keysOf(grid)) {
    const score = grid[key];
    if (score !== undefined && some[key] !== undefined) chosen[key] = score;
  }
  return chosen;
}

const ORDER: readonly PrincipleKey[] = [
  'user-needs',
  'efficiency',
  'sovereignty',
  'openness',
  'innovation',
  'security-privacy',
  'sustainability',
  'local-network',
  'wider-network',
];

function keysOf(grid: Grid): PrincipleKey[] {
  return ORDER.filter((key) => grid[key] !== undefined);
}
