import { budgetCells } from '../budget/index.js';

/** The scenarios that a statement is about; `condition` narrows them, `page` may order and limit. */
const shownScenarios = (condition: string, page: string): string => `
  select s.id, s.version, s.title, s.note, s.terms_version as "termsVersion", s.ceilings, s.phases,
         s.score_weight as "scoreWeight", s.benefit_weight as "benefitWeight", s.assumed_score as "assumedScore",
         s.excludes_conflicts as "excludesConflicts", s.choices, s.groups, s.result,
         jsonb_build_object('id', b.id, 'key', b.key, 'title', b.title, 'yearFrom', b.year_from, 'yearTo', b.year_to,
           'stage', b.stage) as budget,
         jsonb_build_object('id', s.owner_id, 'displayName', person.display_name) as owner,
         b.year_from as "yearFrom", b.year_to as "yearTo",
         greatest(b.year_to, (select max((c->>'year')::int) from jsonb_array_elements(s.ceilings) c)) as "lastYear"
    from scenario s
    join budget b on b.id = s.budget_id
    left join public.person on person.id = s.owner_id
   where ${condition}
   ${page}`;

/**
 * Scenarios with what they have to know of projects, in one statement and so of one moment: every project that may be a
 * candidate of one of them, and what those depend on.
 */
export const scenarioFacts = ({ condition, page = '' }: { condition: string; page?: string }): string => `
  with shown as materialized (${shownScenarios(condition, page)}),
  cell as materialized (
    select project_id, year, kind, gap_cents
      from (${budgetCells('year >= (select min("yearFrom") from shown)')}) every
     where gap_cents > 0),
  candidate as materialized (
    select p.id from project p
     where p.phase in (select unnest(phases) from shown)
       and exists (select from cell where cell.project_id = p.id and cell.year <= (select max("lastYear") from shown))
    union
    select (choice->>'projectId')::uuid from shown, jsonb_array_elements(choices) choice
     where (choice->>'isAdded')::boolean),
  wanted as (
    select id from candidate
    union
    select link.other_project_id from project_link link
     where link.kind = 'depends-on' and link.project_id in (select id from candidate))
  select current_rev() as rev,
         coalesce((select jsonb_agg(to_jsonb(shown) order by shown."yearFrom" desc, shown.title, shown.id) from shown), '[]')
           as scenarios,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'id', p.id, 'number', p.number, 'title', p.title, 'phase', p.phase,
                    'score', seen.self_score, 'settled', seen.self_settled, 'principleCount', seen.principle_count,
                    'conflicts', coalesce((
                      select jsonb_agg(jsonb_build_object('key', principle.key, 'title',
                               jsonb_build_object('de', principle.title_de, 'en', principle.title_en))
                               order by principle.position)
                        from principle_score score
                        join design_principle principle on principle.id = score.principle_id
                        join action_field field on field.strategy_id = principle.strategy_id
                       where field.id = p.primary_action_field_id
                         and score.project_id = p.id and score.voice = 'self' and score.score = 0), '[]'),
                    'gaps', coalesce((
                      select jsonb_agg(jsonb_build_object('year', cell.year, 'kind', cell.kind, 'gapCents', cell.gap_cents)
                                       order by cell.year, cell.kind desc)
                        from cell where cell.project_id = p.id), '[]'),
                    'needs', coalesce((
                      select jsonb_agg(distinct link.other_project_id) from project_link link
                       where link.project_id = p.id and link.kind = 'depends-on'), '[]')) order by p.number)
             from wanted
             join project p on p.id = wanted.id
             left join project_overview seen on seen.id = p.id), '[]') as projects`;

/** One scenario, $1. */
export const ONE_SCENARIO = scenarioFacts({ condition: 's.id = $1' });

/** Those that are compared, $1. */
export const COMPARED_SCENARIOS = scenarioFacts({ condition: 's.id = any ($1::uuid[])' });

/** A page of all: $1 rows from $2 on. */
export const PAGE_OF_SCENARIOS = scenarioFacts({
  condition: 'true',
  page: 'order by b.year_from desc, s.title, s.id limit $1 offset $2',
});
