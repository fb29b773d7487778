import type { ChangeDirection, ChangeUnit, ComparedField } from './comparison.enums.js';

/** What the values of a field are. */
export function unitOf(field: ComparedField): ChangeUnit {
  return field.endsWith('Cents') ? 'cents' : (UNITS[field] ?? 'text');
}

/**
 * Whether a change is one for the better. The other way round it is always the opposite, so that a comparison can be
 * read backwards.
 */
export function directionOf(
  field: ComparedField,
  before: string | number | null,
  after: string | number | null,
): ChangeDirection {
  const goodness = goodnessOf(field);
  if (goodness === undefined) return 'neutral';
  const was = goodness(before);
  const is = goodness(after);
  if (was === null || is === null || was === is) return 'neutral';
  return is > was ? 'better' : 'worse';
}

type Goodness = (value: string | number | null) => number | null;

/** Lights from best to worst; nobody knows how a project is whose report is overdue, so it counts as the worst. */
const LIGHTS_BY_GOODNESS: Record<string, number> = { green: 3, amber: 2, red: 1, overdue: 1 };

/** Forward is better, to stand still is worse than to be on the way, and to be cancelled is the end. */
const PHASES_BY_GOODNESS: Record<string, number> = {
  cancelled: -2,
  paused: -1,
  idea: 0,
  proposal: 1,
  approved: 2,
  'in-progress': 3,
  rollout: 4,
  completed: 5,
};

const BUDGET_STATES_BY_GOODNESS: Record<string, number> = { none: 0, partial: 1, full: 2 };

const ranked =
  (ranks: Record<string, number>): Goodness =>
  (value) =>
    typeof value === 'string' ? (ranks[value] ?? null) : null;
const more: Goodness = (value) => (typeof value === 'number' ? value : null);
const less: Goodness = (value) => (typeof value === 'number' ? -value : null);
/** Earlier is better: the day counts with its digits. */
const earlier: Goodness = (value) => (typeof value === 'string' ? -Number(value.replaceAll('-', '')) : null);

function goodnessOf(field: ComparedField): Goodness | undefined {
  return GOODNESS[field];
}

const light = ranked(LIGHTS_BY_GOODNESS);
const budgetState = ranked(BUDGET_STATES_BY_GOODNESS);

const GOODNESS: Partial<Record<ComparedField, Goodness>> = {
  phase: ranked(PHASES_BY_GOODNESS),
  light,
  lightSchedule: light,
  lightCost: light,
  lightScope: light,
  lightResources: light,
  progressPercent: more,
  expectedEnd: earlier,
  milestone: earlier,
  endMoves: less,
  needOperatingCents: less,
  needCapitalCents: less,
  forecastOperatingCents: less,
  forecastCapitalCents: less,
  gapOperatingCents: less,
  gapCapitalCents: less,
  securedOperatingCents: more,
  securedCapitalCents: more,
  declaredBudgetState: budgetState,
  derivedBudgetState: budgetState,
  'score-self': more,
  'score-review': more,
  selfScore: more,
  reviewScore: more,
  openRisks: less,
  highRisks: less,
};

const UNITS: Partial<Record<ComparedField, ChangeUnit>> = {
  phase: 'phase',
  light: 'light',
  lightSchedule: 'light',
  lightCost: 'light',
  lightScope: 'light',
  lightResources: 'light',
  progressPercent: 'percent',
  helpWanted: 'yes-no',
  reportedOn: 'day',
  expectedStart: 'day',
  expectedEnd: 'day',
  approvedStart: 'day',
  approvedEnd: 'day',
  baselineStart: 'day',
  baselineEnd: 'day',
  milestone: 'day',
  endMoves: 'count',
  declaredBudgetState: 'choice',
  derivedBudgetState: 'choice',
  financialEffects: 'yes-no',
  'score-self': 'score',
  'score-review': 'score',
  selfScore: 'percent',
  reviewScore: 'percent',
  openRisks: 'count',
  highRisks: 'count',
  leadProject: 'yes-no',
  agendas: 'list',
  furtherActionFields: 'list',
  corridorThemes: 'list',
  goals: 'list',
  tags: 'list',
  co2Effect: 'choice',
  co2Magnitude: 'choice',
  iqRelevant: 'yes-no',
  visibility: 'choice',
};
