import { isChecked } from './reported-figures.js';

/** An instant in UTC with microseconds. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** When a figure of the lead was reported and checked, and by whom, as further pairs of a jsonb object. */
const reported = (row: string): string => `
           'reportedAt', ${instant(`${row}.reported_at`)}, 'checkedAt', ${instant(`${row}.checked_at`)},
           'checkedBy', (select person.display_name from person where person.id = ${row}.checked_by_id),
           'isChecked', ${isChecked(row)}`;

/** The parts of the money of project `p`, as the DTOs show them; each select ends in `item`. */

export const NEEDS = `
  select jsonb_build_object('id', n.id, 'year', n.year, 'kind', n.kind, 'direction', n.direction,
           'amountCents', n.amount_cents, 'note', n.note, ${reported('n')}) as item,
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
           'productGroup', l.product_group, 'note', l.note,
           'fundingSource', l.funding_source) as item,
         l.year, l.kind, l.direction as rank, l.id
    from budget_line l
    join budget b on b.id = l.budget_id
   where l.project_id = p.id`;

export const COUNTER_FUNDINGS = `
  select jsonb_build_object('id', c.id, 'year', c.year, 'kind', c.kind, 'source', c.source,
           'amountCents', c.amount_cents, 'explanation', c.explanation, 'secured', c.secured,
           ${reported('c')}) as item,
         c.year, c.kind, c.source as rank, c.id
    from counter_funding c
   where c.project_id = p.id`;

export const FOLLOW_UP_COSTS = `
  select jsonb_build_object('id', f.id, 'kind', f.kind, 'yearFrom', f.year_from, 'yearTo', f.year_to,
           'amountCents', f.amount_cents, 'note', f.note,
           ${reported('f')}) as item,
         f.year_from as year, f.kind, f.year_to::text as rank, f.id
    from follow_up_cost f
   where f.project_id = p.id`;

export const AUTHORISATIONS = `
  select jsonb_build_object('id', a.id, 'budgetId', a.budget_id, 'budgetTitle', b.title, 'year', a.year,
           'amountCents', a.amount_cents, 'cashYears', a.cash_years, 'accountAssignment', a.account_assignment,
           'note', a.note) as item,
         a.year, 'capital' as kind, a.account_assignment as rank, a.id
    from commitment_authorisation a
    join budget b on b.id = a.budget_id
   where a.project_id = p.id`;

export const GRANTS = `
  select jsonb_build_object('id', g.id, 'giver', g.giver, 'title', g.title, 'state', g.state, 'decidedOn', g.decided_on,
           'amountCents', g.amount_cents, 'eligibleCents', g.eligible_cents, 'rateBasisPoints', g.rate_basis_points,
           'purpose', g.purpose, 'boundUntil', g.bound_until) as item,
         0 as year, '' as kind, g.giver collate "de-x-icu" as rank, g.id
    from funding_grant g
   where g.project_id = p.id`;

export const DESTINATIONS = `
  select jsonb_build_object('id', d.id, 'year', d.year, 'kind', d.kind, 'budgetId', d.budget_id,
           'budgetTitle', b.title, 'stage', d.stage, 'note', d.note) as item,
         d.year, d.kind, '' as rank, d.id
    from gap_destination d
    join budget b on b.id = d.budget_id
   where d.project_id = p.id`;

/** What finance signed, with the years of the budget as they are now. */
export const CONFIRMATIONS = `
  select jsonb_build_object('id', s.id, 'budgetId', s.budget_id, 'budgetTitle', b.title, 'state', s.state,
           'figures', s.figures, 'confirmedAt', ${instant('s.confirmed_at')},
           'confirmedBy', (select person.display_name from person where person.id = s.confirmed_by_id),
           'note', s.note, 'yearFrom', b.year_from, 'yearTo', b.year_to) as item,
         s.confirmed_at, s.id
    from budget_confirmation s
    join budget b on b.id = s.budget_id
   where s.project_id = p.id`;

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
