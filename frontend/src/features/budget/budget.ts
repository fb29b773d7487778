import type { Answer, Body } from '../../api/types';

export type ProjectBudget = Answer<'/api/v1/projects/{ref}/budget', 'get'>;
export type BudgetYear = ProjectBudget['years'][number];
export type BudgetSums = ProjectBudget['totals']['operating'];
export type Need = ProjectBudget['needs'][number];
export type BudgetLine = ProjectBudget['lines'][number];
export type CounterFunding = ProjectBudget['counterFundings'][number];
/** When a figure of the lead was reported and checked. */
export type Reported = Pick<Need, 'id' | 'reportedAt' | 'checkedAt' | 'checkedBy' | 'isChecked'>;
export type Kind = Need['kind'];
export type NeedBody = Body<'/api/v1/projects/{ref}/needs', 'post'>;
export type LineBody = Body<'/api/v1/projects/{ref}/budget-lines', 'post'>;
export type CounterFundingBody = Body<'/api/v1/projects/{ref}/counter-fundings', 'post'>;
export type FollowUpCost = ProjectBudget['followUpCosts'][number];
export type Authorisation = ProjectBudget['commitmentAuthorisations'][number];
export type Grant = ProjectBudget['grants'][number];
export type Gap = ProjectBudget['gaps'][number];
export type GapDestination = NonNullable<Gap['destination']>;
export type CounterFundingSum = ProjectBudget['counterFundingSums'][number];
export type Finding = ProjectBudget['findings'][number];
/** The state of the project in one budget of the city. */
export type InBudget = ProjectBudget['budgets'][number];
export type Confirmation = ProjectBudget['confirmations'][number];
export type FollowUpCostBody = Body<'/api/v1/projects/{ref}/follow-up-costs', 'post'>;
export type AuthorisationBody = Body<'/api/v1/projects/{ref}/commitment-authorisations', 'post'>;
export type GrantBody = Body<'/api/v1/projects/{ref}/grants', 'post'>;
export type GapDestinationBody = Body<'/api/v1/projects/{ref}/gap-destinations', 'post'>;
export type ConfirmationBody = Body<'/api/v1/projects/{ref}/budget-confirmations', 'post'>;
export type CityBudget = Answer<'/api/v1/budgets', 'get'>['items'][number];

export const kinds = ['operating', 'capital'] as const;
export const directions = ['expense', 'revenue'] as const;
export const stages = ['registered', 'planned', 'adopted', 'rejected'] as const;
export const grantStates = ['planned', 'applied', 'approved', 'rejected'] as const;
export const declaredStates = ['full', 'partial', 'none'] as const;
export const sources = ['additional-revenue', 'discontinued-tasks', 'reallocation'] as const;

/** How the derived state came about: which years and kinds have a need, and which of them are not covered. */
export interface Derivation {
  needed: number;
  covered: number;
  /** Nothing is secured, although something is needed. */
  bare: boolean;
  /** Years and kinds in which less is secured than needed, in order. */
  short: BudgetYear[];
}

/** Looks at expense alone: revenue and counter-funding never count for the derived state. */
export function derivationOf(years: readonly BudgetYear[]): Derivation {
  const needed = years.filter((year) => year.state !== 'unknown');
  const short = needed.filter((year) => year.securedCents < year.needCents);
  return {
    needed: needed.length,
    covered: needed.length - short.length,
    bare: short.length > 0 && needed.every((year) => year.securedCents === 0),
    short,
  };
}

/** Declared and derived state contradict each other; where one of them is not known, nothing does. */
export function statesDiffer({ declaredState, derivedState }: ProjectBudget): boolean {
  return declaredState !== null && derivedState !== 'unknown' && declaredState !== derivedState;
}

/** The budgets for which finance signed another state than the figures of now would have. */
export function confirmationsThatDiffer({ budgets }: Pick<ProjectBudget, 'budgets'>): InBudget[] {
  return budgets.filter(
    ({ confirmation, derivedState }) =>
      confirmation !== null && derivedState !== 'unknown' && confirmation.state !== derivedState,
  );
}

/** The year that people plan for: from October on the next one. `today` is 'YYYY-MM-DD'. */
export function planningYear(today: string): number {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month >= 10 ? year + 1 : year;
}

/** Appropriation, amendments and carry-over, whole cents. */
export function budgetedOf(line: BudgetLine): number {
  return line.appropriationCents + line.amendmentsCents + line.carryOverCents;
}

/** Whether any of the amounts has cents: then all of a table are shown with them, so that they align. */
export function haveCents(amounts: readonly (number | null)[]): boolean {
  return amounts.some((amount) => amount !== null && amount % 100 !== 0);
}
