import { daysBetween } from '../../platform/time/calendar.js';

/** One kept version of a milestone, with the change that made it. All days are 'YYYY-MM-DD' in Europe/Berlin. */
export interface MilestoneVersion {
  id: string;
  title: string;
  baselineOn: string;
  approvedOn: string | null;
  expectedOn: string;
  actualOn: string | null;
  moves: number;
  moveReason: string | null;
  /** Instant of the change. */
  at: string;
  /** Day of the change. */
  on: string;
  /** Who made the change; null when that is not known. */
  by: string | null;
  /** Day on which the version gave way to another one, or the milestone was removed; null for what stands. */
  endedOn: string | null;
}

/** What was expected on a day. */
export interface TrendPoint {
  on: string;
  expectedOn: string;
}

/** One move of an expected date. */
export interface Redating {
  at: string;
  by: string | null;
  from: string;
  to: string;
  /** Later is positive. */
  days: number;
  reason: string | null;
}

/** A milestone with everything that was ever said about its date. */
export interface MilestoneTrend {
  id: string;
  title: string;
  baselineOn: string;
  approvedOn: string | null;
  expectedOn: string;
  actualOn: string | null;
  removedOn: string | null;
  moves: number;
  slipDays: number;
  points: TrendPoint[];
  redatings: Redating[];
}

/** The trends of milestones, made of their kept versions in the order of changes, as seen on the day `today`. */
export function trendsOf(versions: readonly MilestoneVersion[], today: string): MilestoneTrend[] {
  const byId = new Map<string, MilestoneVersion[]>();
  for (const version of versions) byId.set(version.id, [...(byId.get(version.id) ?? []), version]);
  return [...byId.values()]
    .map((kept) => trendOf(kept, today))
    .sort((a, b) => compare(a.baselineOn, b.baselineOn) || compare(a.title, b.title) || compare(a.id, b.id));
}

/** How many milestones stand, how many of them were moved, and by how many days together from their first promise. */
export function totalsOf(trends: readonly MilestoneTrend[]): {
  count: number;
  moved: number;
  movedDays: number;
} {
  const standing = trends.filter(({ removedOn }) => removedOn === null);
  const moved = standing.filter(({ moves, redatings }) => moves > 0 || redatings.length > 0);
  return {
    count: standing.length,
    moved: moved.length,
    movedDays: moved.reduce(
      (sum, { baselineOn, expectedOn }) => sum + daysBetween(baselineOn, expectedOn),
      0,
    ),
  };
}

function trendOf(versions: readonly MilestoneVersion[], today: string): MilestoneTrend {
  const last = versions[versions.length - 1];
  if (last === undefined) throw new Error('a milestone has at least one version');
  return {
    id: last.id,
    title: last.title,
    baselineOn: last.baselineOn,
    approvedOn: last.approvedOn,
    expectedOn: last.expectedOn,
    actualOn: last.actualOn,
    removedOn: last.endedOn,
    moves: last.moves,
    slipDays: daysBetween(last.baselineOn, last.actualOn ?? last.expectedOn),
    points: pointsOf(versions, last, today),
    redatings: redatingsOf(versions),
  };
}

/** The first promise, each later one, and how things stand in the end: reached, removed, or still expected today. */
function pointsOf(
  versions: readonly MilestoneVersion[],
  last: MilestoneVersion,
  today: string,
): TrendPoint[] {
  const points: TrendPoint[] = [];
  const say = (on: string, expectedOn: string): void => {
    const before = points.at(-1);
    if (before !== undefined && on <= before.on) points.splice(-1, 1, { on: before.on, expectedOn });
    else points.push({ on, expectedOn });
  };
  for (const { on, expectedOn } of versions) {
    if (points.at(-1)?.expectedOn !== expectedOn) say(on, expectedOn);
  }
  const reached = last.actualOn;
  if (reached !== null && reached >= (points.at(-1)?.on ?? reached)) say(reached, reached);
  else say(last.endedOn ?? today, last.expectedOn);
  return points;
}

function redatingsOf(versions: readonly MilestoneVersion[]): Redating[] {
  return versions.flatMap((version, index) => {
    const from = versions[index - 1]?.expectedOn;
    const to = version.expectedOn;
    if (from === undefined || from === to) return [];
    const { at, by, moveReason: reason } = version;
    return [{ at, by, from, to, days: daysBetween(from, to), reason }];
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
