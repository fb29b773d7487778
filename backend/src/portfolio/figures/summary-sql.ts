import { CURRENT_STRATEGY_SQL } from '../../strategy/index.js';
import type { ProjectFilterQuery } from '../dto/project-filter.dto.js';
import { type FilterContext, filterSql, reportAgeSql, shownLightSql } from '../list/filter-sql.js';
import { SqlValues } from '../list/sql-values.js';
import type { Statement } from '../list/list-sql.js';

/** Counts by value, `{ value: count }`. */
export type Tally = Record<string, number>;

/** A catalogue entry with its count. */
export interface CountedEntry {
  key: string;
  titleDe: string;
  titleEn: string | null;
  count: number;
}

/** What one voice says of a principle. */
export interface VoiceFigures {
  meanScore: number | null;
  scored: number;
  settled: number;
  conflicts: number;
}

/** What {@link summaryStatement} answers, one row. */
export interface SummaryRow {
  rev: number;
  totals: Record<
    | 'projects'
    | 'selfScored'
    | 'reviewScored'
    | 'conflictProjects'
    | 'conflicts'
    | 'needOperatingCents'
    | 'needCapitalCents'
    | 'securedOperatingCents'
    | 'securedCapitalCents'
    | 'gapOperatingCents'
    | 'gapCapitalCents'
    | 'actualOperatingCents'
    | 'actualCapitalCents'
    | 'forecastOperatingCents'
    | 'forecastCapitalCents',
    number
  > &
    Record<'meanSelfScore' | 'meanReviewScore' | 'meanCoveragePercent', number | null>;
  lights: Tally;
  phases: Tally;
  declared: Tally;
  derived: Tally;
  co2: Tally;
  ages: Tally;
  findings: Tally;
  actionFields: CountedEntry[];
  offices: CountedEntry[];
  principles: SummaryPrinciple[];
}

/** A principle of the current strategy; null without any score. */
export interface SummaryPrinciple {
  key: string;
  titleDe: string;
  titleEn: string | null;
  self: VoiceFigures | null;
  review: VoiceFigures | null;
}

/** All figures of a filter in one statement, hence of one snapshot. */
export function summaryStatement(query: ProjectFilterQuery, context: FilterContext): Statement {
  const values = new SqlValues();
  const filter = filterSql(query, context, values);
  const today = values.day(context.today);
  const sql = `
    with chosen as materialized (
      select o.id, o.phase, o.primary_action_field_id, o.office_id, o.declared_budget_state, o.derived_budget_state,
             o.co2_effect, o.findings, o.self_score, o.review_score, o.self_settled, o.self_conflicts,
             o.principle_count, o.need_operating_cents, o.need_capital_cents, o.secured_operating_cents,
             o.secured_capital_cents, o.gap_operating_cents, o.gap_capital_cents,
             o.actual_operating_cents, o.actual_capital_cents, o.forecast_operating_cents, o.forecast_capital_cents,
             ${shownLightSql(today)} as shown_light, ${reportAgeSql(today)} as report_age
        from project_overview o where ${filter}
    )
    select current_rev() as rev,
      (select to_jsonb(t) from (select ${TOTALS} from chosen) t) as totals,
      ${tally('shown_light')} as lights,
      ${tally('phase')} as phases,
      ${tally(`coalesce(declared_budget_state, 'not-stated')`)} as declared,
      ${tally('derived_budget_state')} as derived,
      ${tally(`coalesce(co2_effect, 'not-stated')`)} as co2,
      ${tally('report_age')} as ages,
      ${tally('finding', 'chosen, unnest(findings) as finding')} as findings,
      ${ACTION_FIELDS} as "actionFields",
      ${OFFICES} as offices,
      ${PRINCIPLES} as principles`;
  return { sql, values: values.list };
}

const tally = (value: string, from = 'chosen'): string => `
  (select coalesce(jsonb_object_agg(t.value, t.count), '{}')
     from (select ${value} as value, count(*) as count from ${from} group by 1) t)`;

const TOTALS = `
  count(*) as projects,
  round(avg(self_score), 1) as "meanSelfScore", count(self_score) as "selfScored",
  round(avg(review_score), 1) as "meanReviewScore", count(review_score) as "reviewScored",
  round(avg(100.0 * self_settled / nullif(principle_count, 0)), 1) as "meanCoveragePercent",
  count(*) filter (where self_conflicts > 0) as "conflictProjects", coalesce(sum(self_conflicts), 0) as conflicts,
  coalesce(sum(need_operating_cents), 0) as "needOperatingCents",
  coalesce(sum(need_capital_cents), 0) as "needCapitalCents",
  coalesce(sum(secured_operating_cents), 0) as "securedOperatingCents",
  coalesce(sum(secured_capital_cents), 0) as "securedCapitalCents",
  coalesce(sum(gap_operating_cents), 0) as "gapOperatingCents",
  coalesce(sum(gap_capital_cents), 0) as "gapCapitalCents",
  coalesce(sum(actual_operating_cents), 0) as "actualOperatingCents",
  coalesce(sum(actual_capital_cents), 0) as "actualCapitalCents",
  coalesce(sum(forecast_operating_cents), 0) as "forecastOperatingCents",
  coalesce(sum(forecast_capital_cents), 0) as "forecastCapitalCents"`;

/** Fields of the current strategy, and those of older editions that still have projects. */
const ACTION_FIELDS = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'titleDe', f.title_de, 'titleEn', f.title_en,
                                                'count', coalesce(n.count, 0))
                             order by (f.strategy_id = (${CURRENT_STRATEGY_SQL})) desc, f.position, f.id), '[]')
     from action_field f
     left join (select primary_action_field_id as id, count(*) as count from chosen group by 1) n on n.id = f.id
    where n.count > 0 or f.strategy_id = (${CURRENT_STRATEGY_SQL}))`;

const OFFICES = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', coalesce(u.id::text, 'none'), 'titleDe', coalesce(u.name, ''),
                                                'titleEn', null, 'count', n.count)
                             order by u.name collate "de-x-icu" nulls last), '[]')
     from (select office_id, count(*) as count from chosen group by 1) n
     left join org_unit u on u.id = n.office_id)`;

const voice = (name: string): string => `jsonb_build_object(
  'meanScore', round(avg(s.score) filter (where s.voice = '${name}'), 2),
  'scored', count(s.score) filter (where s.voice = '${name}'),
  'settled', count(*) filter (where s.voice = '${name}'),
  'conflicts', count(*) filter (where s.voice = '${name}' and s.score = 0))`;

const PRINCIPLES = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'titleDe', d.title_de, 'titleEn', d.title_en,
                                                'self', n.self, 'review', n.review) order by d.position), '[]')
     from design_principle d
     left join (
       select s.principle_id, ${voice('self')} as self, ${voice('review')} as review
         from principle_score s join chosen c on c.id = s.project_id group by s.principle_id
     ) n on n.principle_id = d.id
    where d.strategy_id = (${CURRENT_STRATEGY_SQL}))`;
