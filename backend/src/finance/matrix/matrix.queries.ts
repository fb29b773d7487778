import { Injectable } from '@nestjs/common';
import { type Moment, momentName, pageOf, Reads } from '../../platform/index.js';
import { answerOnce, KeptAnswers } from '../../portfolio/index.js';
import type {
  MatrixCellDto,
  MatrixDto,
  MatrixProjectsDto,
  MatrixProjectsQuery,
  MatrixQuery,
} from '../dto/matrix.dto.js';
import type { PeriodDto } from '../dto/period.dto.js';
import { FinancePeriods, yearsOf } from '../finance-periods.js';
import type { MatrixGrouping } from '../finance.enums.js';
import { type MatrixProjectsRow, matrixProjectsSql, type MatrixRow, matrixSql } from './matrix.sql.js';

/** So many matrices are kept. */
const KEPT_MATRICES = 100;

interface KeptMatrix {
  rev: number;
  answer: MatrixDto;
}

/** Answers the money of projects by group, year and kind. */
@Injectable()
export class MatrixQueries {
  private readonly kept = new KeptAnswers<KeptMatrix>(KEPT_MATRICES);

  constructor(
    private readonly reads: Reads,
    private readonly periods: FinancePeriods,
  ) {}

  /**
   * The sums of all projects by group, computed once per revision.
   * @throws NotFound
   */
  async matrix(query: MatrixQuery, moment: Moment): Promise<MatrixDto> {
    const period = await this.periods.of(query, moment);
    const { groupBy = 'office' } = query;
    const { answer } = await answerOnce({
      reads: this.reads,
      kept: this.kept,
      moment,
      question: [period, groupBy],
      find: () => this.find(period, groupBy, moment),
    });
    return answer;
  }

  /**
   * A page of the projects of one group.
   * @throws NotFound
   */
  async projects(query: MatrixProjectsQuery, moment: Moment): Promise<MatrixProjectsDto> {
    const period = await this.periods.of(query, moment);
    const { groupBy = 'office', measure = 'need', group, kind } = query;
    const { page, pageSize, offset } = pageOf(query);
    const sql = matrixProjectsSql(groupBy, measure, period);
    const [row] = await this.reads.query<MatrixProjectsRow>(moment, sql, [group, kind, pageSize, offset]);
    if (row === undefined) throw new Error('a page of the matrix has always one row');
    const { items, total, rev } = row;
    return { items, total, page, pageSize, moment: momentName(rev, moment) };
  }

  private async find(period: PeriodDto, groupBy: MatrixGrouping, moment: Moment): Promise<KeptMatrix> {
    const [row] = await this.reads.query<MatrixRow>(moment, matrixSql(groupBy, period));
    if (row === undefined) throw new Error('the matrix has always one row');
    const cells = new Map<string | null, MatrixCellDto[]>();
    for (const { key, ...cell } of row.sums) cells.set(key, [...(cells.get(key) ?? []), cell]);
    const groups = row.groups.map(({ key, titleDe, titleEn, projects }) => ({
      key,
      title: titleDe === null ? null : { de: titleDe, en: titleEn },
      projects,
      cells: cells.get(key) ?? [],
    }));
    const totals = cells.get(null) ?? [];
    const answer: MatrixDto = {
      formula: 'sum-of-cells-by-group-year-and-kind',
      period,
      groupBy,
      years: yearsOf(period, totals),
      groups,
      totals,
      projects: groups.reduce((sum, { projects }) => sum + projects, 0),
      moment: momentName(row.rev, moment),
    };
    return { rev: row.rev, answer };
  }
}
