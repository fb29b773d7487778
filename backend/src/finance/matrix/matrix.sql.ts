import { budgetCells } from '../../budget/index.js';
import type { MatrixCellDto } from '../dto/matrix.dto.js';
import type { PeriodDto } from '../dto/period.dto.js';
import { withinYears } from '../finance-periods.js';
import type { MatrixGrouping, Measure } from '../finance.enums.js';
import { MONEY_SUMS, SUMS_OF_SUMS } from '../money-sums.sql.js';
import { groupOfProjects } from './grouping.sql.js';

/** What {@link matrixSql} answers, one row. */
export interface MatrixRow {
  rev: number;
  groups: { key: string; titleDe: string | null; titleEn: string | null; projects: number }[];
  /** Sums; of all groups where `key` is null, of all years where `year` is null. */
  sums: (MatrixCellDto & { key: string | null })[];
}

/** What {@link matrixProjectsSql} answers, one row. */
export interface MatrixProjectsRow {
  rev: number;
  total: number;
  items: { id: string; number: string; title: string; cells: MatrixCellDto[] }[];
}

/** The sums by group, year and kind in one statement, whatever the number of projects and groups. */
export const matrixSql = (grouping: MatrixGrouping, period: PeriodDto): string => `
  with cell as materialized (${budgetCells(withinYears(period))}),
  member as materialized (${groupOfProjects(grouping)}),
  summed as (
    select m.key, c.year, c.kind, ${MONEY_SUMS}
      from cell c join member m on m.id = c.project_id
     group by m.key, c.year, c.kind),
  rolled as (
    select key, year, kind, ${SUMS_OF_SUMS}
      from summed
     group by grouping sets ((key, year, kind), (key, kind), (year, kind), (kind))),
  counted as (
    select m.key, min(m.title_de) as "titleDe", min(m.title_en) as "titleEn", min(m.place) as place,
           count(*)::int as projects
      from member m
     where m.id in (select project_id from cell)
     group by m.key)
  select current_rev() as rev,
         coalesce((select jsonb_agg(to_jsonb(counted) - 'place' order by place collate "de-x-icu" nulls last, key desc)
                     from counted), '[]') as groups,
         coalesce((select jsonb_agg(to_jsonb(rolled) order by year nulls last, kind desc) from rolled), '[]') as sums`;

/** A page of the projects of group $1 that have amounts of kind $2, $3 rows from $4 on. */
export const matrixProjectsSql = (grouping: MatrixGrouping, measure: Measure, period: PeriodDto): string => `
  with member as materialized (select id from (${groupOfProjects(grouping)}) g where g.key = $1),
  cell as materialized (${budgetCells(
    `${withinYears(period)} and kind = $2 and project_id in (select id from member)`,
  )}),
  measured as materialized (
    select project_id, sum_cents(${measure}_cents) as measure from cell group by project_id),
  page as (
    select p.id, p.number, p.title, m.measure
      from measured m join project p on p.id = m.project_id
     order by ${LARGEST_FIRST} limit $3 offset $4),
  summed as (
    select project_id, year, kind, ${MONEY_SUMS}
      from cell
     where project_id in (select id from page)
     group by grouping sets ((project_id, year, kind), (project_id, kind)))
  select current_rev() as rev, (select count(*) from measured)::int as total,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title, 'cells',
                    (select jsonb_agg(to_jsonb(s) - 'project_id' order by s.year nulls last)
                       from summed s where s.project_id = p.id)) order by ${LARGEST_FIRST})
             from page p), '[]') as items`;

const LARGEST_FIRST = `measure desc nulls last, p.title collate "de-x-icu", p.number`;
