/** What can have happened to a project between two moments; several at once are normal. */
export const DIFFERENCE_KINDS = [
  'came',
  'went',
  'phase',
  'turned',
  'slipped',
  'costs-more',
  'costs-less',
  're-scored',
  'changed',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** What a value is, hence how it is shown. `choice` is a value of an enum of the contract, `yes-no` is `yes` or `no`. */
export const CHANGE_UNITS = [
  'phase',
  'light',
  'day',
  'cents',
  'percent',
  'score',
  'count',
  'choice',
  'yes-no',
  'list',
  'text',
] as const;
export type ChangeUnit = (typeof CHANGE_UNITS)[number];

/** How a change is to be read; `neutral` where nobody could say so without knowing the project. */
export const CHANGE_DIRECTIONS = ['better', 'worse', 'neutral'] as const;
export type ChangeDirection = (typeof CHANGE_DIRECTIONS)[number];

/** Money of a project, each by kind: the kinds never net out. */
export const MONEY_FIELDS = [
  'needOperatingCents',
  'needCapitalCents',
  'securedOperatingCents',
  'securedCapitalCents',
  'gapOperatingCents',
  'gapCapitalCents',
  'committedOperatingCents',
  'committedCapitalCents',
  'actualOperatingCents',
  'actualCapitalCents',
  'forecastOperatingCents',
  'forecastCapitalCents',
  'counterFundingOperatingCents',
  'counterFundingCapitalCents',
  'neededRevenueOperatingCents',
  'neededRevenueCapitalCents',
] as const;
export type MoneyField = (typeof MONEY_FIELDS)[number];

/** What is compared, in the order in which it is shown. */
export const COMPARED_FIELDS = [
  'phase',
  'agendas',
  'light',
  'lightSchedule',
  'lightCost',
  'lightScope',
  'lightResources',
  'progressPercent',
  'helpWanted',
  'reportedOn',
  'expectedStart',
  'expectedEnd',
  'approvedStart',
  'approvedEnd',
  'baselineStart',
  'baselineEnd',
  'endMoves',
  'milestone',
  ...MONEY_FIELDS,
  'declaredBudgetState',
  'derivedBudgetState',
  'financialEffects',
  'score-self',
  'score-review',
  'selfScore',
  'reviewScore',
  'openRisks',
  'highRisks',
  'leadProject',
  'title',
  'summary',
  'goal',
  'expectedEffect',
  'office',
  'actionField',
  'furtherActionFields',
  'corridorThemes',
  'goals',
  'tags',
  'co2Effect',
  'co2Magnitude',
  'co2Reason',
  'co2Optimisation',
  'iqRelevant',
  'iqNote',
  'visibility',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** Stands in a score's place where a principle does not apply. */
export const NOT_APPLICABLE = 'not-applicable';
