import { PageDto } from '../../platform/index.js';
import { ReportRequestDto } from '../requests/report-request.dto.js';
import { LightsDto } from './lights.dto.js';

/** A published report. Who published it stands in the history of the project, not here. */
export class StatusReportDto {
  id!: string;
  /** The date that the report speaks of. */
  reportedOn!: string;
  /** Instant of publication, UTC. */
  publishedAt!: string;
  lights!: LightsDto;
  /** Why the overall light is not the worst of the four. */
  overallReason!: string | null;
  /** 0 to 100. */
  progressPercent!: number;
  expectedEnd!: string | null;
  done!: string;
  next!: string;
  blockers!: string;
  helpWanted!: string | null;
  /** Why lights got worse. */
  worseReason!: string | null;
  /** How they become better. */
  wayBack!: string | null;
  /** Repeats the report before. */
  unchanged!: boolean;
  /** The report that this one corrects. */
  correctsId!: string | null;
  /** The newest report that corrects this one. */
  correctedById!: string | null;
}

/** When the next report is awaited. */
export class ReportingDto {
  /** Day of the last publication in Europe/Berlin; null before the first. */
  lastPublishedOn!: string | null;
  /** Days since the last publication, before the first since the entry into the phase. */
  ageDays!: number;
  /** Days within which a report is awaited in the present phase; null when the phase has no rhythm. */
  rhythmDays!: number | null;
  /** First day on which the status is overdue unless a report comes; null without rhythm. */
  overdueSince!: string | null;
  /** Days by which the rhythm is exceeded; 0 when not overdue. */
  overdueDays!: number;
}

/** The published reports of a project, the newest first. */
export class StatusReportsDto extends PageDto {
  items!: StatusReportDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
  reporting!: ReportingDto;
  /** Requests that no report has answered yet, the earliest first. */
  requests!: ReportRequestDto[];
}

/** One published report. */
export class SingleStatusReportDto extends StatusReportDto {
  projectId!: string;
  /** Version of the project. */
  version!: number;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}
