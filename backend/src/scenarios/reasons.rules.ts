import { type Conflict, type Prepared, type ProjectRef, refOf } from './candidates.rules.js';
import type { ObligationFaultCode, ReasonCode } from './scenario.enums.js';
import { type Chosen, excesses, withNeeded } from './selection/problem.rules.js';
import { type Ceiling, ceilingsOf, type Terms } from './terms.rules.js';

/** By how much a year and kind would be exceeded; whole cents. */
export interface Excess {
  year: number;
  kind: Ceiling['kind'];
  overCents: number;
}

/** Why a candidate is in or out. */
export interface Reason {
  code: ReasonCode;
  /** The other projects that it is about. */
  projects: ProjectRef[];
  /** The principles that it conflicts with. */
  principles: Conflict[];
  cells: Excess[];
}

/** Obligations that can't be kept together. */
export interface ObligationFault {
  code: ObligationFaultCode;
  /** What must be in. */
  projects: ProjectRef[];
  /** What of it is out of the question. */
  others: ProjectRef[];
  /** Why that is out of the question. */
  because: ReasonCode | null;
  cells: Excess[];
}

/** Names the obligations that do not fit, all at once; none when there is a selection. */
export function obligationFaults({ candidates, problem, blocks }: Prepared, terms: Terms): ObligationFault[] {
  const refs = (places: Iterable<number>): ProjectRef[] =>
    [...places]
      .sort((a, b) => a - b)
      .flatMap((place) => candidates[place] ?? [])
      .map(refOf);
  const isIn = withNeeded(problem.must, problem.needs);
  const faults: ObligationFault[] = [];
  for (const place of isIn) {
    const block = blocks.get(place);
    if (block === undefined) continue;
    const musts = problem.must.filter((must) => withNeeded([must], problem.needs).has(place));
    const others = block.code === 'dependency-unmet' ? block.projects : refs([place]);
    faults.push(fault('needs-what-is-out', refs(musts), { others, because: block.code }));
  }
  for (const group of problem.groups) {
    const both = group.filter((place) => isIn.has(place));
    if (both.length > 1) faults.push(fault('shares-a-group', refs(both)));
  }
  excesses(problem, isIn).forEach((overCents, row) => {
    const cell = ceilingsOf(terms)[row];
    if (overCents === 0 || cell === undefined) return;
    const takers = [...isIn].filter((place) => (problem.items[place]?.costs[row] ?? 0) > 0);
    faults.push(
      fault('over-ceiling', refs(takers), { cells: [{ year: cell.year, kind: cell.kind, overCents }] }),
    );
  });
  return faults;
}

/** Says of each candidate why it is in, or all that keeps it out; in the order of the candidates. */
export function reasonsOf(prepared: Prepared, terms: Terms, chosen: Chosen): Reason[][] {
  return prepared.candidates.map((_, place) =>
    chosen.has(place) ? [whyIn(prepared, chosen, place)] : whyOut(prepared, terms, { chosen, place }),
  );
}

function whyIn({ candidates, problem }: Prepared, chosen: Chosen, place: number): Reason {
  if (problem.must.includes(place)) return reason('must');
  const dependants = [...withNeeded([place], problem.needs, { reversed: true })].filter(
    (other) => other !== place && chosen.has(other),
  );
  const projects = dependants.flatMap((other) => candidates[other] ?? []).map(refOf);
  // Whatever depends on it could not be in without it, so that alone tells more than the points.
  return projects.length > 0 ? reason('needed-by', { projects }) : reason('chosen');
}

function whyOut(
  { candidates, problem, blocks }: Prepared,
  terms: Terms,
  { chosen, place }: { chosen: Chosen; place: number },
): Reason[] {
  const block = blocks.get(place);
  const candidate = candidates[place];
  if (block !== undefined && candidate !== undefined) {
    const principles = block.code === 'conflict' ? candidate.conflicts : [];
    return [reason(block.code, { projects: block.projects, principles })];
  }
  const refs = (places: Iterable<number>): ProjectRef[] =>
    [...places].flatMap((other) => candidates[other] ?? []).map(refOf);
  const along = [...withNeeded([place], problem.needs)].filter((other) => !chosen.has(other));
  const blocked = along.filter((other) => blocks.has(other));
  if (blocked.length > 0) return [reason('dependency-out', { projects: refs(blocked) })];

  const together = new Set([...chosen, ...along]);
  const reasons: Reason[] = [];
  const rivals = problem.groups
    .filter((group) => group.some((other) => along.includes(other)))
    .flatMap((group) => group.filter((other) => together.has(other) && other !== place));
  if (rivals.length > 0) reasons.push(reason('either-or', { projects: refs(new Set(rivals)) }));
  const over = excesses(problem, together);
  const cells = ceilingsOf(terms).flatMap(({ year, kind }, row) => {
    const overCents = over[row] ?? 0;
    return overCents > 0 ? [{ year, kind, overCents }] : [];
  });
  if (cells.length > 0) {
    reasons.push(reason('over-ceiling', { cells, projects: refs(along.filter((other) => other !== place)) }));
  }
  if (reasons.length > 0) return reasons;
  return [reason(along.every((other) => problem.items[other]?.worth === 0) ? 'no-points' : 'not-proven')];
}

function fault(
  code: ObligationFaultCode,
  projects: ProjectRef[],
  details: Partial<Omit<ObligationFault, 'code' | 'projects'>> = {},
): ObligationFault {
  return { code, projects, others: [], because: null, cells: [], ...details };
}

function reason(code: ReasonCode, details: Partial<Omit<Reason, 'code'>> = {}): Reason {
  return { code, projects: [], principles: [], cells: [], ...details };
}
