/**
 * The columns that publishing copies, and where each comes from. This list is the only way for a fact about a project
 * to reach the public: project `p`, its read model `o`, its office. Source: domain.md, "Visibility".
 */
const COPIED = {
  id: 'p.id',
  number: 'p.number',
  title: 'p.title',
  summary: 'p.summary',
  phase: 'p.phase',
  action_field_id: 'p.primary_action_field_id',
  office_id: 'p.office_id',
  office_short_name: 'office.short_name',
  office_name: 'office.name',
  light: 'o.light',
  light_on: 'case when o.report_count > 0 then o.rhythm_since end',
  principle_score: 'o.self_score',
  settled: 'o.self_settled',
  principle_count: 'o.principle_count',
  conflicts: 'o.self_conflicts',
  co2_effect: 'p.co2_effect',
  co2_magnitude: 'p.co2_magnitude',
  declared_budget_state: 'p.declared_budget_state',
  milestones: `coalesce((
    select jsonb_agg(jsonb_build_object('title', m.title, 'expectedOn', m.expected_on, 'actualOn', m.actual_on)
                     order by coalesce(m.actual_on, m.expected_on), m.title, m.id)
      from milestone m where m.project_id = p.id and m.is_public), '[]')`,
};

/** What a report says anew of a published project. */
const REPORTED = ['phase', 'light', 'light_on'] as const;

const columns = Object.keys(COPIED);

/** Projects as they would be published now, one row each with the columns of the record; live or as of a moment. */
export const RECORD = `
  select ${Object.entries(COPIED)
    .map(([column, source]) => `${source} as ${column}`)
    .join(', ')}
    from project p
    join project_overview o on o.id = p.id
    left join org_unit office on office.id = p.office_id`;

const differ = (names: readonly string[], one: string, other: string): string =>
  `(${names.map((name) => `${one}.${name}`).join(', ')})
     is distinct from (${names.map((name) => `${other}.${name}`).join(', ')})`;

/** Publishes the projects $1 as they are now, at $2; what is public already and did not change stays as it is. */
export const PUBLISH = `
  insert into published_project as public_record (${columns.join(', ')}, published_at, refreshed_at)
  select ${columns.map((column) => `record.${column}`).join(', ')}, $2, $2
    from (${RECORD} where p.id = any($1::uuid[])) record
  on conflict (id) do update
     set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, refreshed_at = excluded.refreshed_at
   where ${differ(columns, 'public_record', 'excluded')}`;

/** Brings phase and light of the projects $1 up to date where they are public, at $2. */
export const REFRESH = `
  update published_project public_record
     set ${REPORTED.map((column) => `${column} = record.${column}`).join(', ')}, refreshed_at = $2
    from (${RECORD} where p.id = any($1::uuid[])) record
   where record.id = public_record.id and ${differ(REPORTED, 'public_record', 'record')}`;
