/**
 * The list as a careful programmer would write it without a read model: one statement that joins at read. Rows are
 * counted and paged first and joined with the rest afterwards, wherever order and filter allow it.
 */
const SELF = `
  select s.project_id, round(100.0 * sum(d.weight * s.score) / nullif(4 * sum(d.weight) filter (where s.score is not null), 0), 1) as score,
         count(*) filter (where s.score = 0) as conflicts
    from principle_score s join design_principle d on d.id = s.principle_id
   where s.voice = 'self' group by s.project_id`;

const ORDERS = {
  number: { order: 'number' },
  title: { order: 'title collate "de-x-icu", number' },
  expectedEnd: { order: 'expected_end, number' },
  '-selfScore': { order: 'self_score desc nulls last, number desc', needs: 'self' },
};

/** Builds the statement for the part of the API's query language that the bench uses. */
export function listStatement(query) {
  const values = [];
  const value = (given) => `$${values.push(given)}`;
  const sort = ORDERS[query.get('sort') ?? 'number'];
  const where = [];
  let self = sort.needs === 'self';
  if (query.has('phase')) where.push(`p.phase = any (${value(query.getAll('phase'))})`);
  if (query.has('actionField')) {
    where.push(
      `p.primary_action_field_id = any (array(select id from action_field where key = any (${value(query.getAll('actionField'))})))`,
    );
  }
  if (query.has('office')) {
    where.push(
      `p.office_id = any (array(select id from org_unit where key = any (${value(query.getAll('office'))})))`,
    );
  }
  if (query.get('conflicts') === 'true') {
    self = true;
    where.push('self.conflicts > 0');
  }
  if (query.has('light')) {
    where.push(`(select r.light_overall from status_report r where r.project_id = p.id
                  order by r.published_at desc limit 1) = ${value(query.get('light'))}`);
  }
  const from = `project p ${self ? `left join (${SELF}) self on self.project_id = p.id` : ''}`;
  const condition = where.join(' and ') || 'true';
  const columns = `p.*${self ? ', self.score as self_score' : ''}`;
  const limit = `limit 50 offset ${50 * (Number(query.get('page') ?? 1) - 1)}`;
  // With an aggregate in the way both uses share one pass; without it an index gives the page and the count is cheap.
  const sql = self
    ? `with chosen as materialized (select ${columns} from ${from} where ${condition}),
            page as (select * from chosen order by ${sort.order} ${limit})
       select (select count(*) from chosen) as total, ${ITEM} from page ${JOINS} order by ${paged(sort.order)}`
    : `with page as (select ${columns} from ${from} where ${condition} order by ${sort.order} ${limit})
       select (select count(*) from ${from} where ${condition}) as total, ${ITEM} from page ${JOINS} order by ${paged(sort.order)}`;
  return { sql, values };
}

const paged = (order) => order.replace(/\b(number|title|expected_end|self_score)\b/g, 'page.$1');

const ITEM = `
  page.id, page.number, page.title, page.summary, page.phase, page.co2_effect, page.co2_magnitude, page.iq_relevant,
  page.declared_budget_state, page.baseline_end, page.approved_end, page.expected_end, page.end_moves,
  page.expected_end - page.baseline_end as slip_days, page.origin,
  office.id as office_id, office.short_name, office.name as office_name,
  field.key as field_key, field.title_de, field.title_en, rhythm.days as rhythm_days,
  report.*, history.lights as light_history, grid.*, money.*, booked.*, milestone.next_milestone_on, risk.*,
  tag.tags, agenda.*`;

const JOINS = `
  left join org_unit office on office.id = page.office_id
  left join action_field field on field.id = page.primary_action_field_id
  left join report_rhythm rhythm on rhythm.phase = page.phase
  left join lateral (
    select r.light_overall, r.light_schedule, r.light_cost, r.light_scope, r.light_resources, r.progress_percent,
           r.reported_on, r.help_wanted, (r.published_at at time zone 'Europe/Berlin')::date as published_on
      from status_report r where r.project_id = page.id order by r.published_at desc limit 1) report on true
  left join lateral (
    select array_agg(last.light_overall order by last.published_at) as lights
      from (select r.light_overall, r.published_at from status_report r where r.project_id = page.id
             order by r.published_at desc limit 6) last) history on true
  left join lateral (
    select round(100.0 * sum(d.weight * s.score) filter (where s.voice = 'self')
             / nullif(4 * sum(d.weight) filter (where s.voice = 'self' and s.score is not null), 0), 1) as self_score,
           count(*) filter (where s.voice = 'self') as self_settled,
           count(*) filter (where s.voice = 'self' and s.score = 0) as self_conflicts,
           round(100.0 * sum(d.weight * s.score) filter (where s.voice = 'review')
             / nullif(4 * sum(d.weight) filter (where s.voice = 'review' and s.score is not null), 0), 1) as review_score,
           count(*) filter (where s.voice = 'review') as review_settled
      from principle_score s join design_principle d on d.id = s.principle_id
     where s.project_id = page.id) grid on true
  left join lateral (
    select sum(need) filter (where kind = 'operating') as need_operating, sum(need) filter (where kind = 'capital') as need_capital,
           sum(secured) filter (where kind = 'operating') as secured_operating,
           sum(secured) filter (where kind = 'capital') as secured_capital,
           sum(greatest(0, coalesce(need, 0) - secured - other)) filter (where kind = 'operating') as gap_operating,
           sum(greatest(0, coalesce(need, 0) - secured - other)) filter (where kind = 'capital') as gap_capital,
           case when count(need) = 0 then 'unknown' when bool_and(secured >= coalesce(need, 0)) then 'full'
                when bool_or(secured > 0) then 'partial' else 'none' end as derived_budget_state
      from (select year, kind, sum(need) as need, sum(secured) as secured, sum(other) as other
              from (select n.year, n.kind, n.amount_cents as need, 0 as secured, 0 as other
                      from need n where n.project_id = page.id and n.direction = 'expense'
                    union all
                    select l.year, l.kind, null, l.appropriation_cents + l.amendments_cents + l.carry_over_cents, 0
                      from budget_line l join budget b on b.id = l.budget_id and b.stage = 'adopted'
                     where l.project_id = page.id and l.direction = 'expense'
                    union all
                    select c.year, c.kind, null, 0, c.amount_cents
                      from counter_funding c where c.project_id = page.id and c.secured) amount
             group by year, kind) cell) money on true
  left join lateral (
    select sum(l.actual_cents) filter (where l.kind = 'operating') as actual_operating,
           sum(l.actual_cents) filter (where l.kind = 'capital') as actual_capital,
           sum(l.forecast_cents) filter (where l.kind = 'operating') as forecast_operating,
           sum(l.forecast_cents) filter (where l.kind = 'capital') as forecast_capital
      from budget_line l where l.project_id = page.id and l.direction = 'expense') booked on true
  left join lateral (
    select min(m.expected_on) as next_milestone_on from milestone m
     where m.project_id = page.id and m.actual_on is null) milestone on true
  left join lateral (
    select count(*) as open_risks, count(*) filter (where k.probability * k.impact >= 15) as high_risks
      from risk k where k.project_id = page.id and k.state <> 'closed') risk on true
  left join lateral (select array_agg(t.tag) as tags from project_tag t where t.project_id = page.id) tag on true
  left join lateral (
    select array_agg(a.key) as agendas, bool_or(e.lead_project) as lead_project
      from agenda_entry e join digital_agenda a on a.id = e.agenda_id where e.project_id = page.id) agenda on true`;
