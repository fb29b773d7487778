/** Phases of a project in their order; the last two leave the order. Source: domain.md, "Phases and gate". */
export const PHASES = [
  'idea',
  'proposal',
  'approved',
  'in-progress',
  'rollout',
  'completed',
  'paused',
  'cancelled',
] as const;
export type Phase = (typeof PHASES)[number];

/** Phases in which a project has come to its end. */
export const ENDED_PHASES: readonly Phase[] = ['completed', 'cancelled'];

export const CO2_EFFECTS = ['none', 'positive', 'negative', 'undirected'] as const;
export type Co2Effect = (typeof CO2_EFFECTS)[number];

export const CO2_MAGNITUDES = ['minor', 'considerable'] as const;
export type Co2Magnitude = (typeof CO2_MAGNITUDES)[number];

/** What a project lead declares, as ticked on a cover sheet. */
export const DECLARED_BUDGET_STATES = ['full', 'partial', 'none'] as const;
export type DeclaredBudgetState = (typeof DECLARED_BUDGET_STATES)[number];

/** What follows from needs and budget lines; `unknown` without any need. */
export const DERIVED_BUDGET_STATES = ['full', 'partial', 'none', 'unknown'] as const;
export type DerivedBudgetState = (typeof DERIVED_BUDGET_STATES)[number];

export const VISIBILITIES = ['internal', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Where a project came from; `sample` is marked as such in the interface. */
export const ORIGINS = ['entered', 'sample', 'import'] as const;
export type Origin = (typeof ORIGINS)[number];

export const PERSON_FUNCTIONS = ['lead', 'deputy'] as const;
export type PersonFunction = (typeof PERSON_FUNCTIONS)[number];

export const LINK_KINDS = ['depends-on', 'part-of'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const RISK_STATES = ['open', 'occurred', 'closed'] as const;
export type RiskState = (typeof RISK_STATES)[number];

/** What is done about a risk. */
export const RISK_RESPONSES = ['avoid', 'reduce', 'transfer', 'accept'] as const;
export type RiskResponse = (typeof RISK_RESPONSES)[number];

/** What a report says; the reports themselves are kept by a feature above this one. */
export const LIGHTS = ['green', 'amber', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** What a person can be allowed to do on one project. */
export const PROJECT_RIGHTS = [
  'edit',
  'status',
  'assess-self',
  'need',
  'review',
  'budget',
  'agenda',
  'publish',
] as const;
export type ProjectRight = (typeof PROJECT_RIGHTS)[number];
