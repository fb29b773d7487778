import { Injectable } from '@nestjs/common';
import { type Moment, momentName, Reads } from '../platform/index.js';
import type { ReportRhythmDto, ReportRhythmsDto } from './dto/report-rhythm.dto.js';
import { RHYTHMS_VERSION } from './report-rhythms.sql.js';

/** Answers in which rhythm reports are awaited. */
@Injectable()
export class ReportRhythmsQueries {
  constructor(private readonly reads: Reads) {}

  /** All rhythms, live or as of a moment. */
  async read(moment: Moment): Promise<ReportRhythmsDto> {
    const [row] = await this.reads.query<{ rev: number; version: number; rhythms: ReportRhythmDto[] }>(
      moment,
      `select current_rev() as rev, ${RHYTHMS_VERSION} as version,
              (select coalesce(json_agg(json_build_object('phase', phase, 'days', days) order by phase), '[]')
                 from report_rhythm) as rhythms`,
    );
    const { rev, version, rhythms } = row ?? { rev: 0, version: 0, rhythms: [] };
    return { version, moment: momentName(rev, moment), rhythms };
  }
}
