import { Injectable } from '@nestjs/common';
import { type Comparison, Comparisons, countKinds, DIFFERENCE_KINDS } from '../../comparison/index.js';
import { type Actor, type Moment, momentName, pageOf, Reads } from '../../platform/index.js';
import type { ComparisonQuery, PortfolioComparisonDto } from '../dto/comparison.dto.js';
import { type WrittenFile } from '../../platform/documents/index.js';
import { filterSql } from '../list/filter-sql.js';
import { SqlValues } from '../list/sql-values.js';
import { comparisonSheet } from './comparison-sheet.js';

/** The two moments of a comparison, and on whose behalf it is asked for. */
export interface AskedComparison {
  from: Moment;
  to: Moment;
  actor: Pick<Actor, 'personId'>;
}

/** Answers what is different in the portfolio at two moments. */
@Injectable()
export class ComparisonQueries {
  constructor(
    private readonly comparisons: Comparisons,
    private readonly reads: Reads,
  ) {}

  /** One page of the projects that are different, with the counts of all. */
  async page(query: ComparisonQuery, asked: AskedComparison): Promise<PortfolioComparisonDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { fromRev, toRev, differences } = await this.find(query, asked);
    const counts = countKinds(differences);
    const wanted = ofKind(differences, query.kind);
    const to = { moment: momentName(toRev, asked.to), day: asked.to.today };
    return {
      from: { moment: momentName(fromRev, asked.from), day: asked.from.today },
      to,
      different: differences.length,
      counts: DIFFERENCE_KINDS.map((kind) => ({ kind, count: counts[kind] })),
      items: wanted.slice(offset, offset + pageSize),
      total: wanted.length,
      page,
      pageSize,
      moment: to.moment,
    };
  }

  /** All changes as CSV for German spreadsheets: a row for each. */
  async csv(query: ComparisonQuery, asked: AskedComparison): Promise<WrittenFile> {
    const { fromRev, toRev, differences } = await this.find(query, asked);
    return {
      name: `vergleich-${asked.from.today}-r${fromRev}-${asked.to.today}-r${toRev}.csv`,
      content: comparisonSheet(ofKind(differences, query.kind)),
    };
  }

  private async find(query: ComparisonQuery, { from, to, actor }: AskedComparison): Promise<Comparison> {
    const matching = await Promise.all([from, to].map((moment) => this.matching(query, moment, actor)));
    const ids = matching.every((found) => found !== null) ? [...new Set(matching.flat())] : undefined;
    return this.comparisons.compare(from, to, ids);
  }

  /** The ids of the projects that match the filters at a moment; null when there are no filters. */
  private async matching(
    query: ComparisonQuery,
    moment: Moment,
    { personId }: Pick<Actor, 'personId'>,
  ): Promise<string[] | null> {
    const values = new SqlValues();
    const context = { personId, today: moment.today, live: moment.rev === null };
    const filter = filterSql(query, context, values);
    if (filter === 'true') return null;
    const rows = await this.reads.query<{ id: string }>(
      moment,
      `select o.id from project_overview o where ${filter}`,
      values.list,
    );
    return rows.map(({ id }) => id);
  }
}

function ofKind(
  differences: Comparison['differences'],
  wanted: ComparisonQuery['kind'] = [],
): Comparison['differences'] {
  if (wanted.length === 0) return differences;
  return differences.filter(({ kinds }) => kinds.some((kind) => wanted.includes(kind)));
}
