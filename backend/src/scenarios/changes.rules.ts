import { type Candidate, type ProjectRef, refOf } from './candidates.rules.js';
import type { ChangeCode } from './scenario.enums.js';

/** What a computation knew of a candidate. */
export type KnownCandidate = ProjectRef & Pick<Candidate, 'score' | 'conflicts' | 'gaps' | 'needs' | 'unmet'>;

/** What changed of one project since. */
export interface ChangedProject {
  project: ProjectRef;
  changes: ChangeCode[];
}

/** The candidates whose figures are other than they were when the scenario was computed, by number. */
export function changedProjects(
  then: readonly KnownCandidate[],
  now: readonly KnownCandidate[],
): ChangedProject[] {
  const before = new Map(then.map((candidate) => [candidate.id, candidate]));
  const after = new Map(now.map((candidate) => [candidate.id, candidate]));
  const all = [...new Map([...before, ...after]).values()].sort((a, b) => (a.number < b.number ? -1 : 1));
  return all.flatMap((candidate) => {
    const changes = changesBetween(before.get(candidate.id), after.get(candidate.id));
    return changes.length === 0 ? [] : [{ project: refOf(candidate), changes }];
  });
}

function changesBetween(then?: KnownCandidate, now?: KnownCandidate): ChangeCode[] {
  if (then === undefined) return ['came'];
  if (now === undefined) return ['went'];
  const changes: ChangeCode[] = [];
  if (amounts(then) !== amounts(now)) changes.push('amounts');
  if (then.score !== now.score || keysOf(then) !== keysOf(now)) changes.push('score');
  if (dependencies(then) !== dependencies(now)) changes.push('dependencies');
  return changes;
}

function amounts({ gaps }: KnownCandidate): string {
  return gaps
    .map(({ year, kind, gapCents }) => `${year} ${kind} ${gapCents}`)
    .sort()
    .join();
}

function dependencies({ needs, unmet }: KnownCandidate): string {
  return [...needs.toSorted(), '|', ...unmet.map(({ id }) => id).sort()].join();
}

function keysOf({ conflicts }: KnownCandidate): string {
  return conflicts.map(({ key }) => key).join();
}
