import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Moment,
  momentName,
  NotFound,
  pageOf,
  type PageQuery,
  Permission,
  Reads,
} from '../platform/index.js';
import { mayDo, projectKey } from '../projects/index.js';
import { mayReport } from './condition.rules.js';
import type { ConditionDto, ConditionListDto, ConditionsQuery } from './dto/review-condition.dto.js';
import type { ProjectDecisionDto, ProjectDecisionListDto } from './dto/review-decision.dto.js';
import { CONDITIONS, conditionSql, decisionSql, sessionName } from './reviews.sql.js';

interface FoundCondition {
  condition: ConditionDto;
  officeId: string | null;
  personIds: string[];
}

interface Found<Item> {
  rev: number;
  total: number;
  items: Item[];
}

/** Answers what was decided about projects, and what is asked of them. */
@Injectable()
export class ProjectReviewsQueries {
  constructor(private readonly reads: Reads) {}

  /** Decisions about a project, the newest first. @throws NotFound (404) */
  async decisions(moment: Moment, ref: string, query: PageQuery): Promise<ProjectDecisionListDto> {
    const { column, value } = projectKey(ref);
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<Found<ProjectDecisionDto>>(moment, DECISIONS[column], [
      value,
      pageSize,
      offset,
      moment.today,
    ]);
    if (row === undefined) throw new NotFound('project');
    return { items: row.items, total: row.total, page, pageSize, moment: momentName(row.rev, moment) };
  }

  /** Conditions of a project: those not met first, by due date. @throws NotFound (404) */
  async conditionsOf(actor: Actor, moment: Moment, ref: string, query: PageQuery): Promise<ConditionListDto> {
    const { column, value } = projectKey(ref);
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<Found<FoundCondition>>(moment, OF_PROJECT[column], [
      value,
      pageSize,
      offset,
      moment.today,
    ]);
    if (row === undefined) throw new NotFound('project');
    return {
      items: row.items.map((found) => forActor(actor, found)),
      total: row.total,
      page,
      pageSize,
      moment: momentName(row.rev, moment),
    };
  }

  /** Conditions of all projects: those not met first, by due date. */
  async conditions(actor: Actor, moment: Moment, query: ConditionsQuery): Promise<ConditionListDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<Found<FoundCondition>>(moment, ALL, [
      query.state ?? [],
      pageSize,
      offset,
      moment.today,
      query.ownerRole ?? [],
      query.overdue ?? null,
    ]);
    const { rev, total, items } = row ?? { rev: 0, total: 0, items: [] };
    return {
      items: items.map((found) => forActor(actor, found)),
      total,
      page,
      pageSize,
      moment: momentName(rev, moment),
    };
  }
}

function forActor(
  actor: Actor,
  { condition, ...project }: FoundCondition,
): ConditionListDto['items'][number] {
  const may = mayReport(condition.ownerRole, {
    runsProject: mayDo(actor, project, 'status'),
    isFinance: actor.roles.includes('finance'),
    isSecretary: actor.permissions.has(Permission.SessionEdit),
  });
  return { ...condition, mayReport: may && condition.state !== 'met' };
}

const ORDER = `(c.state = 'met'), c.due_on, c.id`;

const pageSql = (condition: string): string => `
  (select count(*) from ${CONDITIONS} where ${condition})::int as total,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'condition', found.condition, 'officeId', found.office_id, 'personIds', found.person_ids)
            order by found.place), '[]')
     from (select ${conditionSql('$4')} as condition, p.office_id, row_number() over (order by ${ORDER}) as place,
                  array(select person_id from project_person where project_id = p.id) as person_ids
             from ${CONDITIONS} where ${condition}
            order by ${ORDER} limit $2 offset $3) found) as items`;

const ALL = `
  select current_rev() as rev, ${pageSql(`
    (cardinality($1::text[]) = 0 or c.state = any ($1)) and (cardinality($5::text[]) = 0 or c.owner_role = any ($5))
    and ($6::boolean is null or $6 = (c.state <> 'met' and c.due_on < $4::date))`)}`;

const byColumn = (sql: (column: string) => string): Record<'id' | 'number', string> => ({
  id: sql('id'),
  number: sql('number'),
});

const OF_PROJECT = byColumn(
  (column) => `
  select current_rev() as rev, ${pageSql('c.project_id = asked.id')}
    from project asked where asked.${column} = $1`,
);

const DECISIONS = byColumn(
  (column) => `
  select current_rev() as rev,
         (select count(*) from review_decision d where d.project_id = asked.id)::int as total,
         (select coalesce(jsonb_agg(${decisionSql('$4')} || jsonb_build_object('session', ${sessionName('s')})
                   order by d.decided_at desc, d.id desc), '[]')
            from (select * from review_decision where project_id = asked.id
                   order by decided_at desc, id desc limit $2 offset $3) d
            join review_session s on s.id = d.session_id) as items
    from project asked where asked.${column} = $1`,
);
