import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfSent, IsDay, PageDto, PageQuery } from '../../platform/index.js';

/** Which changes to list; the log is the history itself, so it has no earlier state. */
export class ChangeLogQuery extends OmitType(PageQuery, ['asOf']) {
  /** By this person or machine. */
  @IfSent()
  @IsUUID()
  actor?: string;

  /** By this command, e.g. `project.edit`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  command?: string;

  /** From this source, e.g. `app`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  source?: string;

  /** On this day (Europe/Berlin) or later. */
  @IfSent()
  @IsDay()
  from?: string;

  /** On this day (Europe/Berlin) or earlier. */
  @IfSent()
  @IsDay()
  to?: string;

  /** Of this project or a part of it, by number or id. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  project?: string;

  /** `csv` for all matching changes as a file. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

/** A record that a change touched. */
export class TouchedRecordDto {
  /** The kind of record, such as `project` or `budget-line`. */
  record!: string;
  id!: string;
  /** Number of the project that the record is or belongs to. */
  projectNumber!: string | null;
}

/** One change: everything that one command changed in one transaction. */
export class LoggedChangeDto {
  rev!: number;
  /** To read everything as of this change, as `r<rev>`. */
  moment!: string;
  /** With microseconds, UTC. */
  at!: string;
  actorId!: string | null;
  /** Null for the system itself. */
  actorName!: string | null;
  command!: string;
  reason!: string | null;
  source!: string;
  /** The first records that were touched, 20 at most. */
  records!: TouchedRecordDto[];
  /** How many were touched in all. */
  recordCount!: number;
}

export class ChangeLogDto extends OmitType(PageDto, ['moment']) {
  /** The newest first. */
  items!: LoggedChangeDto[];
}
