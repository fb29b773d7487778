import { Type } from 'class-transformer';
import {
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../../platform/index.js';
import { DraftLightsDto } from './lights.dto.js';
import { LONGEST_TEXT } from './publish-report.dto.js';

/** What a person has typed for the next report; any part may be missing. */
export class DraftContentDto {
  @IsOptional()
  @IsDay()
  reportedOn?: string | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DraftLightsDto)
  lights?: DraftLightsDto | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  overallReason?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  progressPercent?: number | null;

  @IsOptional()
  @IsDay()
  expectedEnd?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  done?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  next?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  blockers?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  helpWanted?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  worseReason?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  wayBack?: string | null;

  @IsOptional()
  @IsUUID()
  correctsId?: string | null;
}

/** The own draft for a project; both null when there is none. */
export class StatusDraftDto {
  content!: DraftContentDto | null;
  /** Instant of the last saving, UTC. */
  savedAt!: string | null;
}
