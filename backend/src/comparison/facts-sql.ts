/** What of the read model is compared as it stands, by the name of its field. */
const OVERVIEW = [
  'phase',
  'light_schedule',
  'light_cost',
  'light_scope',
  'light_resources',
  'progress_percent',
  'reported_on',
  'approved_end',
  'baseline_end',
  'expected_end',
  'end_moves',
  'declared_budget_state',
  'derived_budget_state',
  'self_score',
  'review_score',
  'open_risks',
  'high_risks',
  'co2_effect',
  'co2_magnitude',
  'visibility',
];
/** What of the project itself is compared beside it. */
const PROJECT = [
  'expected_start',
  'approved_start',
  'baseline_start',
  'title',
  'summary',
  'goal',
  'expected_effect',
  'co2_reason',
  'co2_optimisation',
  'iq_note',
];
const MONEY = ['need', 'secured', 'gap', 'actual', 'forecast'];
const KINDS = ['operating', 'capital'];

const camel = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const fields = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `'${camel(column)}', ${alias}.${column}`).join(', ');
const yesNo = (value: string): string => `case when ${value} then 'yes' when not ${value} then 'no' end`;

/** Limits parts to those of the wanted projects; $1 is null when all are wanted. */
const WANTED = '($1::uuid[] is null or part.project_id = any ($1))';

/** The titles of what projects are linked to, as one text per project; in German, the language of the catalogues. */
const titles = (name: string, title: string, from: string): string => `
  ${name} as (
    select part.project_id, string_agg(${title}, ', ' order by ${title} collate "de-x-icu") as titles
      from ${from} where ${WANTED} group by part.project_id)`;

const sums = (name: string, amount: string, from: string): string => `
  ${name} as (
    select part.project_id,
           coalesce(sum(${amount}) filter (where part.kind = 'operating'), 0) as operating,
           coalesce(sum(${amount}) filter (where part.kind = 'capital'), 0) as capital
      from ${from} and ${WANTED} group by part.project_id)`;

const PARTS = [
  titles('tags', 'part.tag', 'project_tag part'),
  titles(
    'fields',
    'f.title_de',
    'project_action_field part join action_field f on f.id = part.action_field_id',
  ),
  titles(
    'themes',
    'c.title_de',
    'project_corridor_theme part join corridor_theme c on c.id = part.corridor_theme_id',
  ),
  titles(
    'goals',
    'coalesce(g.title_de, part.free_text)',
    'project_supported_goal part left join supported_goal g on g.id = part.supported_goal_id',
  ),
  sums('committed', 'part.committed_cents', `budget_line part where part.direction = 'expense'`),
  sums('revenue', 'part.amount_cents', `need part where part.direction = 'revenue'`),
  sums('funding', 'part.amount_cents', 'counter_funding part where true'),
  `
  milestones as (
    select part.project_id,
           jsonb_agg(jsonb_build_object('id', part.id, 'title', part.title, 'expectedOn', part.expected_on,
                                        'actualOn', part.actual_on)) as list
      from milestone part where ${WANTED} group by part.project_id)`,
  `
  scores as (
    select part.project_id,
           jsonb_agg(jsonb_build_array(part.principle_id, part.voice, part.score)) as list
      from principle_score part where ${WANTED} group by part.project_id)`,
];

const besides = KINDS.flatMap((kind) =>
  [
    ['committed', 'committed'],
    ['revenue', 'neededRevenue'],
    ['funding', 'counterFunding'],
  ].map(
    ([alias, name]) =>
      `'${name}${kind === 'operating' ? 'Operating' : 'Capital'}Cents', coalesce(${alias}.${kind}, 0)`,
  ),
).join(', ');

/**
 * The comparable facts of the projects $1 (null: all), judged on the day $2, with the principles that scores name and
 * the revision: one row. Parts are put together once for all projects, not once for each.
 */
export const FACTS = `
  with ${PARTS.join(',')},
  rhythms as (select coalesce(jsonb_object_agg(r.phase, r.days), '{}') as days from report_rhythm r)
  select current_rev() as rev,
         (select coalesce(jsonb_object_agg(d.id, jsonb_build_object(
                   'key', d.key, 'title', jsonb_build_object('de', d.title_de, 'en', d.title_en))), '{}')
            from design_principle d) as principles,
         coalesce(jsonb_agg(jsonb_build_object(
           'id', p.id, 'number', p.number, 'title', p.title,
           'reportedLight', o.light,
           'isOverdue', coalesce($2::date - o.rhythm_since > (rhythms.days -> o.phase)::integer, false),
           'agendas', array(select a.title_de from digital_agenda a where a.id = any (o.agenda_ids)),
           'plain', jsonb_build_object(
             ${fields('o', OVERVIEW)}, ${fields('p', PROJECT)})
             || jsonb_build_object(
             'helpWanted', ${yesNo('o.help_wanted')},
             'leadProject', ${yesNo('o.lead_project')},
             'iqRelevant', ${yesNo('o.iq_relevant')},
             'financialEffects', ${yesNo('p.financial_effects')},
             'office', office.name, 'actionField', field.title_de,
             'furtherActionFields', fields.titles, 'corridorThemes', themes.titles,
             'goals', goals.titles, 'tags', tags.titles),
           'money', jsonb_build_object(
             ${MONEY.flatMap((name) => KINDS.map((kind) => fields('o', [`${name}_${kind}_cents`]))).join(', ')},
             ${besides}),
           'milestones', coalesce(milestones.list, '[]'),
           'scores', coalesce(scores.list, '[]')) order by p.number), '[]') as projects
    from project p
    join project_overview o on o.id = p.id
    cross join rhythms
    join action_field field on field.id = p.primary_action_field_id
    left join org_unit office on office.id = p.office_id
    left join tags on tags.project_id = p.id
    left join fields on fields.project_id = p.id
    left join themes on themes.project_id = p.id
    left join goals on goals.project_id = p.id
    left join committed on committed.project_id = p.id
    left join revenue on revenue.project_id = p.id
    left join funding on funding.project_id = p.id
    left join milestones on milestones.project_id = p.id
    left join scores on scores.project_id = p.id
   where $1::uuid[] is null or p.id = any ($1)`;
