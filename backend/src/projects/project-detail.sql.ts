const title = (alias: string): string =>
  `json_build_object('de', ${alias}.title_de, 'en', ${alias}.title_en)`;

const entry = (alias: string, more = ''): string =>
  `json_build_object('id', ${alias}.id, 'key', ${alias}.key, 'title', ${title(alias)}${more})`;

const actionField = entry('f', `, 'strategyId', f.strategy_id`);

const list = (item: string, rest: string): string =>
  `coalesce((select json_agg(${item}) from ${rest}), '[]')`;

const linked = (direction: 'outgoing' | 'incoming', own: string, other: string): string => `
  select link.id, link.kind, '${direction}' as direction, other.number,
         json_build_object('id', other.id, 'number', other.number, 'title', other.title, 'phase', other.phase,
           'light', seen.light) as project
    from project_link link
    join project other on other.id = link.${other}
    left join project_overview seen on seen.id = other.id
   where link.${own} = p.id`;

/** Columns of `project p` that the answer has under their own names. */
const OWN = [
  'id, version, number, title, summary, goal, expected_effect, phase, phase_since, phase_reason, paused_from',
  'baseline_start, approved_start, expected_start, baseline_end, approved_end, expected_end, end_moves',
  'co2_effect, co2_magnitude, co2_reason, co2_optimisation, co2_kg_per_year, co2_method',
  'energy_kwh_per_year, energy_method, water_m3_per_year, water_method, paper_sheets_per_year, paper_method',
  'iq_relevant, iq_note, financial_effects, declared_budget_state, visibility, origin',
];

/** Columns of `project_overview o` that the answer is made from. */
const OVERVIEW = [
  'light, light_schedule, light_cost, light_scope, light_resources, report_count, reported_on, rhythm_since',
  'progress_percent, self_score, self_settled, self_conflicts, review_score, review_settled, review_conflicts',
  'principle_count, voice_differences, slip_days, next_milestone_on, need_operating_cents, need_capital_cents',
  'secured_operating_cents, secured_capital_cents, gap_operating_cents, gap_capital_cents, light_history, light_history_on, findings',
  'derived_budget_state, help_wanted, open_risks, high_risks, actual_operating_cents, actual_capital_cents',
  'forecast_operating_cents, forecast_capital_cents',
];

const camel = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const columns = (alias: string, lines: readonly string[]): string =>
  lines
    .flatMap((line) => line.split(', '))
    .map((column) => `${alias}.${column} as "${camel(column)}"`)
    .join(', ');

/**
 * One project with everything that its page shows, in one statement; the same live and as of a moment. Names, titles
 * and what the read model knows are resolved here, so that nothing is asked twice.
 *
 * @param key the column by which the project is looked up, with `$1`
 */
export const projectDetailSql = (key: 'id' | 'number'): string => `
  select current_rev() as rev, p.office_id as "officeId", to_json(detail) as project, to_json(figures) as figures
    from project p
    join project_overview o on o.id = p.id
    left join report_rhythm rhythm on rhythm.phase = p.phase
   cross join lateral (select ${columns('o', OVERVIEW)}, rhythm.days as "rhythmDays") figures
   cross join lateral (
  select ${columns('p', OWN)},
         case when office.id is not null then json_build_object('id', office.id, 'key', office.key,
           'shortName', office.short_name, 'name', office.name) end as office,
         ${actionField} as "primaryActionField",
         case when body.id is not null then ${entry('body')} end as "releasedBy",
         ${list(
           `${actionField} order by f.position`,
           `project_action_field x join action_field f on f.id = x.action_field_id where x.project_id = p.id`,
         )} as "actionFields",
         ${list(
           `${entry('t', `, 'emphasised', x.emphasised`)} order by x.emphasised desc, t.key`,
           `project_corridor_theme x join corridor_theme t on t.id = x.corridor_theme_id where x.project_id = p.id`,
         )} as "corridorThemes",
         ${list(
           `json_build_object('id', x.id, 'goal', case when g.id is not null then ${entry('g')} end,
              'freeText', x.free_text) order by g.key nulls last, x.free_text`,
           `project_supported_goal x left join supported_goal g on g.id = x.supported_goal_id where x.project_id = p.id`,
         )} as "supportedGoals",
         ${list(
           `json_build_object('personId', x.person_id, 'displayName', person.display_name, 'function', x.function)
              order by x.function desc, person.display_name, x.person_id`,
           `project_person x join person on person.id = x.person_id where x.project_id = p.id`,
         )} as people,
         ${list('x.tag order by x.tag', 'project_tag x where x.project_id = p.id')} as tags,
         ${list(
           `json_build_object('id', l.id, 'kind', l.kind, 'direction', l.direction, 'project', l.project)
              order by l.kind, l.direction desc, l.number`,
           `(${linked('outgoing', 'project_id', 'other_project_id')}
             union all ${linked('incoming', 'other_project_id', 'project_id')}) l`,
         )} as links,
         ${list(
           `json_build_object('agendaId', a.id, 'key', a.key, 'title', ${title('a')}, 'yearFrom', a.year_from,
              'yearTo', a.year_to, 'leadProject', x.lead_project, 'reason', x.reason) order by a.year_from desc, a.key`,
           `agenda_entry x join digital_agenda a on a.id = x.agenda_id where x.project_id = p.id`,
         )} as "agendaEntries"
    from action_field f
    left join org_unit office on office.id = p.office_id
    left join council_body body on body.id = p.released_by_id
   where f.id = p.primary_action_field_id) detail
   where p.${key} = $1`;
