import {
  CANDIDATE_PHASES,
  KINDS,
  type CandidatePhase,
  type Choice,
  type Kind,
  type Scenario,
  type TermsBody,
  USUAL_CHOICE,
} from '../scenarios';

/** What is being typed: the terms of a scenario as the form has them. */
export interface TermsDraft {
  /** The last year that it looks at. */
  lastYear: number;
  /** Whole cents by `cellKey`; null where nothing is typed. */
  ceilings: Record<string, number | null>;
  phases: CandidatePhase[];
  scoreWeight: number | null;
  benefitWeight: number | null;
  assumedScore: number | null;
  excludesConflicts: boolean;
  /** By project; those that are as usual are left out. */
  choices: Record<string, Omit<Choice, 'projectId'>>;
  groups: { title: string; projectIds: string[] }[];
}

export function cellKey(year: number, kind: Kind): string {
  return `${year} ${kind}`;
}

export function yearsTo(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The terms of a scenario, to be changed. */
export function draftOf(scenario: Scenario): TermsDraft {
  const { ceilings, phases, scoreWeight, benefitWeight, assumedScore, excludesConflicts } = scenario;
  return {
    lastYear: Math.max(scenario.budget.yearTo, ...ceilings.map(({ year }) => year)),
    ceilings: Object.fromEntries(
      ceilings.map(({ year, kind, ceilingCents }) => [cellKey(year, kind), ceilingCents]),
    ),
    phases: CANDIDATE_PHASES.filter((phase) => phases.includes(phase)),
    scoreWeight,
    benefitWeight,
    assumedScore,
    excludesConflicts,
    choices: Object.fromEntries(
      scenario.choices.map(({ projectId, standing, benefit, isAdded }) => [
        projectId,
        { standing, benefit, isAdded },
      ]),
    ),
    groups: scenario.groups.map(({ title, projectIds }) => ({ title, projectIds: [...projectIds] })),
  };
}

/** What is sent; an amount that is left empty is 0, a weight as well. */
export function bodyOf(draft: TermsDraft, yearFrom: number): TermsBody {
  return {
    ceilings: yearsTo(yearFrom, draft.lastYear).flatMap((year) =>
      KINDS.map((kind) => ({ year, kind, ceilingCents: draft.ceilings[cellKey(year, kind)] ?? 0 })),
    ),
    phases: draft.phases,
    scoreWeight: draft.scoreWeight ?? 0,
    benefitWeight: draft.benefitWeight ?? 0,
    assumedScore: draft.assumedScore ?? 0,
    excludesConflicts: draft.excludesConflicts,
    choices: Object.entries(draft.choices).map(([projectId, choice]) => ({ projectId, ...choice })),
    groups: draft.groups,
  };
}

/** Whether two drafts say the same. */
export function sameTerms(one: TermsDraft, other: TermsDraft, yearFrom: number): boolean {
  return JSON.stringify(sorted(one, yearFrom)) === JSON.stringify(sorted(other, yearFrom));
}

function sorted(draft: TermsDraft, yearFrom: number): TermsBody {
  const body = bodyOf(draft, yearFrom);
  return {
    ...body,
    phases: CANDIDATE_PHASES.filter((phase) => draft.phases.includes(phase)),
    choices: (body.choices ?? []).toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1)),
  };
}

/** Says something of one project by hand; what is as usual needs no saying. */
export function withChoice(
  choices: TermsDraft['choices'],
  projectId: string,
  change: Partial<Omit<Choice, 'projectId'>>,
): TermsDraft['choices'] {
  const { [projectId]: before = USUAL_CHOICE, ...others } = choices;
  const choice = { ...before, ...change };
  const isUsual =
    choice.standing === USUAL_CHOICE.standing &&
    choice.benefit === USUAL_CHOICE.benefit &&
    choice.isAdded === USUAL_CHOICE.isAdded;
  return isUsual ? others : { ...others, [projectId]: choice };
}
