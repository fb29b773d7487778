import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, pageOf, type PageQuery, Reads } from '../../platform/index.js';
import { projectKey } from '../project-roots.js';
import { fieldChangesOf, type NamesById, type RowChange } from './history.rules.js';
import type { ProjectChangeDto, ProjectHistoryDto } from './project-history.dto.js';
import { projectHistorySql } from './project-history.sql.js';

interface HistoryRow {
  rev: number;
  total: number;
  items: (Omit<ProjectChangeDto, 'changes'> & { rows: RowChange[] })[];
  names: NamesById;
}

/** Answers who changed what of a project, when and why. */
@Injectable()
export class ProjectHistoryQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * One page of the changes of a project and its parts up to the moment, the newest first.
   *
   * @throws NotFound (404)
   */
  async page(ref: string, moment: Moment, query: PageQuery): Promise<ProjectHistoryDto> {
    const { page, pageSize, offset } = pageOf(query);
    const key = projectKey(ref);
    const [row] = await this.reads.query<HistoryRow>(moment, projectHistorySql(key.column), [
      key.value,
      pageSize,
      offset,
    ]);
    if (row === undefined) throw new NotFound('project');
    const items = row.items.map(({ rows, ...change }) => ({
      ...change,
      changes: rows.flatMap((changed) => fieldChangesOf(changed, row.names)),
    }));
    return { items, total: row.total, page, pageSize, moment: momentName(row.rev, moment) };
  }
}
