import { Injectable } from '@nestjs/common';
import { budgetCells } from '../../budget/index.js';
import { type Moment, momentName, Reads } from '../../platform/index.js';
import { answerOnce, KeptAnswers } from '../../portfolio/index.js';
import type { PeriodDto, PeriodQuery } from '../dto/period.dto.js';
import type { FinanceYearsDto, YearSumsDto } from '../dto/years.dto.js';
import { FinancePeriods, withinYears, yearsOf } from '../finance-periods.js';
import { MONEY_SUMS } from '../money-sums.sql.js';

/** So many periods are kept. */
const KEPT_PERIODS = 100;

interface KeptYears {
  rev: number;
  answer: FinanceYearsDto;
}

interface YearsRow {
  rev: number;
  projects: number;
  sums: YearSumsDto[];
}

/** Answers what all projects need, have and spend, by year and kind. */
@Injectable()
export class FinanceYearsQueries {
  private readonly kept = new KeptAnswers<KeptYears>(KEPT_PERIODS);

  constructor(
    private readonly reads: Reads,
    private readonly periods: FinancePeriods,
  ) {}

  /**
   * The sums by year and kind, computed once per revision.
   * @throws NotFound
   */
  async years(query: PeriodQuery, moment: Moment): Promise<FinanceYearsDto> {
    const period = await this.periods.of(query, moment);
    const { answer } = await answerOnce({
      reads: this.reads,
      kept: this.kept,
      moment,
      question: period,
      find: () => this.find(period, moment),
    });
    return answer;
  }

  private async find(period: PeriodDto, moment: Moment): Promise<KeptYears> {
    const [row] = await this.reads.query<YearsRow>(moment, yearsSql(period));
    if (row === undefined) throw new Error('the years have always one row');
    const { rev, sums, projects } = row;
    const answer: FinanceYearsDto = {
      formula: 'gap-is-need-less-secured-less-counter-funding-plus-surplus',
      period,
      years: yearsOf(period, sums),
      items: sums.filter(({ year }) => year !== null),
      totals: sums.filter(({ year }) => year === null),
      projects,
      moment: momentName(rev, moment),
    };
    return { rev, answer };
  }
}

const yearsSql = (period: PeriodDto): string => `
  with cell as materialized (${budgetCells(withinYears(period))}),
  summed as (
    select year, kind, ${MONEY_SUMS}, sum_cents(appropriation_cents) as "appropriationCents",
           sum_cents(expected_revenue_cents) as "expectedRevenueCents",
           sum_cents(secured_revenue_cents) as "securedRevenueCents"
      from cell
     group by grouping sets ((year, kind), (kind)))
  select current_rev() as rev, (select count(*) from (select project_id from cell group by project_id) p)::int as projects,
         coalesce((select jsonb_agg(to_jsonb(summed) order by year nulls last, kind desc) from summed), '[]') as sums`;
