/** Selects a jsonb list of one kind of part of project `p`; empty when there is none. */
const list = (item: string, from: string): string =>
  `coalesce((select jsonb_agg(${item}) from ${from}), '[]')`;

/** Builds a jsonb object with the camelCase names of columns of one table. */
const object = (alias: string, columns: readonly string[]): string =>
  `jsonb_build_object(${columns.map((column) => `'${camel(column)}', ${alias}.${column}`).join(', ')})`;

const camel = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const PROJECT = [
  'id',
  'number',
  'title',
  'summary',
  'phase',
  'phase_since',
  'paused_from',
  'office_id',
  'primary_action_field_id',
  'baseline_start',
  'baseline_end',
  'approved_start',
  'approved_end',
  'expected_start',
  'expected_end',
  'end_moves',
  'co2_effect',
  'co2_magnitude',
  'co2_reason',
  'co2_optimisation',
  'iq_relevant',
  'financial_effects',
  'declared_budget_state',
  'visibility',
  'origin',
];
const REPORT = [
  'id',
  'corrects_id',
  'reported_on',
  'published_at',
  'light_overall',
  'light_schedule',
  'light_cost',
  'light_scope',
  'light_resources',
  'progress_percent',
  'help_wanted',
];
const NEED = ['year', 'kind', 'direction', 'amount_cents'];
const LINE = [
  'year',
  'kind',
  'direction',
  'appropriation_cents',
  'amendments_cents',
  'carry_over_cents',
  'actual_cents',
  'forecast_cents',
];

/** Loads the parts of the projects with the ids $1, one row each, as one jsonb. */
export const LOAD_PARTS = `
  select jsonb_build_object(
    'project', ${object('p', PROJECT)},
    'furtherActionFieldIds', ${list('f.action_field_id', 'project_action_field f where f.project_id = p.id')},
    'agendaEntries', ${list("jsonb_build_object('agendaId', e.agenda_id, 'leadProject', e.lead_project)", 'agenda_entry e where e.project_id = p.id')},
    'themeCount', (select count(*) from project_corridor_theme c where c.project_id = p.id),
    'tags', ${list('t.tag', 'project_tag t where t.project_id = p.id')},
    'personIds', ${list('pp.person_id', 'project_person pp where pp.project_id = p.id')},
    'scores', ${list(object('s', ['principle_id', 'voice', 'score']), 'principle_score s where s.project_id = p.id')},
    'reports', ${list(object('r', REPORT), 'status_report r where r.project_id = p.id')},
    'milestones', ${list(object('m', ['expected_on', 'actual_on']), 'milestone m where m.project_id = p.id')},
    'risks', ${list(object('k', ['probability', 'impact', 'state']), 'risk k where k.project_id = p.id')},
    'needs', ${list(object('n', NEED), 'need n where n.project_id = p.id')},
    'lines', ${list(`${object('l', LINE)} || jsonb_build_object('stage', b.stage)`, 'budget_line l join budget b on b.id = l.budget_id where l.project_id = p.id')},
    'counterFundings', ${list(object('c', ['year', 'kind', 'amount_cents', 'secured']), 'counter_funding c where c.project_id = p.id')}
  ) as parts
  from project p where p.id = any($1::uuid[]) order by p.id`;

/** Loads the check grids of all strategy editions: action field, and the principles of its edition. */
export const LOAD_GRIDS = `
  select f.id as "actionFieldId", p.id as "principleId", p.weight
    from action_field f join design_principle p on p.strategy_id = f.strategy_id
   order by f.id, p.position`;
