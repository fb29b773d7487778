/** What finance has to look at, in the order in which it is shown. Source: product.md, Finance 1, 3, 4 and 7. */
export const EXCEPTION_KINDS = [
  'gap-without-destination',
  'forecast-over-secured',
  'actual-over-forecast',
  'actual-over-secured',
  'follow-up-without-year',
  'states-contradict',
  'confirmation-outdated',
  'unchecked',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** What puts projects into groups, each project into exactly one. */
export const MATRIX_GROUPINGS = ['office', 'directorate', 'actionField', 'subBudget', 'leadProject'] as const;
export type MatrixGrouping = (typeof MATRIX_GROUPINGS)[number];

/** The amounts by which the projects of a group can be put in order. */
export const MEASURES = ['need', 'secured', 'actual', 'gap', 'forecast'] as const;
export type Measure = (typeof MEASURES)[number];

/** Key of the group of projects that have no value. */
export const NO_GROUP = 'none';
/** Key of the group of projects that have several values. */
export const SEVERAL = 'several';

/** What an unchecked figure is. */
export const FIGURE_RECORDS = ['need', 'counter-funding', 'follow-up-cost'] as const;
export type FigureRecord = (typeof FIGURE_RECORDS)[number];
