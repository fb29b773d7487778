import { Injectable } from '@nestjs/common';
import {
  cataloguePage,
  type Moment,
  momentName,
  NotFound,
  pageOf,
  type PageQuery,
  Reads,
} from '../../platform/index.js';
import { projectKey } from '../../projects/index.js';
import type { PublicHistoryDto } from '../dto/public-history.dto.js';
import type { PublicProjectDetailDto, PublicProjectListDto } from '../dto/public-project.dto.js';
import type { PublicListQuery } from '../dto/public-query.dto.js';
import {
  changedFields,
  PUBLISHED_COLUMNS,
  publicProjectOf,
  type PublishedRow,
  RECORD_JOINS,
} from '../record/public-record.js';
import { matchingSelect, publicOrder } from './public-list-sql.js';
import { PUBLISHED } from './published-sql.js';

interface VersionsRow {
  rev: number;
  total: number;
  /** Newest first, one more than the page shows, so that its last one can be compared too. */
  versions: (PublishedRow & { fromRev: number })[];
}

/** Answers what the public may know of projects; reads published records and public catalogues, nothing else. */
@Injectable()
export class PublicProjectsQueries {
  constructor(private readonly reads: Reads) {}

  /** One page of the published projects that match the filters. */
  async page(query: PublicListQuery, moment: Moment): Promise<PublicProjectListDto> {
    const { page, pageSize } = pageOf(query);
    const { sql, values } = matchingSelect(query, moment.today);
    const found = await cataloguePage<PublishedRow>(
      this.reads,
      { moment, query: { ...query, page, pageSize } },
      { items: sql, order: publicOrder(query.sort), parameters: values.list },
    );
    return { ...found, items: found.items.map((row) => publicProjectOf(row, moment.today)) };
  }

  /**
   * One published project, by id or number.
   *
   * @throws NotFound (404) when it is unknown, internal or withdrawn, which look alike
   */
  async detail(ref: string, moment: Moment): Promise<PublicProjectDetailDto> {
    const key = projectKey(ref);
    const [row] = await this.reads.query<PublishedRow & { rev: number }>(moment, DETAIL[key.column], [
      key.value,
    ]);
    if (row === undefined) throw new NotFound('project');
    return { ...publicProjectOf(row, moment.today), moment: momentName(row.rev, moment) };
  }

  /**
   * What the public saw of a project since it was published, up to the moment, the newest change first.
   *
   * @throws NotFound (404) as for the project itself
   */
  async history(ref: string, moment: Moment, query: PageQuery): Promise<PublicHistoryDto> {
    const { page, pageSize, offset } = pageOf(query);
    const key = projectKey(ref);
    const [row] = await this.reads.query<VersionsRow>(moment, VERSIONS[key.column], [
      key.value,
      pageSize + 1,
      offset,
    ]);
    if (row === undefined) throw new NotFound('project');
    const shown = row.versions.map((version) => publicProjectOf(version, moment.today));
    const items = row.versions.slice(0, pageSize).map(({ fromRev, refreshedAt }, index) => {
      const [after, before] = shown.slice(index);
      const fields = after === undefined || before === undefined ? [] : changedFields(before, after);
      const kind = before === undefined ? ('published' as const) : ('changed' as const);
      return { at: refreshedAt, since: `r${fromRev}`, kind, fields };
    });
    return { items, total: row.total, page, pageSize, moment: momentName(row.rev, moment) };
  }
}

const one = (key: 'id' | 'number'): string => `
  select current_rev() as rev, ${PUBLISHED_COLUMNS}
    from ${PUBLISHED} ${RECORD_JOINS}
   where record.${key} = $1`;
const DETAIL = { id: one('id'), number: one('number') };

/** The versions of a published record since it was published last, from the kept versions of that table alone. */
const versionsOf = (key: 'id' | 'number'): string => `
  with asked as materialized (select current_rev() as rev),
  target as materialized (select record.id, record.published_at from ${PUBLISHED} where record.${key} = $1)
  select asked.rev, versions.total, page.versions
    from asked cross join target
   cross join lateral (
     select count(*) as total from history.published_project record
      where record.id = target.id and record.published_at = target.published_at and record.from_rev <= asked.rev
   ) versions
   cross join lateral (
     select coalesce(json_agg(version order by version."fromRev" desc), '[]') as versions from (
       select record.from_rev as "fromRev", ${PUBLISHED_COLUMNS}
         from history.published_project record ${RECORD_JOINS}
        where record.id = target.id and record.published_at = target.published_at and record.from_rev <= asked.rev
        order by record.from_rev desc limit $2 offset $3) version
   ) page`;
const VERSIONS = { id: versionsOf('id'), number: versionsOf('number') };
