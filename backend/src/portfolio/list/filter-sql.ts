import { unitsBelowSql } from '../../organisation/index.js';
import type { ProjectFilterQuery } from '../dto/project-filter.dto.js';
import type { CoverageFilter } from '../portfolio.enums.js';
import { anyOf, anyOrNull, isNamed, or } from './conditions.js';
import { searchSql } from './search-sql.js';
import type { SqlValues } from './sql-values.js';

/** On whose behalf and of when a filter speaks. */
export interface FilterContext {
  personId: string;
  /** Day on which age and overdue are judged. */
  today: string;
  /** The present state is read, not the past. */
  live: boolean;
}

/** Days within which a project of a phase reports, by phase; looked up once per statement, not once per row. */
const RHYTHMS = '(select jsonb_object_agg(rhythm.phase, rhythm.days) from report_rhythm rhythm)';

/** Says in SQL that the status of `o` is overdue on a day, given as its placeholder. */
export const overdueSql = (today: string): string =>
  `coalesce(${today} - o.rhythm_since > (${RHYTHMS} -> o.phase)::integer, false)`;

/** The light of `o` as it is shown on a day. */
export const shownLightSql = (today: string): string =>
  `case when ${overdueSql(today)} then 'overdue' else coalesce(o.light, 'none') end`;

/** Age class of the last report of `o` on a day. */
export const reportAgeSql = (today: string): string => `
  case when o.report_count = 0 then 'never' when ${today} - o.rhythm_since <= 30 then 'up-to-30'
       when ${today} - o.rhythm_since <= 60 then 'up-to-60'
       when ${today} - o.rhythm_since <= 90 then 'up-to-90' else 'over-90' end`;

/** Puts the filters of a query into a condition on rows `o` of the read model; `true` when everything is wanted. */
export function filterSql(query: ProjectFilterQuery, context: FilterContext, values: SqlValues): string {
  const conditions = [
    ...plainConditions(query, context, values),
    ...scoreConditions(query, values),
    ...datedConditions(query, context, values),
  ];
  return conditions.join('\n and ') || 'true';
}

function plainConditions(query: ProjectFilterQuery, context: FilterContext, values: SqlValues): string[] {
  const conditions: string[] = [];
  const add = (given: unknown, condition: () => string | null): void => {
    if (given === undefined || (Array.isArray(given) && given.length === 0)) return;
    const sql = condition();
    if (sql !== null) conditions.push(sql);
  };
  add(query.q, () => searchSql(query.q ?? '', { live: context.live, values }));
  add(query.phase, () => anyOf('o.phase', query.phase, values));
  add(
    query.actionField,
    () => `o.primary_action_field_id = any (${idsOf('action_field', query.actionField, values)})`,
  );
  add(query.office, () => officeCondition(query.office ?? [], values));
  add(query.declaredBudgetState, () =>
    anyOrNull('o.declared_budget_state', query.declaredBudgetState, values),
  );
  add(query.derivedBudgetState, () => anyOf('o.derived_budget_state', query.derivedBudgetState, values));
  add(query.co2, () => anyOrNull('o.co2_effect', query.co2, values));
  add(query.coverage, () => or((query.coverage ?? []).map((coverage) => COVERAGE[coverage])));
  add(query.agenda, () => agendaCondition(query.agenda ?? [], values));
  add(query.tag, () => `o.tags && ${values.of(query.tag)}::text[]`);
  add(query.finding, () => `o.findings && ${values.of(query.finding)}::text[]`);
  add(query.iq, () => (query.iq === true ? 'o.iq_relevant' : 'o.iq_relevant is not true'));
  add(query.conflicts, () => (query.conflicts === true ? 'o.self_conflicts > 0' : 'o.self_conflicts = 0'));
  add(query.voiceDifferences, () =>
    query.voiceDifferences === true ? 'o.voice_differences > 0' : 'o.voice_differences = 0',
  );
  add(query.leadProject, () => (query.leadProject === true ? 'o.lead_project' : 'not o.lead_project'));
  add(query.helpWanted, () => (query.helpWanted === true ? 'o.help_wanted' : 'not o.help_wanted'));
  add(query.lead, () => `o.person_ids @> array[${values.of(context.personId)}::uuid]`);
  return conditions;
}

function datedConditions(query: ProjectFilterQuery, { today }: FilterContext, values: SqlValues): string[] {
  const conditions: string[] = [];
  if (query.light !== undefined && query.light.length > 0) {
    conditions.push(`${shownLightSql(values.day(today))} = any (${values.of(query.light)}::text[])`);
  }
  if (query.reportAge !== undefined && query.reportAge.length > 0) {
    conditions.push(`${reportAgeSql(values.day(today))} = any (${values.of(query.reportAge)}::text[])`);
  }
  if (query.overdue !== undefined) {
    conditions.push(`${query.overdue ? '' : 'not '}${overdueSql(values.day(today))}`);
  }
  return conditions;
}

function scoreConditions(
  { conflictWith, scoredOn, openOn }: ProjectFilterQuery,
  values: SqlValues,
): string[] {
  const scored = (principle: string, which: string): string => `exists (
    select from principle_score s join design_principle d on d.id = s.principle_id
     where s.project_id = o.id and s.voice = 'self' and ${which}
       and ${isNamed('d', [principle], values)})`;
  return [
    ...(conflictWith === undefined ? [] : [scored(conflictWith, 's.score = 0')]),
    ...(scoredOn === undefined ? [] : [scored(scoredOn, 's.score is not null')]),
    ...(openOn === undefined ? [] : [`not ${scored(openOn, 'true')}`]),
  ];
}

const COVERAGE: Record<CoverageFilter, string> = {
  complete: 'o.self_settled >= o.principle_count',
  partial: '(o.self_settled > 0 and o.self_settled < o.principle_count)',
  none: 'o.self_settled = 0',
};

function officeCondition(refs: readonly string[], values: SqlValues): string {
  const named = refs.filter((ref) => ref !== 'none');
  const roots = (): string => `select u.id from org_unit u where ${isNamed('u', named, values)}`;
  return or([
    ...(named.length < refs.length ? ['o.office_id is null'] : []),
    ...(named.length > 0 ? [`o.office_id = any (array(${unitsBelowSql(roots())}))`] : []),
  ]);
}

function agendaCondition(refs: readonly string[], values: SqlValues): string {
  const named = refs.filter((ref) => ref !== 'none');
  return or([
    ...(named.length < refs.length ? [`o.agenda_ids = '{}'`] : []),
    ...(named.length > 0 ? [`o.agenda_ids && ${idsOf('digital_agenda', named, values)}`] : []),
  ]);
}

/** An array of the ids of catalogue entries that are named by key or id; evaluated once per statement. */
function idsOf(
  table: 'action_field' | 'digital_agenda',
  refs: readonly string[] = [],
  values: SqlValues,
): string {
  return `array(select c.id from ${table} c where ${isNamed('c', refs, values)})`;
}
