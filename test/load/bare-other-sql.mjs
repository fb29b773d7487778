/** The summary without a read model: one pass over what each project is joined with, then all counts from that. */
export const SUMMARY = `
  with grid as (
    select s.project_id,
           round(100.0 * sum(d.weight * s.score) filter (where s.voice = 'self')
             / nullif(4 * sum(d.weight) filter (where s.voice = 'self' and s.score is not null), 0), 1) as self_score,
           round(100.0 * sum(d.weight * s.score) filter (where s.voice = 'review')
             / nullif(4 * sum(d.weight) filter (where s.voice = 'review' and s.score is not null), 0), 1) as review_score,
           count(*) filter (where s.voice = 'self') as settled,
           count(*) filter (where s.voice = 'self' and s.score = 0) as conflicts
      from principle_score s join design_principle d on d.id = s.principle_id group by s.project_id
  ), report as (
    select distinct on (r.project_id) r.project_id, r.light_overall, (r.published_at at time zone 'Europe/Berlin')::date as published_on
      from status_report r order by r.project_id, r.published_at desc
  ), cell as (
    select project_id, year, kind, sum(need) as need, sum(secured) as secured, sum(other) as other, sum(actual) as actual,
           sum(forecast) as forecast
      from (select project_id, year, kind, amount_cents as need, 0 as secured, 0 as other, 0 as actual, 0 as forecast
              from need where direction = 'expense'
            union all
            select l.project_id, l.year, l.kind, null,
                   case when b.stage = 'adopted' then l.appropriation_cents + l.amendments_cents + l.carry_over_cents else 0 end,
                   0, l.actual_cents, l.forecast_cents
              from budget_line l join budget b on b.id = l.budget_id where l.direction = 'expense'
            union all
            select project_id, year, kind, null, 0, amount_cents, 0, 0 from counter_funding where secured) amount
     group by project_id, year, kind
  ), money as (
    select project_id, sum(need) filter (where kind = 'operating') as need_operating,
           sum(need) filter (where kind = 'capital') as need_capital,
           sum(secured) filter (where kind = 'operating') as secured_operating,
           sum(secured) filter (where kind = 'capital') as secured_capital,
           sum(greatest(0, coalesce(need, 0) - secured - other)) filter (where kind = 'operating') as gap_operating,
           sum(greatest(0, coalesce(need, 0) - secured - other)) filter (where kind = 'capital') as gap_capital,
           sum(actual) as actual, sum(forecast) as forecast,
           case when count(need) = 0 then 'unknown' when bool_and(secured >= coalesce(need, 0)) then 'full'
                when bool_or(secured > 0) then 'partial' else 'none' end as derived
      from cell group by project_id
  ), chosen as materialized (
    select p.id, p.phase, p.office_id, p.primary_action_field_id, p.declared_budget_state, p.co2_effect, money.*, grid.*,
           case when current_date - coalesce(report.published_on, p.phase_since) > rhythm.days then 'overdue'
                else coalesce(report.light_overall, 'none') end as light,
           width_bucket(current_date - report.published_on, array[0, 31, 61, 91]) as age
      from project p left join grid on grid.project_id = p.id left join report on report.project_id = p.id
      left join money on money.project_id = p.id left join report_rhythm rhythm on rhythm.phase = p.phase
     where $1::text[] is null or p.phase = any ($1)
  )
  select (select count(*) from chosen) as projects,
    (select jsonb_object_agg(light, n) from (select light, count(*) as n from chosen group by 1) t) as lights,
    (select jsonb_object_agg(phase, n) from (select phase, count(*) as n from chosen group by 1) t) as phases,
    (select jsonb_object_agg(f.key, n) from (select primary_action_field_id as id, count(*) as n from chosen group by 1) t
       join action_field f on f.id = t.id) as fields,
    (select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'n', n))
       from (select office_id, count(*) as n from chosen group by 1) t left join org_unit u on u.id = t.office_id) as offices,
    (select jsonb_object_agg(coalesce(s, '-'), n) from (select declared_budget_state as s, count(*) as n from chosen group by 1) t) as declared,
    (select jsonb_object_agg(coalesce(s, 'unknown'), n) from (select derived as s, count(*) as n from chosen group by 1) t) as derived,
    (select jsonb_object_agg(coalesce(s, '-'), n) from (select co2_effect as s, count(*) as n from chosen group by 1) t) as co2,
    (select jsonb_object_agg(coalesce(age, 0), n) from (select age, count(*) as n from chosen group by 1) t) as ages,
    (select to_jsonb(t) from (select avg(self_score) as self, count(self_score) as scored, avg(review_score) as review,
       avg(settled) as settled, sum(conflicts) as conflicts, sum(need_operating) as need_operating,
       sum(need_capital) as need_capital, sum(secured_operating) as secured_operating, sum(secured_capital) as secured_capital,
       sum(gap_operating) as gap_operating, sum(gap_capital) as gap_capital, sum(actual) as actual,
       sum(forecast) as forecast from chosen) t) as totals,
    (select jsonb_agg(to_jsonb(t)) from (
       select d.key, d.title_de, d.title_en, s.voice, avg(s.score) as mean, count(s.score) as scored, count(*) as settled,
              count(*) filter (where s.score = 0) as conflicts
         from principle_score s join chosen c on c.id = s.project_id join design_principle d on d.id = s.principle_id
        group by d.key, d.title_de, d.title_en, d.position, s.voice order by d.position) t) as principles`;

