import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, pageOf, type PageQuery, Reads } from '../platform/index.js';
import { instant } from './budget-sql.js';
import type { BudgetDto, BudgetsDto } from './dto/budgets.dto.js';
import type { PlanComparisonDto, PlanVersionDto, PlanVersionsDto } from './dto/plan-version.dto.js';
import { comparedPlans, type PlannedAmount } from './plan-versions.rules.js';

interface ListRow<Item> {
  rev: number;
  total: number;
  items: Item[];
}

/** What stands on one side of a comparison. */
interface Side {
  version: PlanVersionDto | null;
  rev: number | null;
}

/** Answers which budgets the city has, and how the plan of one came about. */
@Injectable()
export class BudgetsQueries {
  constructor(private readonly reads: Reads) {}

  /** The budgets of the city, by year. */
  async budgets(moment: Moment, query: PageQuery): Promise<BudgetsDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<ListRow<BudgetDto>>(moment, BUDGETS, [pageSize, offset]);
    return {
      items: row?.items ?? [],
      total: row?.total ?? 0,
      page,
      pageSize,
      moment: momentName(row?.rev ?? 0, moment),
    };
  }

  /**
   * The versions of a budget's plan, oldest first.
   * @throws NotFound
   */
  async planVersions(moment: Moment, budgetId: string, query: PageQuery): Promise<PlanVersionsDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<ListRow<PlanVersionDto>>(moment, PLAN_VERSIONS, [
      budgetId,
      pageSize,
      offset,
    ]);
    if (row === undefined) throw new NotFound('budget');
    return { items: row.items, total: row.total, page, pageSize, moment: momentName(row.rev, moment) };
  }

  /**
   * The lines of a budget in two versions of its plan, summed by project, kind, year and direction; a side without a
   * version is the moment itself.
   * @throws NotFound
   */
  async comparePlans(
    moment: Moment,
    budgetId: string,
    { from, to }: { from?: string | undefined; to?: string | undefined },
  ): Promise<PlanComparisonDto> {
    const before = await this.side(moment, budgetId, from);
    const after = await this.side(moment, budgetId, to);
    const [was] = await this.reads.query<PlanRow>({ rev: before.rev }, PLANNED, [budgetId]);
    const [is] = await this.reads.query<PlanRow>({ rev: after.rev }, PLANNED, [budgetId]);
    if (was === undefined || is === undefined) throw new NotFound('budget');
    return {
      budgetId,
      from: before.version,
      to: after.version,
      ...comparedPlans(was.amounts, is.amounts),
      moment: momentName(moment.rev ?? Math.max(was.rev, is.rev), moment),
    };
  }

  private async side(moment: Moment, budgetId: string, versionId: string | undefined): Promise<Side> {
    if (versionId === undefined) return { version: null, rev: moment.rev };
    const [row] = await this.reads.query<{ item: PlanVersionDto; rev: number }>(moment, PLAN_VERSION, [
      budgetId,
      versionId,
    ]);
    if (row === undefined) throw new NotFound('plan-version');
    return { version: row.item, rev: row.rev };
  }
}

interface PlanRow {
  rev: number;
  amounts: PlannedAmount[];
}

const BUDGETS = `
  select current_rev() as rev, (select count(*) from budget)::int as total,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', b.id, 'key', b.key, 'title', b.title, 'yearFrom', b.year_from,
                                               'yearTo', b.year_to, 'stage', b.stage, 'version', b.version)
                            order by b.year_from, b.key)
             from (select * from budget order by year_from, key limit $1 offset $2) b), '[]') as items`;

const ITEM = `jsonb_build_object('id', v.id, 'kind', v.kind, 'title', v.title, 'note', v.note,
                'planMoment', 'r' || v.rev, 'statedAt', ${instant('v.stated_at')})`;

const PLAN_VERSIONS = `
  select current_rev() as rev, (select count(*) from plan_version v where v.budget_id = b.id)::int as total,
         coalesce((select jsonb_agg(${ITEM} order by v.rev, v.stated_at, v.id)
                     from (select * from plan_version where budget_id = b.id
                            order by rev, stated_at, id limit $2 offset $3) v), '[]') as items
    from budget b
   where b.id = $1`;

const PLAN_VERSION = `
  select ${ITEM} as item, v.rev from plan_version v where v.budget_id = $1 and v.id = $2`;

/** What was budgeted then: appropriation, amendments and carry-over. A budget that was not there yet has nothing. */
const PLANNED = `
  select current_rev() as rev,
         coalesce((
           select jsonb_agg(jsonb_build_object('projectId', cell.project_id, 'number', p.number, 'title', p.title,
                              'kind', cell.kind, 'year', cell.year, 'direction', cell.direction, 'cents', cell.cents))
             from (select project_id, kind, year, direction,
                          sum(appropriation_cents + amendments_cents + carry_over_cents)::bigint as cents
                     from budget_line where budget_id = $1
                    group by project_id, kind, year, direction) cell
             join project p on p.id = cell.project_id), '[]') as amounts`;
