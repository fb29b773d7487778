import type { PeriodDto } from '../dto/period.dto.js';
import { withinYears } from '../finance-periods.js';

/**
 * As `outdated`: the newest confirmation of each project in each budget, with the years and kinds whose figures in `cell` are
 * no longer those that finance saw. A year without any amount is one of zeros.
 */
export const outdatedConfirmations = (period: PeriodDto): string => `
  newest as (
    select distinct on (n.project_id, n.budget_id) n.id, n.project_id, n.figures, b.year_from, b.year_to
      from budget_confirmation n join budget b on b.id = n.budget_id
     order by n.project_id, n.budget_id, n.confirmed_at desc, n.id desc),
  seen as (
    select n.id, n.project_id, f.year, f.kind, f."needCents", f."securedCents", f."counterFundingCents", f."gapCents"
      from newest n, jsonb_to_recordset(n.figures) as f(year integer, kind text, "needCents" bigint,
             "securedCents" bigint, "counterFundingCents" bigint, "gapCents" bigint)
     where ${withinYears(period, 'f.year')}),
  present as (
    select n.id, n.project_id, c.year, c.kind, c.need_cents, c.secured_cents, c.counter_funding_cents, c.gap_cents
      from newest n join cell c on c.project_id = n.project_id and c.year between n.year_from and n.year_to),
  outdated as (
    select * from (
      select id, coalesce(s.project_id, p.project_id) as project_id, year, kind,
             coalesce(s."needCents", 0) as need_seen, coalesce(p.need_cents, 0) as need_now,
             coalesce(s."securedCents", 0) as secured_seen, coalesce(p.secured_cents, 0) as secured_now,
             coalesce(s."counterFundingCents", 0) as counter_seen, coalesce(p.counter_funding_cents, 0) as counter_now,
             coalesce(s."gapCents", 0) as gap_seen, coalesce(p.gap_cents, 0) as gap_now
        from seen s full join present p using (id, year, kind)) compared
     where (need_seen, secured_seen, counter_seen, gap_seen) <> (need_now, secured_now, counter_now, gap_now))`;

/** The confirmation behind row `f` of the exceptions, with the figures then and now. */
export const CONFIRMATION_OF_ROW = `
  (select jsonb_build_object(
            'budgetTitle', b.title,
            'confirmedAt', to_char(n.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'seen', jsonb_build_object('needCents', o.need_seen, 'securedCents', o.secured_seen,
                                       'counterFundingCents', o.counter_seen, 'gapCents', o.gap_seen),
            'now', jsonb_build_object('needCents', o.need_now, 'securedCents', o.secured_now,
                                      'counterFundingCents', o.counter_now, 'gapCents', o.gap_now))
     from outdated o
     join budget_confirmation n on n.id = o.id
     join budget b on b.id = n.budget_id
    where f.kind = 'confirmation-outdated' and o.id = f.source_id and o.year = f.year and o.kind = f.budget_kind)`;
