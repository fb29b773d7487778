import type { Answer, Body } from '../../api/types';

export type Scenario = Answer<'/api/v1/scenarios/{id}', 'get'>;
export type ListedScenario = Answer<'/api/v1/scenarios', 'get'>['items'][number];
export type Comparison = Answer<'/api/v1/scenarios/comparison', 'get'>;
export type ComparedScenario = Comparison['scenarios'][number];
export type Candidate = Scenario['candidates'][number];
export type ScenarioResult = NonNullable<Scenario['result']>;
export type Decision = ScenarioResult['decisions'][number];
export type Reason = Decision['reasons'][number];
export type ObligationFault = ScenarioResult['faults'][number];
export type UsedCeiling = ScenarioResult['ceilings'][number];
export type ResultState = ScenarioResult['state'];
export type Change = ScenarioResult['changed'][number]['changes'][number];
export type ProjectRef = Reason['projects'][number];
export type Choice = Scenario['choices'][number];
export type Standing = Choice['standing'];
export type Kind = Scenario['ceilings'][number]['kind'];
export type CandidatePhase = NonNullable<TermsBody['phases']>[number];
export type TermsBody = Body<'/api/v1/scenarios/{id}', 'patch'>;

export const KINDS = ['operating', 'capital'] as const satisfies readonly Kind[];
export const STANDINGS = ['free', 'must', 'out'] as const satisfies readonly Standing[];
/** Phases of projects that still need money. */
export const CANDIDATE_PHASES = [
  'idea',
  'proposal',
  'approved',
  'in-progress',
  'rollout',
  'paused',
] as const satisfies readonly CandidatePhase[];
/** None to very high. */
export const BENEFITS = [0, 1, 2, 3, 4] as const;
export const MOST_YEARS = 5;
export const MOST_COMPARED = 5;
/** What a project has of which nothing is said by hand. */
export const USUAL_CHOICE = { standing: 'free', benefit: 2, isAdded: false } as const satisfies Omit<
  Choice,
  'projectId'
>;

/** What of a project lacks in one kind, over all years of the scenario; whole cents. */
export function gapOf(gaps: Candidate['gaps'], kind: Kind): number {
  return gaps.reduce((sum, gap) => sum + (gap.kind === kind ? gap.gapCents : 0), 0);
}

/** What all candidates together lack in one year and kind; whole cents. */
export function wantedOf(candidates: readonly Candidate[], year: number, kind: Kind): number {
  return candidates.reduce(
    (sum, { gaps }) =>
      sum +
      gapOf(
        gaps.filter((gap) => gap.year === year),
        kind,
      ),
    0,
  );
}

/** The day of the figures that a result was computed from. */
export function dayOf({ computedFrom }: Pick<ScenarioResult, 'computedFrom'>): string {
  return computedFrom.split('@').at(1) ?? computedFrom;
}

/** Terms or figures are others than those that the result was computed from. */
export function isOutdated({ hasOldTerms, changed }: ScenarioResult): boolean {
  return hasOldTerms || changed.length > 0;
}

/** A selection came out of the last computation. */
export function isSolved({ result }: Pick<ListedScenario, 'result'>): boolean {
  return result !== null && result.state !== 'impossible';
}
