/** The needs, budget lines and counter-fundings of project `p`, as the DTOs show them; each select ends in `item`. */

export const NEEDS = `
  select jsonb_build_object('id', n.id, 'year', n.year, 'kind', n.kind, 'direction', n.direction,
           'amountCents', n.amount_cents, 'note', n.note) as item,
         n.year, n.kind, n.direction as rank, n.id
    from need n
   where n.project_id = p.id`;

export const LINES = `
  select jsonb_build_object('id', l.id, 'budgetId', l.budget_id, 'budgetTitle', b.title, 'stage', b.stage,
           'year', l.year, 'kind', l.kind, 'direction', l.direction,
           'appropriationCents', l.appropriation_cents, 'amendmentsCents', l.amendments_cents,
           'carryOverCents', l.carry_over_cents, 'committedCents', l.committed_cents,
           'actualCents', l.actual_cents, 'forecastCents', l.forecast_cents,
           'accountAssignment', l.account_assignment, 'subBudget', l.sub_budget,
           'productGroup', l.product_group, 'note', l.note) as item,
         l.year, l.kind, l.direction as rank, l.id
    from budget_line l
    join budget b on b.id = l.budget_id
   where l.project_id = p.id`;

export const COUNTER_FUNDINGS = `
  select jsonb_build_object('id', c.id, 'year', c.year, 'kind', c.kind, 'source', c.source,
           'amountCents', c.amount_cents, 'explanation', c.explanation, 'secured', c.secured) as item,
         c.year, c.kind, c.source as rank, c.id
    from counter_funding c
   where c.project_id = p.id`;

/** By year, operating before capital. */
const ORDER = 'part.year, part.kind desc, part.rank, part.id';

/** All rows of a part as one jsonb list. */
export const allOf = (rows: string): string =>
  `coalesce((select jsonb_agg(part.item order by ${ORDER}) from (${rows}) part), '[]')`;

/** One page of a part ($2 rows from $3 on) with the total, for the project with `column` = $1. */
export const pageOfPart = (rows: string, column: string): string => `
  select p.version, current_rev() as rev,
         (select count(*) from (${rows}) part)::int as total,
         coalesce((select jsonb_agg(part.item order by ${ORDER})
                     from (select * from (${rows}) part order by ${ORDER} limit $2 offset $3) part), '[]') as items
    from project p
   where p.${column} = $1`;
