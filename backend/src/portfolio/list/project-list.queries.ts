import { Injectable } from '@nestjs/common';
import { type Actor, type Moment, momentName, pageOf, Reads } from '../../platform/index.js';
import type { ProjectGroupDto, ProjectListDto } from '../dto/project-list.dto.js';
import type { ProjectListQuery } from '../dto/project-list-query.dto.js';
import { KeptAnswers } from '../kept-answers.js';
import type { FilterContext } from './filter-sql.js';
import type { GroupRow } from './group-sql.js';
import { groupingOf, pageAndTotalStatement, pageStatement } from './list-sql.js';
import { type ListedRow, listItemOf } from './project-list-item.js';

/** So many filters keep their total. */
const KEPT_TOTALS = 2000;

/** What a filter adds up to; costs a look at every row, so it is kept as long as nothing changes. */
interface Totals {
  rev: number;
  total: number;
  groups: ProjectGroupDto[] | null;
}

type PageRow = { rev: number } & (ListedRow | Record<keyof ListedRow, null>);
type PageAndTotalRow = PageRow & { allRows: number; allGroups: GroupRow[] | null };

/** Answers lists of projects from the read model, in one statement each. */
@Injectable()
export class ProjectListQueries {
  private readonly kept = new KeptAnswers<Totals>(KEPT_TOTALS);

  constructor(private readonly reads: Reads) {}

  /**
   * One page of the list. When the totals of the filter are kept for the revision that the page turns out to speak of,
   * the page is all that is read; else page and totals are read in one snapshot.
   */
  async page(
    query: ProjectListQuery,
    moment: Moment,
    actor: Pick<Actor, 'personId'>,
  ): Promise<ProjectListDto> {
    const context = { personId: actor.personId, today: moment.today, live: moment.rev === null };
    const question = questionOf(query, context, moment);
    if (this.mayBeKept(question, moment)) {
      const { sql, values } = pageStatement(query, context);
      const rows = await this.reads.query<PageRow>(moment, sql, values);
      const totals = this.kept.get(question, rows[0]?.rev ?? -1);
      if (totals !== undefined) return answerOf(query, rows, totals, context);
    }
    const { sql, values } = pageAndTotalStatement(query, context);
    const rows = await this.reads.query<PageAndTotalRow>(moment, sql, values);
    const [first] = rows;
    const totals: Totals = {
      rev: first?.rev ?? 0,
      total: first?.allRows ?? 0,
      groups: first?.allGroups?.map(groupOf) ?? null,
    };
    this.kept.put(question, totals);
    return answerOf(query, rows, totals, context);
  }

  /** False when it is known beforehand that something changed since the totals were kept. */
  private mayBeKept(question: string, moment: Moment): boolean {
    const rev = this.kept.newestRev(question);
    return rev !== undefined && (moment.rev !== null || moment.latestSeen <= rev);
  }
}

/** Everything that totals depend on but the revision of the present; not the page and not the order. */
function questionOf(query: ProjectListQuery, { personId, today }: FilterContext, moment: Moment): string {
  const { page: _page, pageSize: _pageSize, sort: _sort, format: _format, asOf: _asOf, ...filter } = query;
  return JSON.stringify([
    moment.rev,
    today,
    query.lead === 'me' ? personId : null,
    groupingOf(query),
    filter,
  ]);
}

function answerOf(
  query: ProjectListQuery,
  rows: readonly PageRow[],
  { rev, total, groups }: Totals,
  context: FilterContext,
): ProjectListDto {
  const { page, pageSize } = pageOf(query);
  const items = rows.filter(isListed).map((row) => listItemOf(row, context.today));
  return { items, total, page, pageSize, groups, moment: momentName(rev, context) };
}

function isListed(row: PageRow): row is PageRow & ListedRow {
  return row.id !== null;
}

function groupOf(row: GroupRow): ProjectGroupDto {
  return {
    key: row.key,
    title: row.titleDe === null ? null : { de: row.titleDe, en: row.titleEn },
    count: row.count,
    need: { operatingCents: row.needOperatingCents, capitalCents: row.needCapitalCents },
    secured: { operatingCents: row.securedOperatingCents, capitalCents: row.securedCapitalCents },
    gap: { operatingCents: row.gapOperatingCents, capitalCents: row.gapCapitalCents },
    meanSelfScore: row.meanSelfScore,
    scoredProjects: row.scoredProjects,
    meanCoveragePercent: row.meanCoveragePercent ?? 0,
    conflicts: row.conflicts,
  };
}