const many = (item, from) => `coalesce((select json_agg(${item}) from ${from}), '[]')`;

/** One project with what its page shows, without a read model: everything in one statement. */
export const DETAIL = `
  select to_jsonb(p) - 'search' as project, to_json(office) as office, to_json(field) as field, rhythm.days as rhythm_days,
         report.*, history.lights as light_history, grid.*, money.*,
         ${many(`json_build_object('id', f.id, 'key', f.key, 'de', f.title_de, 'en', f.title_en) order by f.position`, 'project_action_field x join action_field f on f.id = x.action_field_id where x.project_id = p.id')} as fields,
         ${many(`json_build_object('id', t.id, 'key', t.key, 'de', t.title_de, 'en', t.title_en, 'emphasised', x.emphasised) order by t.key`, 'project_corridor_theme x join corridor_theme t on t.id = x.corridor_theme_id where x.project_id = p.id')} as themes,
         ${many(`json_build_object('id', x.id, 'de', g.title_de, 'en', g.title_en, 'text', x.free_text)`, 'project_supported_goal x left join supported_goal g on g.id = x.supported_goal_id where x.project_id = p.id')} as goals,
         ${many(`json_build_object('id', x.person_id, 'name', person.display_name, 'function', x.function)`, 'project_person x join person on person.id = x.person_id where x.project_id = p.id')} as people,
         ${many('x.tag order by x.tag', 'project_tag x where x.project_id = p.id')} as tags,
         ${many(`json_build_object('id', l.id, 'kind', l.kind, 'number', other.number, 'title', other.title, 'phase', other.phase)`, 'project_link l join project other on other.id = case when l.project_id = p.id then l.other_project_id else l.project_id end where p.id in (l.project_id, l.other_project_id)')} as links,
         ${many(`json_build_object('id', a.id, 'key', a.key, 'de', a.title_de, 'lead', x.lead_project, 'reason', x.reason)`, 'agenda_entry x join digital_agenda a on a.id = x.agenda_id where x.project_id = p.id')} as agendas,
         (select min(m.expected_on) from milestone m where m.project_id = p.id and m.actual_on is null) as next_milestone_on,
         (select count(*) from risk k where k.project_id = p.id and k.state <> 'closed') as open_risks
    from project p
    left join org_unit office on office.id = p.office_id
    left join action_field field on field.id = p.primary_action_field_id
    left join report_rhythm rhythm on rhythm.phase = p.phase
    left join lateral (
      select r.light_overall, r.light_schedule, r.light_cost, r.light_scope, r.light_resources, r.progress_percent,
             r.reported_on, r.help_wanted, (r.published_at at time zone 'Europe/Berlin')::date as published_on
        from status_report r where r.project_id = p.id order by r.published_at desc limit 1) report on true
    left join lateral (
      select array_agg(last.light_overall order by last.published_at) as lights
        from (select r.light_overall, r.published_at from status_report r where r.project_id = p.id
               order by r.published_at desc limit 6) last) history on true
    left join lateral (
      select round(100.0 * sum(d.weight * s.score) filter (where s.voice = 'self')
               / nullif(4 * sum(d.weight) filter (where s.voice = 'self' and s.score is not null), 0), 1) as self_score,
             count(*) filter (where s.voice = 'self') as self_settled,
             count(*) filter (where s.voice = 'self' and s.score = 0) as self_conflicts,
             round(100.0 * sum(d.weight * s.score) filter (where s.voice = 'review')
               / nullif(4 * sum(d.weight) filter (where s.voice = 'review' and s.score is not null), 0), 1) as review_score
        from principle_score s join design_principle d on d.id = s.principle_id where s.project_id = p.id) grid on true
    left join lateral (
      select sum(need) filter (where kind = 'operating') as need_operating, sum(need) filter (where kind = 'capital') as need_capital,
             sum(secured) filter (where kind = 'operating') as secured_operating,
             sum(secured) filter (where kind = 'capital') as secured_capital
        from (select n.kind, n.amount_cents as need, 0 as secured from need n where n.project_id = p.id and n.direction = 'expense'
              union all
              select l.kind, null, l.appropriation_cents + l.amendments_cents + l.carry_over_cents
                from budget_line l join budget b on b.id = l.budget_id and b.stage = 'adopted'
               where l.project_id = p.id and l.direction = 'expense') amount) money on true
   where p.number = $1`;
