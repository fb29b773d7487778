import { Injectable } from '@nestjs/common';
import { type Moment, momentName, pageOf, Reads } from '../../platform/index.js';
import { answerOnce, KeptAnswers } from '../../portfolio/index.js';
import type { ExceptionsDto, ExceptionsQuery } from '../dto/exceptions.dto.js';
import type { PeriodDto } from '../dto/period.dto.js';
import { FinancePeriods } from '../finance-periods.js';
import { EXCEPTION_KINDS } from '../finance.enums.js';
import { type ExceptionsRow, exceptionsSql } from './exceptions.sql.js';

/** So many pages of exceptions are kept. */
const KEPT_PAGES = 100;

interface KeptPage {
  rev: number;
  answer: ExceptionsDto;
}

/** Answers what finance has to look at. */
@Injectable()
export class ExceptionsQueries {
  private readonly kept = new KeptAnswers<KeptPage>(KEPT_PAGES);

  constructor(
    private readonly reads: Reads,
    private readonly periods: FinancePeriods,
  ) {}

  /**
   * A page of exceptions with the counts of all kinds, computed once per revision.
   * @throws NotFound
   */
  async exceptions(query: ExceptionsQuery, moment: Moment): Promise<ExceptionsDto> {
    const period = await this.periods.of(query, moment);
    const { page, pageSize } = pageOf(query);
    const { answer } = await answerOnce({
      reads: this.reads,
      kept: this.kept,
      moment,
      question: [period, query.kind ?? EXCEPTION_KINDS, page, pageSize],
      find: () => this.find(period, query, moment),
    });
    return answer;
  }

  /**
   * All exceptions up to so many, for files; they are not kept.
   * @throws NotFound
   */
  async all(query: ExceptionsQuery, moment: Moment, most: number): Promise<ExceptionsDto> {
    const period = await this.periods.of(query, moment);
    const { answer } = await this.find(period, { ...query, page: 1, pageSize: most }, moment);
    return answer;
  }

  private async find(period: PeriodDto, query: ExceptionsQuery, moment: Moment): Promise<KeptPage> {
    const { page, pageSize, offset } = pageOf(query);
    const values = [query.kind ?? EXCEPTION_KINDS, pageSize, offset];
    const [row] = await this.reads.query<ExceptionsRow>(moment, exceptionsSql(period), values);
    if (row === undefined) throw new Error('the exceptions have always one row');
    const { rev, total, items } = row;
    const counts = EXCEPTION_KINDS.map(
      (kind) =>
        row.counts.find((counted) => counted.kind === kind) ?? {
          kind,
          count: 0,
          operatingCents: 0,
          capitalCents: 0,
        },
    );
    const answer: ExceptionsDto = {
      formula: 'exceptions-of-cells-and-records',
      period,
      counts,
      items,
      total,
      page,
      pageSize,
      moment: momentName(rev, moment),
    };
    return { rev, answer };
  }
}
