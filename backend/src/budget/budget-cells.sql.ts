/**
 * One row for each project, year and kind that any amount belongs to, as `cell`: expense in whole cents, revenue apart.
 * Live and as of a moment alike; `where` narrows the three tables alike (`project_id` and `year` are there for it).
 * Source of the formulas: domain.md, Money.
 */
export const budgetCells = (where = 'true'): string => `
  select project_id, year, kind, sum_cents(need) as need_cents, sum_cents(secured) as secured_cents,
         sum_cents(appropriation) as appropriation_cents, sum_cents(planned) as planned_cents,
         sum_cents(counter_funding) as counter_funding_cents,
         greatest(0, sum_cents(need) - sum_cents(secured) - sum_cents(counter_funding)) as gap_cents,
         sum_cents(committed) as committed_cents, sum_cents(actual) as actual_cents,
         sum_cents(forecast) as forecast_cents, sum_cents(expected_revenue) as expected_revenue_cents,
         sum_cents(secured_revenue) as secured_revenue_cents
    from (
      select project_id, year, kind,
             case direction when 'expense' then amount_cents else 0 end as need,
             0::bigint as secured, 0::bigint as appropriation, 0::bigint as planned, 0::bigint as counter_funding,
             0::bigint as committed, 0::bigint as actual, null::bigint as forecast,
             case direction when 'revenue' then amount_cents else 0 end as expected_revenue,
             0::bigint as secured_revenue
        from need where ${where}
      union all
      select project_id, year, kind, 0, 0, 0, 0, amount_cents, 0, 0, null, 0, 0
        from counter_funding where secured and ${where}
      union all
      select project_id, year, kind, 0,
             case when direction = 'expense' and stage = 'adopted' then budgeted else 0 end,
             case when direction = 'expense' and stage = 'adopted' then appropriation_cents else 0 end,
             case when direction = 'expense' and stage in ('registered', 'planned') then budgeted else 0 end,
             0,
             case direction when 'expense' then committed_cents else 0 end,
             case direction when 'expense' then actual_cents else 0 end,
             case direction when 'expense' then forecast_cents end,
             0, case when direction = 'revenue' and stage = 'adopted' then budgeted else 0 end
        from (select l.project_id, l.year, l.kind, l.direction, l.appropriation_cents, l.committed_cents,
                     l.actual_cents, l.forecast_cents, b.stage,
                     l.appropriation_cents + l.amendments_cents + l.carry_over_cents as budgeted
                from budget_line l join budget b on b.id = l.budget_id) line
       where ${where}) part
   group by project_id, year, kind`;
