import type { Phase } from '../projects/index.js';
import { type ReasonCode, type Standing, USUAL_BENEFIT } from './scenario.enums.js';
import type { SelectionProblem } from './selection/problem.rules.js';
import { ceilingsOf, type Terms, yearsOf } from './terms.rules.js';

/** What one year and kind of a project lacks; whole cents, more than 0. */
export interface GapCell {
  year: number;
  kind: 'operating' | 'capital';
  gapCents: number;
}

/** A project as it is named to people. */
export interface ProjectRef {
  id: string;
  number: string;
  title: string;
}

/** A principle with which a project conflicts. */
export interface Conflict {
  key: string;
  title: { de: string; en: string | null };
}

/** What a scenario has to know of a project at a moment. */
export interface ProjectFacts extends ProjectRef {
  phase: Phase;
  /** Self-assessment, 0 to 100 to one decimal; null without any score. */
  score: number | null;
  /** How many principles are settled, and of how many. */
  settled: number;
  principleCount: number;
  /** The principles with which it conflicts, in the order of the grid. */
  conflicts: Conflict[];
  /** From the first year of the budget on. */
  gaps: GapCell[];
  /** The projects that it depends on. */
  needs: string[];
}

/** A project that the scenario decides about. */
export interface Candidate extends ProjectFacts {
  standing: Standing;
  benefit: number;
  isAdded: boolean;
  /** Tenths of a point; a project has 0 to 100 points. */
  worth: number;
  /** Whether the score is the assumed one. */
  isAssumed: boolean;
  /** Lacking after the years that the scenario looks at; no ceiling counts it. */
  laterCents: number;
  /** Projects outside the scenario that it depends on and that nothing makes sure of. */
  unmet: ProjectRef[];
}

/** Why a candidate can't be in whatever the ceilings are. */
export interface Block {
  code: Extract<ReasonCode, 'taken-out' | 'conflict' | 'dependency-unmet'>;
  projects: ProjectRef[];
}

/** All that a computation works on. */
export interface Prepared {
  /** By number: the order in which ties are broken. */
  candidates: Candidate[];
  problem: SelectionProblem;
  /** By place. */
  blocks: Map<number, Block>;
}

/**
 * The candidates of a scenario, by number: projects of its phases that lack money in its years, and those that were
 * added by hand. What was taken out by hand stays in sight.
 */
export function candidatesOf(terms: Terms, facts: readonly ProjectFacts[]): Candidate[] {
  const last = yearsOf(terms).at(-1) ?? terms.yearTo;
  const choices = new Map(terms.choices.map((choice) => [choice.projectId, choice]));
  const candidates = facts
    .map((project): Candidate => {
      const { standing = 'free', benefit = USUAL_BENEFIT, isAdded = false } = choices.get(project.id) ?? {};
      const gaps = project.gaps.filter(({ year }) => year >= terms.yearFrom);
      return {
        ...project,
        gaps: gaps.filter(({ year }) => year <= last),
        standing,
        benefit,
        isAdded,
        worth: worthOf(terms, { score: project.score, benefit }),
        isAssumed: project.score === null,
        laterCents: sumOf(gaps.filter(({ year }) => year > last)),
        unmet: [],
      };
    })
    .filter(({ isAdded, phase, gaps }) => isAdded || (terms.phases.includes(phase) && gaps.length > 0))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
  const isCandidate = new Set(candidates.map(({ id }) => id));
  const outside = new Map(facts.filter(({ id }) => !isCandidate.has(id)).map((fact) => [fact.id, fact]));
  return candidates.map((candidate) => ({
    ...candidate,
    unmet: candidate.needs
      .flatMap((id) => outside.get(id) ?? [])
      .filter((needed) => !isMet(needed, terms))
      .map(refOf),
  }));
}

/**
 * What a project is worth, in tenths of a point: the weighted mean of its principle score and its benefit (0 to 4 as
 * 0 to 100). Without a score the scenario's assumption stands for it; a project that nobody assessed is no bad project.
 */
export function worthOf(
  { scoreWeight, benefitWeight, assumedScore }: Pick<Terms, 'scoreWeight' | 'benefitWeight' | 'assumedScore'>,
  { score, benefit }: { score: number | null; benefit: number },
): number {
  const tenths = scoreWeight * Math.round((score ?? assumedScore) * 10) + benefitWeight * benefit * 250;
  return Math.round(tenths / (scoreWeight + benefitWeight));
}

/** Puts together what is to be computed, and what is out of the question beforehand. */
export function prepare(terms: Terms, facts: readonly ProjectFacts[]): Prepared {
  const candidates = candidatesOf(terms, facts);
  const cells = ceilingsOf(terms);
  const places = new Map(candidates.map(({ id }, place) => [id, place]));
  const blocks = new Map<number, Block>();
  candidates.forEach((candidate, place) => {
    const block = blockOf(candidate, terms);
    if (block !== null) blocks.set(place, block);
  });
  const problem: SelectionProblem = {
    items: candidates.map(({ worth, gaps }) => ({
      worth,
      costs: cells.map(({ year, kind }) =>
        sumOf(gaps.filter((gap) => gap.year === year && gap.kind === kind)),
      ),
    })),
    ceilings: cells.map(({ ceilingCents }) => ceilingCents),
    needs: candidates.flatMap(({ needs }, place) =>
      needs.flatMap((id) => {
        const needed = places.get(id);
        return needed === undefined ? [] : [[place, needed] as const];
      }),
    ),
    groups: terms.groups
      .map(({ projectIds }) => [...new Set(projectIds)].flatMap((id) => places.get(id) ?? []))
      .filter((group) => group.length > 1),
    must: candidates.flatMap(({ standing }, place) => (standing === 'must' ? [place] : [])),
    out: [...blocks.keys()],
  };
  return { candidates, problem, blocks };
}

/** A project as it is named to people. */
export function refOf({ id, number, title }: ProjectRef): ProjectRef {
  return { id, number, title };
}

function blockOf(candidate: Candidate, { excludesConflicts }: Terms): Block | null {
  const block = (code: Block['code'], projects: ProjectRef[] = []): Block => ({ code, projects });
  const { standing, conflicts, unmet } = candidate;
  if (standing === 'out') return block('taken-out');
  if (excludesConflicts && conflicts.length > 0 && standing !== 'must') return block('conflict');
  return unmet.length === 0 ? null : block('dependency-unmet', unmet);
}

/** A project outside the scenario is no obstacle when it runs already, is done, or lacks nothing in these years. */
function isMet({ phase, gaps }: ProjectFacts, terms: Terms): boolean {
  if (phase === 'cancelled') return false;
  if (phase === 'in-progress' || phase === 'rollout' || phase === 'completed') return true;
  const years = yearsOf(terms);
  return !gaps.some(({ year }) => years.includes(year));
}

function sumOf(cells: readonly GapCell[]): number {
  return cells.reduce((sum, { gapCents }) => sum + gapCents, 0);
}
