import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, Reads } from '../platform/index.js';
import { projectKey } from '../projects/index.js';
import type { PublicationDto } from './dto/publication.dto.js';
import {
  changedFields,
  PUBLISHED_COLUMNS,
  publicProjectOf,
  publicRecordOf,
  type PublishedRow,
  RECORD_COLUMNS,
  RECORD_JOINS,
  type RecordRow,
} from './record/public-record.js';
import { RECORD } from './record/record-sql.js';

interface PublicationRow {
  rev: number;
  version: number;
  current: RecordRow;
  published: PublishedRow | null;
}

/** Answers what of a project is public, for those who may read it anyway. */
@Injectable()
export class PublicationQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * What is public of a project beside what would be.
   *
   * @throws NotFound (404)
   */
  async publication(ref: string, moment: Moment): Promise<PublicationDto> {
    const key = projectKey(ref);
    const [row] = await this.reads.query<PublicationRow>(moment, PUBLICATION[key.column], [key.value]);
    if (row === undefined) throw new NotFound('project');
    const current = publicRecordOf(row.current, moment.today);
    const published = row.published === null ? null : publicProjectOf(row.published, moment.today);
    return {
      version: row.version,
      published,
      current,
      changed: published === null ? [] : changedFields(published, current),
      moment: momentName(row.rev, moment),
    };
  }
}

const publicationOf = (key: 'id' | 'number'): string => `
  select current_rev() as rev, project.version, to_json(now) as current,
         (select to_json(public_record)
            from (select ${PUBLISHED_COLUMNS} from published_project record ${RECORD_JOINS}
                   where record.id = project.id) public_record) as published
    from project
   cross join lateral (
     select ${RECORD_COLUMNS} from (${RECORD} where p.id = project.id) record ${RECORD_JOINS}) now
   where project.${key} = $1`;
const PUBLICATION = { id: publicationOf('id'), number: publicationOf('number') };
