import { Injectable } from '@nestjs/common';
import { type Moment, type PageQuery, Reads } from '../../platform/index.js';
import { readParts } from '../project-parts.js';
import type { MilestoneListDto } from './milestone.dto.js';

/** Answers what a project has promised by when. */
@Injectable()
export class MilestonesQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * Lists the milestones of a project by their dates.
   *
   * @throws NotFound (404)
   */
  list(ref: string, moment: Moment, query: PageQuery): Promise<MilestoneListDto> {
    return readParts(
      this.reads,
      { ref, moment, query },
      {
        columns: COLUMNS,
        table: 'milestone',
        order: 'coalesce(part.actual_on, part.expected_on), part.title, part.id',
      },
    );
  }
}

const COLUMNS = `
  part.id, part.title, part.baseline_on as "baselineOn", part.approved_on as "approvedOn",
  part.expected_on as "expectedOn", part.actual_on as "actualOn", part.moves,
  coalesce(part.actual_on, part.expected_on) - part.baseline_on as "slipDays",
  part.move_reason as "moveReason", part.is_public as "isPublic"`;
