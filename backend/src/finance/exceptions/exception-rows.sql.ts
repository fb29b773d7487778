import type { PeriodDto } from '../dto/period.dto.js';
import { type ExceptionKind, type FigureRecord } from '../finance.enums.js';
import { withinYears } from '../finance-periods.js';

/** What was dropped needs no money any more; what was spent on it is an exception all the same. */
const ENDS_WITH_PROJECT: readonly ExceptionKind[] = [
  'gap-without-destination',
  'follow-up-without-year',
  'states-contradict',
  'unchecked',
];

/**
 * The rows of each kind from `cell` and `outdated`: project, year, kind of budget, what is, against what, how far they are
 * apart, and the record that it is about.
 */
export function exceptionRows(period: PeriodDto): Record<ExceptionKind, string> {
  const rows = rowsOf(period);
  for (const kind of ENDS_WITH_PROJECT)
    rows[kind] = `select * from (${rows[kind]}) row where project_id not in (select id from cancelled)`;
  return rows;
}

/** Cells of the budget, the newest confirmations and what the leads reported. */
function rowsOf(period: PeriodDto): Record<ExceptionKind, string> {
  const within = withinYears(period, 'f.year');
  return {
    'gap-without-destination': `
      select c.project_id, c.year, c.kind as budget_kind, c.need_cents as amount,
             c.secured_cents + c.counter_funding_cents as against, c.gap_cents as difference,
             null as source, d.id as source_id
        from cell c
        left join gap_destination d on d.project_id = c.project_id and d.year = c.year and d.kind = c.kind
       where c.gap_cents > 0 and (d.id is null or d.stage = 'rejected')`,
    'forecast-over-secured': over('forecast_cents', 'secured_cents'),
    'actual-over-forecast': over('actual_cents', 'forecast_cents'),
    'actual-over-secured': over('actual_cents', 'secured_cents'),
    'follow-up-without-year': `
      select project_id, null::integer as year, kind as budget_kind, amount_cents as amount, null::bigint as against,
             null::bigint as difference, null as source, id as source_id
        from follow_up_cost
       where year_from is null`,
    'states-contradict': `
      select id as project_id, null::integer as year, null as budget_kind, null::bigint as amount,
             null::bigint as against, null::bigint as difference, null as source, null::uuid as source_id
        from project_overview
       where findings && array['budget-declared-differs-from-derived', 'no-financial-effects-but-budgeted']`,
    'confirmation-outdated': `
      select project_id, year, kind as budget_kind, gap_now as amount, gap_seen as against,
             gap_now - gap_seen as difference, null as source, id as source_id
        from outdated`,
    unchecked: [
      unchecked('need', { record: 'need', year: 'f.year', within }),
      unchecked('counter_funding', { record: 'counter-funding', year: 'f.year', within }),
      unchecked('follow_up_cost', {
        record: 'follow-up-cost',
        year: 'f.year_from',
        within: `(f.year_from is null or (${costsWithin(period)}))`,
      }),
    ].join(' union all '),
  };
}

/** An amount of a cell that is greater than another one. */
const over = (amount: string, limit: string): string => `
  select project_id, year, kind as budget_kind, ${amount} as amount, ${limit} as against,
         ${amount} - ${limit} as difference, null as source, null::uuid as source_id
    from cell
   where ${amount} > ${limit}`;

/** Figures of a table that were reported and not checked since. */
const unchecked = (
  table: string,
  { record, year, within }: { record: FigureRecord; year: string; within: string },
): string => `
  select f.project_id, ${year} as year, f.kind as budget_kind, f.amount_cents as amount, null::bigint as against,
         null::bigint as difference, '${record}' as source, f.id as source_id
    from ${table} f
   where f.reported_at is not null and not coalesce(f.checked_at >= f.reported_at, false) and ${within}`;

/** Costs that go on from year to year lie in a period when any of their years does. */
function costsWithin({ yearFrom, yearTo, budget }: PeriodDto): string {
  const begun = withinYears({ budget, yearFrom: null, yearTo }, 'f.year_from');
  const notEnded = withinYears({ budget, yearFrom, yearTo: null }, 'coalesce(f.year_to, 9999)');
  return `${begun} and ${notEnded}`;
}
