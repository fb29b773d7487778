import { NOT_STATED, type Grouping } from '../portfolio.enums.js';
import { shownLightSql } from './filter-sql.js';
import type { SqlValues } from './sql-values.js';

/** How rows `o` are put into groups. */
interface GroupingSql {
  /** What has to be joined; `g` is the catalogue entry of the group. */
  join: string;
  key: string;
  /** Order of the groups. */
  order: string;
  /** German and English title of the catalogue entry. */
  titles?: readonly [string, string];
  /** Order of items where that differs, because an item can stand in several groups but is listed once. */
  itemOrder?: string;
}

const place = (values: readonly string[], expression: string): string =>
  `array_position(array[${values.map((value) => `'${value}'`).join(', ')}], ${expression})`;

const ofEnum = (key: string, order: readonly string[]): GroupingSql => ({
  join: '',
  key,
  order: place(order, key),
});

/** Values and the day on which lights are judged. */
export interface GroupContext {
  values: SqlValues;
  today: string;
}

function groupingSql(grouping: Grouping, { values, today }: GroupContext): GroupingSql {
  switch (grouping) {
    case 'phase':
      return { join: '', key: 'o.phase', order: 'o.phase_rank' };
    case 'actionField':
      return {
        join: 'left join action_field g on g.id = o.primary_action_field_id',
        key: 'g.key',
        order: 'g.position',
        titles: ['g.title_de', 'g.title_en'],
      };
    case 'office':
      return {
        join: 'left join org_unit g on g.id = o.office_id',
        key: `coalesce(g.id::text, 'none')`,
        order: 'g.name collate "de-x-icu"',
        titles: ['g.name', 'null::text'],
      };
    case 'agenda':
      return {
        join: 'left join digital_agenda g on g.id = any (o.agenda_ids)',
        key: `coalesce(g.key, 'none')`,
        order: 'g.year_from::text || g.key',
        titles: ['g.title_de', 'g.title_en'],
        itemOrder:
          '(select min(a.year_from::text || a.key) from digital_agenda a where a.id = any (o.agenda_ids))',
      };
    case 'light':
      return ofEnum(shownLightSql(values.day(today)), ['red', 'amber', 'overdue', 'green', 'none']);
    case 'declaredBudgetState':
      return ofEnum(`coalesce(o.declared_budget_state, '${NOT_STATED}')`, [
        'none',
        'partial',
        'full',
        NOT_STATED,
      ]);
    case 'derivedBudgetState':
      return ofEnum('o.derived_budget_state', ['none', 'partial', 'full', 'unknown']);
    case 'co2':
      return ofEnum(`coalesce(o.co2_effect, '${NOT_STATED}')`, [
        'negative',
        'undirected',
        'positive',
        'none',
        NOT_STATED,
      ]);
  }
}

/** What a page needs so that its items come in the order of the groups. */
export function groupedOrder(grouping: Grouping, context: GroupContext): { join: string; order: string } {
  const { join, order, itemOrder } = groupingSql(grouping, context);
  return itemOrder === undefined ? { join, order } : { join: '', order: itemOrder };
}

/** Selects the groups of a filter as one jsonb list in order. Money stays apart by kind. */
export function groupsSql(grouping: Grouping, filter: string, context: GroupContext): string {
  const { join, key, order, titles } = groupingSql(grouping, context);
  const [titleDe, titleEn] = titles ?? ['null::text', 'null::text'];
  return `
    select coalesce(jsonb_agg(to_jsonb(grouped) - 'place' order by grouped.place nulls last, grouped.key), '[]')
      from (
        select ${key} as key, min(${order}) as place, min(${titleDe}) as "titleDe", min(${titleEn}) as "titleEn",
               count(*) as count, ${GROUP_SUMS}
          from project_overview o ${join}
         where ${filter}
         group by 1
      ) grouped`;
}

/** One group as the database answers it. */
export interface GroupRow {
  key: string;
  titleDe: string | null;
  titleEn: string | null;
  count: number;
  needOperatingCents: number;
  needCapitalCents: number;
  securedOperatingCents: number;
  securedCapitalCents: number;
  gapOperatingCents: number;
  gapCapitalCents: number;
  meanSelfScore: number | null;
  scoredProjects: number;
  meanCoveragePercent: number | null;
  conflicts: number;
}

const GROUP_SUMS = `
  sum(o.need_operating_cents) as "needOperatingCents", sum(o.need_capital_cents) as "needCapitalCents",
  sum(o.secured_operating_cents) as "securedOperatingCents", sum(o.secured_capital_cents) as "securedCapitalCents",
  sum(o.gap_operating_cents) as "gapOperatingCents", sum(o.gap_capital_cents) as "gapCapitalCents",
  round(avg(o.self_score), 1) as "meanSelfScore", count(o.self_score) as "scoredProjects",
  round(avg(100.0 * o.self_settled / nullif(o.principle_count, 0)), 1) as "meanCoveragePercent",
  sum(o.self_conflicts) as conflicts`;
