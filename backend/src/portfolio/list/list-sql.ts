import { pageOf } from '../../platform/index.js';
import type { ProjectListQuery } from '../dto/project-list-query.dto.js';
import type { Grouping } from '../portfolio.enums.js';
import { type FilterContext, filterSql } from './filter-sql.js';
import { groupedOrder, groupsSql } from './group-sql.js';
import { LISTED_COLUMNS, LISTED_JOINS, PAGE_COLUMNS } from './project-list-item.js';
import { orderSql } from './sort-sql.js';
import { SqlValues } from './sql-values.js';

/** One statement with its values. */
export interface Statement {
  sql: string;
  values: readonly unknown[];
}

/**
 * A page and the revision that it speaks of. Catalogue entries are joined to the rows of the page only. Limit and
 * offset stand in the text: with placeholders the planner guesses a tenth of the table and leaves the index.
 */
export function pageStatement(query: ProjectListQuery, context: FilterContext): Statement {
  const values = new SqlValues();
  const { page } = pageParts(query, context, values);
  return { sql: withRevision(page), values: values.list };
}

/** A page, how many rows and which groups there are in all, and the revision: one statement, hence one snapshot. */
export function pageAndTotalStatement(query: ProjectListQuery, context: FilterContext): Statement {
  const values = new SqlValues();
  const { page, filter } = pageParts(query, context, values);
  const grouping = groupingOf(query);
  const groups =
    grouping === null ? 'null' : `(${groupsSql(grouping, filter, { values, today: context.today })})`;
  const total = `(select count(*) from project_overview o where ${filter})`;
  return {
    sql: withRevision(page, `, ${total} as "allRows", ${groups}::jsonb as "allGroups"`),
    values: values.list,
  };
}

/** All rows of a list, for a file. */
export function allRowsStatement(
  query: ProjectListQuery,
  context: FilterContext & { limit: number },
): Statement {
  const values = new SqlValues();
  const filter = filterSql(query, context, values);
  const order = orderSql(query.sort, 'page');
  const sql = `
    select ${LISTED_COLUMNS}
      from (select ${PAGE_COLUMNS} from project_overview o where ${filter}
             order by ${orderSql(query.sort, 'o')} limit ${context.limit}) page ${LISTED_JOINS}
     order by ${order}`;
  return { sql, values: values.list };
}

/** By what a list is grouped; null when it is not. */
export function groupingOf({ groupBy }: ProjectListQuery): Grouping | null {
  return groupBy === undefined || groupBy === 'none' ? null : groupBy;
}

function pageParts(
  query: ProjectListQuery,
  context: FilterContext,
  values: SqlValues,
): { page: string; filter: string } {
  const { pageSize, offset } = pageOf(query);
  const grouping = groupingOf(query);
  const filter = filterSql(query, context, values);
  const grouped = grouping === null ? null : groupedOrder(grouping, { values, today: context.today });
  const rows = `
    select ${PAGE_COLUMNS}${grouped === null ? '' : `, ${grouped.order} as group_place`}
      from project_overview o ${grouped?.join ?? ''}
     where ${filter}
     order by ${grouped === null ? '' : 'group_place nulls last, '}${orderSql(query.sort, 'o')}
     limit ${pageSize} offset ${offset}`;
  const order = `${grouped === null ? '' : 'page.group_place nulls last, '}${orderSql(query.sort, 'page')}`;
  return { page: `select ${LISTED_COLUMNS} from (${rows}) page ${LISTED_JOINS} order by ${order}`, filter };
}

/** An empty page has to name its revision too, so the page is joined to a row that is always there. */
function withRevision(page: string, more = ''): string {
  return `select (select current_rev()) as rev${more}, page.* from (select 1) one left join (${page}) page on true`;
}
