import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, pageOf, type PageQuery, Reads } from '../platform/index.js';
import { type DeclaredBudgetState, projectKey } from '../projects/index.js';
import { budgetYears, totalsOf } from './budget-years.rules.js';
import { derivedBudgetState } from './budget.rules.js';
import { allOf, COUNTER_FUNDINGS, LINES, NEEDS, pageOfPart } from './budget-sql.js';
import type { BudgetLineDto, BudgetLinesDto } from './dto/budget-line.dto.js';
import type { BudgetDto, BudgetsDto } from './dto/budgets.dto.js';
import type { CounterFundingDto, CounterFundingsDto } from './dto/counter-funding.dto.js';
import type { NeedDto, NeedsDto } from './dto/need.dto.js';
import type { ProjectBudgetDto } from './dto/project-budget.dto.js';

interface BudgetRow {
  projectId: string;
  version: number;
  rev: number;
  declaredState: DeclaredBudgetState | null;
  needs: NeedDto[];
  lines: BudgetLineDto[];
  counterFundings: CounterFundingDto[];
}

interface BudgetsRow {
  rev: number;
  total: number;
  items: BudgetDto[];
}

/** Answers what projects need and have. */
@Injectable()
export class BudgetQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The money of a project by year and kind, with the states that stand side by side.
   * @throws NotFound
   */
  async ofProject(moment: Moment, ref: string): Promise<ProjectBudgetDto> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<BudgetRow>(moment, OF_PROJECT[column], [value]);
    if (row === undefined) throw new NotFound('project');
    const { needs, lines, counterFundings, rev, ...project } = row;
    const years = budgetYears({ needs, lines, counterFundings });
    return {
      ...project,
      moment: momentName(rev, moment),
      derivedState: derivedBudgetState(needs, lines),
      years,
      totals: totalsOf(years),
      needs,
      lines,
      counterFundings,
    };
  }

  /** @throws NotFound */
  needs(moment: Moment, ref: string, query: PageQuery): Promise<NeedsDto> {
    return this.part<NeedsDto>(moment, ref, { rows: NEEDS, query });
  }

  /** @throws NotFound */
  lines(moment: Moment, ref: string, query: PageQuery): Promise<BudgetLinesDto> {
    return this.part<BudgetLinesDto>(moment, ref, { rows: LINES, query });
  }

  /** @throws NotFound */
  counterFundings(moment: Moment, ref: string, query: PageQuery): Promise<CounterFundingsDto> {
    return this.part<CounterFundingsDto>(moment, ref, { rows: COUNTER_FUNDINGS, query });
  }

  /** The budgets of the city, by year. */
  async budgets(moment: Moment, query: PageQuery): Promise<BudgetsDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<BudgetsRow>(moment, BUDGETS, [pageSize, offset]);
    return {
      items: row?.items ?? [],
      total: row?.total ?? 0,
      page,
      pageSize,
      moment: momentName(row?.rev ?? 0, moment),
    };
  }

  private async part<List extends NeedsDto | BudgetLinesDto | CounterFundingsDto>(
    moment: Moment,
    ref: string,
    { rows, query }: { rows: string; query: PageQuery },
  ): Promise<Pick<List, 'items'> & Omit<NeedsDto, 'items'>> {
    const { column, value } = projectKey(ref);
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<
      Pick<List, 'items'> & { total: number; version: number; rev: number }
    >(moment, pageOfPart(rows, column), [value, pageSize, offset]);
    if (row === undefined) throw new NotFound('project');
    return {
      items: row.items,
      total: row.total,
      page,
      pageSize,
      version: row.version,
      moment: momentName(row.rev, moment),
    };
  }
}

const ofProjectBy = (column: string): string => `
  select p.id as "projectId", p.version, current_rev() as rev, p.declared_budget_state as "declaredState",
         ${allOf(NEEDS)} as needs, ${allOf(LINES)} as lines, ${allOf(COUNTER_FUNDINGS)} as "counterFundings"
    from project p
   where p.${column} = $1`;

const OF_PROJECT = { id: ofProjectBy('id'), number: ofProjectBy('number') };

const BUDGETS = `
  select current_rev() as rev, (select count(*) from budget)::int as total,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', b.id, 'key', b.key, 'title', b.title, 'yearFrom', b.year_from,
                                               'yearTo', b.year_to, 'stage', b.stage) order by b.year_from, b.key)
             from (select * from budget order by year_from, key limit $1 offset $2) b), '[]') as items`;
