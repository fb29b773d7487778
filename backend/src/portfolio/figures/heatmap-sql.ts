import { pageOf } from '../../platform/index.js';
import { CURRENT_STRATEGY_SQL } from '../../strategy/index.js';
import type { HeatmapQuery } from '../dto/figures.dto.js';
import { type FilterContext, filterSql } from '../list/filter-sql.js';
import type { Statement } from '../list/list-sql.js';
import { orderSql } from '../list/sort-sql.js';
import { SqlValues } from '../list/sql-values.js';
import type { Voice } from '../portfolio.enums.js';
import type { VoiceFigures } from './summary-sql.js';

/** A titled entry as the database answers it. */
export interface TitledRow {
  key: string;
  titleDe: string;
  titleEn: string | null;
}

/** What {@link fieldsStatement} answers, one row; a cell that nobody has settled is missing. */
export interface FieldsRow {
  rev: number;
  total: number;
  principles: TitledRow[];
  fields: (TitledRow & { projects: number; cells: Record<string, VoiceFigures> | null })[];
}

/** What {@link projectsStatement} answers, one row; a score that nobody gave is missing. */
export interface ProjectsRow {
  rev: number;
  total: number;
  principles: TitledRow[];
  projects: {
    id: string;
    number: string;
    title: string;
    actionField: string;
    score: number | null;
    settled: number;
    conflicts: number;
    cells: Record<string, number | null> | null;
  }[];
}

/** Principles by action fields, in one statement. */
export function fieldsStatement(query: HeatmapQuery, voice: Voice, context: FilterContext): Statement {
  const values = new SqlValues();
  const filter = filterSql(query, context, values);
  const sql = `
    with chosen as materialized (select o.id, o.primary_action_field_id from project_overview o where ${filter}),
    counted as (select primary_action_field_id as id, count(*) as projects from chosen group by 1),
    cell as (
      select c.primary_action_field_id as id, s.principle_id, round(avg(s.score), 2) as mean, count(s.score) as scored,
             count(*) as settled, count(*) filter (where s.score = 0) as conflicts
        from chosen c join principle_score s on s.project_id = c.id and s.voice = ${values.of(voice)}
       group by 1, 2
    )
    select current_rev() as rev, (select count(*) from chosen) as total, ${PRINCIPLES} as principles,
      (select coalesce(jsonb_agg(jsonb_build_object(
                'key', f.key, 'titleDe', f.title_de, 'titleEn', f.title_en, 'projects', coalesce(n.projects, 0),
                'cells', (select jsonb_object_agg(d.key, jsonb_build_object('meanScore', e.mean, 'scored', e.scored,
                                                           'settled', e.settled, 'conflicts', e.conflicts))
                            from cell e join design_principle d on d.id = e.principle_id where e.id = f.id))
                order by (f.strategy_id = (${CURRENT_STRATEGY_SQL})) desc, f.position, f.id), '[]')
         from action_field f left join counted n on n.id = f.id
        where n.projects > 0 or f.strategy_id = (${CURRENT_STRATEGY_SQL})) as fields`;
  return { sql, values: values.list };
}

/** Principles by the projects of a page, in one statement. */
export function projectsStatement(query: HeatmapQuery, voice: Voice, context: FilterContext): Statement {
  const values = new SqlValues();
  const filter = filterSql(query, context, values);
  const { pageSize, offset } = pageOf(query);
  const sql = `
    with chosen as (
      select o.*, row_number() over (order by ${orderSql(query.sort, 'o')}) as place
        from project_overview o where ${filter}
       order by place limit ${pageSize} offset ${offset}
    )
    select current_rev() as rev, (select count(*) from project_overview o where ${filter}) as total,
      ${PRINCIPLES} as principles,
      (select coalesce(jsonb_agg(jsonb_build_object(
                'id', c.id, 'number', c.number, 'title', c.title, 'actionField', f.key,
                'score', ${voice}_score, 'settled', ${voice}_settled, 'conflicts', ${voice}_conflicts,
                'cells', (select jsonb_object_agg(d.key, s.score)
                            from principle_score s join design_principle d on d.id = s.principle_id
                           where s.project_id = c.id and s.voice = ${values.of(voice)})) order by c.place), '[]')
         from chosen c join action_field f on f.id = c.primary_action_field_id) as projects`;
  return { sql, values: values.list };
}

const PRINCIPLES = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'titleDe', d.title_de, 'titleEn', d.title_en)
                             order by d.position), '[]')
     from design_principle d where d.strategy_id = (${CURRENT_STRATEGY_SQL}))`;
