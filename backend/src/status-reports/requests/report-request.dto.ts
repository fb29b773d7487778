import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfSent, IsDay, PageDto } from '../../platform/index.js';
import { PHASES, type Phase } from '../../projects/index.js';
import { DUE_REASONS, type DueReason } from './report-due.rules.js';

const LONGEST_NOTE = 10_000;
const MOST_PROJECTS = 1_000;

/** Of whom a report is asked, and by when. */
export class AskForReportsDto {
  /** All projects on the agenda of this session; the requests are for it. */
  @IsOptional()
  @IsUUID()
  sessionId?: string | null;

  /** These projects; together with a session, these alone. */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(MOST_PROJECTS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  projectIds?: string[];

  /** The last day on which the report is in time; today or later. */
  @IsDay()
  dueOn!: string;

  /** What should be in it, 0 to 10,000 characters. */
  @IfSent()
  @IsString()
  @MaxLength(LONGEST_NOTE)
  note?: string;
}

/** How many projects were asked. */
export class AskedForReportsDto {
  /** Projects with a new request. */
  asked!: number;
  /** Projects whose open request for the same session got the new day and note. */
  renewed!: number;
  /** The revision from which on the requests can be read, as `r<rev>`. */
  moment!: string;
}

/** The session that a request is for. */
export class RequestSessionDto {
  id!: string;
  number!: number;
  /** Instant, UTC. */
  startsAt!: string;
}

/** A request for a report that no report has answered yet. */
export class ReportRequestDto {
  id!: string;
  /** The last day on which the report is in time. */
  dueOn!: string;
  /** Instant, UTC. */
  requestedAt!: string;
  note!: string;
  session!: RequestSessionDto | null;
}

/** The office of somebody. */
export class ReportingOfficeDto {
  id!: string;
  shortName!: string;
  name!: string;
}

/** Whom to ask about the report of a project. */
export class ReportingPersonDto {
  id!: string;
  displayName!: string;
  office!: ReportingOfficeDto | null;
}

/** A project whose report is overdue. */
export class OverdueProjectDto {
  id!: string;
  number!: string;
  title!: string;
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  office!: ReportingOfficeDto | null;
  lead!: ReportingPersonDto | null;
  deputies!: ReportingPersonDto[];
  /** Day of the last publication; null before the first. */
  lastPublishedOn!: string | null;
  /** What it was due by first. */
  dueOn!: string;
  overdueDays!: number;
  @ApiProperty({ enum: DUE_REASONS, enumName: 'DueReason' })
  because!: DueReason;
  /** The earliest request that no report has answered. */
  request!: ReportRequestDto | null;
}

/** Projects whose report is overdue by rhythm or by request, the longest first. */
export class OverdueListDto extends PageDto {
  items!: OverdueProjectDto[];
}
