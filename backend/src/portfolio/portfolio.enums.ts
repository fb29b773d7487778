import { DECLARED_BUDGET_STATES, CO2_EFFECTS } from '../projects/index.js';

/** The light as it is shown: grey when the status is overdue, `none` when nothing was reported and nothing is due. */
export const SHOWN_LIGHTS = ['green', 'amber', 'red', 'overdue', 'none'] as const;
export type ShownLight = (typeof SHOWN_LIGHTS)[number];

/** Stands for "nobody has said so yet" in filters and counts. */
export const NOT_STATED = 'not-stated';

export const DECLARED_BUDGET_STATE_FILTERS = [...DECLARED_BUDGET_STATES, NOT_STATED] as const;
export type DeclaredBudgetStateFilter = (typeof DECLARED_BUDGET_STATE_FILTERS)[number];

export const CO2_FILTERS = [...CO2_EFFECTS, NOT_STATED] as const;
export type Co2Filter = (typeof CO2_FILTERS)[number];

/** Age of the last report in days. */
export const REPORT_AGES = ['up-to-30', 'up-to-60', 'up-to-90', 'over-90', 'never'] as const;
export type ReportAge = (typeof REPORT_AGES)[number];

/** How much of the self-assessment is settled. */
export const COVERAGES = ['complete', 'partial', 'none'] as const;
export type CoverageFilter = (typeof COVERAGES)[number];

/** By what a list can be grouped. */
export const GROUPINGS = [
  'phase',
  'actionField',
  'office',
  'light',
  'declaredBudgetState',
  'derivedBudgetState',
  'co2',
  'agenda',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** By what a list can be sorted; a leading minus turns the order round. What is not known comes last either way. */
export const SORT_KEYS = [
  'number',
  'title',
  'phase',
  'light',
  'reportedOn',
  'progressPercent',
  'selfScore',
  'reviewScore',
  'coverage',
  'conflicts',
  'expectedEnd',
  'slipDays',
  'endMoves',
  'needOperatingCents',
  'needCapitalCents',
  'securedOperatingCents',
  'securedCapitalCents',
  'gapOperatingCents',
  'gapCapitalCents',
  'actualOperatingCents',
  'actualCapitalCents',
  'forecastOperatingCents',
  'forecastCapitalCents',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export { type Voice, VOICES } from '../assessments/index.js';

/** What stands beside the principles in a heat map. */
export const HEATMAP_AXES = ['actionField', 'project'] as const;
export type HeatmapAxis = (typeof HEATMAP_AXES)[number];
