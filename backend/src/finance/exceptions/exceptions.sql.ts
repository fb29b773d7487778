import { budgetCells } from '../../budget/index.js';
import type { ExceptionCountDto, ExceptionDto } from '../dto/exceptions.dto.js';
import type { PeriodDto } from '../dto/period.dto.js';
import { withinYears } from '../finance-periods.js';
import { EXCEPTION_KINDS } from '../finance.enums.js';
import { exceptionRows } from './exception-rows.sql.js';
import { CONFIRMATION_OF_ROW, outdatedConfirmations } from './outdated-confirmations.sql.js';

/** What {@link exceptionsSql} answers, one row; kinds without any exception are missing in `counts`. */
export interface ExceptionsRow {
  rev: number;
  total: number;
  counts: ExceptionCountDto[];
  items: ExceptionDto[];
}

/** Counts all exceptions of a period and selects a page of the kinds in $1, $2 rows from $3 on. */
export function exceptionsSql(period: PeriodDto): string {
  const rows = exceptionRows(period);
  const found = EXCEPTION_KINDS.map(
    (kind, rank) => `select ${rank} as rank, '${kind}' as kind, found.* from (${rows[kind]}) found`,
  );
  return `
    with cell as materialized (${budgetCells(withinYears(period))}),
    cancelled as materialized (select id from project where phase = 'cancelled'),
    ${outdatedConfirmations(period)},
    found as materialized (${found.join(' union all ')}),
    page as (
      select f.*, row_number() over (${ORDER}) as place
        from (select * from found f where f.kind = any ($1::text[]) ${ORDER} limit $2 offset $3) f)
    select current_rev() as rev,
           (select count(*) from found where kind = any ($1::text[]))::int as total,
           coalesce((
             select jsonb_agg(counted) from (
               select kind, count(*) as count,
                      coalesce(sum(difference) filter (where budget_kind = 'operating'), 0) as "operatingCents",
                      coalesce(sum(difference) filter (where budget_kind = 'capital'), 0) as "capitalCents"
                 from found group by kind) counted), '[]') as counts,
           coalesce((${ITEMS}), '[]') as items`;
}

const ORDER = `order by f.rank, abs(f.difference) desc nulls last, f.amount desc nulls last, f.year, f.budget_kind desc,
  f.project_id, f.source_id`;

/** The page with what stands beside each row. */
const ITEMS = `
  select jsonb_agg(jsonb_build_object(
           'kind', f.kind, 'year', f.year, 'budgetKind', f.budget_kind,
           'project', jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title, 'office', u.short_name),
           'amountCents', f.amount, 'againstCents', f.against, 'differenceCents', f.difference,
           'rejected', (
             select jsonb_build_object('budgetTitle', b.title, 'stage', d.stage)
               from gap_destination d join budget b on b.id = d.budget_id
              where f.kind = 'gap-without-destination' and d.id = f.source_id),
           'states', (
             select jsonb_build_object('declared', p.declared_budget_state, 'derived', o.derived_budget_state,
                                       'financialEffects', p.financial_effects)
               from project_overview o
              where f.kind = 'states-contradict' and o.id = f.project_id),
           'confirmation', ${CONFIRMATION_OF_ROW},
           'figure', (
             select jsonb_build_object('record', f.source, 'id', r.id, 'reportedAt', ${instant('r.reported_at')},
                                       'checkedAt', ${instant('r.checked_at')})
               from (select id, reported_at, checked_at from need
                     union all select id, reported_at, checked_at from counter_funding
                     union all select id, reported_at, checked_at from follow_up_cost) r
              where f.kind = 'unchecked' and r.id = f.source_id)
         ) order by f.place)
    from page f
    join project p on p.id = f.project_id
    left join org_unit u on u.id = p.office_id`;

function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
