import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IfSent, IsDay } from '../../platform/index.js';
import { SetLightsDto } from './lights.dto.js';

/** Longest text of a report, in characters. */
export const LONGEST_TEXT = 4000;

const IfSaysMore = (): PropertyDecorator =>
  ValidateIf((report: PublishReportDto, value: unknown) => report.unchanged !== true || value !== undefined);

/**
 * A report to publish. Either `{ "unchanged": true }` alone, which repeats lights, progress and texts of the last
 * report, or lights and progress with what there is to say.
 */
export class PublishReportDto {
  /** Repeats the last report; stands alone. */
  @IfSent()
  @IsBoolean()
  unchanged?: boolean;

  /** The date that the report speaks of; today when absent. Not in the future, not before the last report's. */
  @IfSent()
  @IsDay()
  reportedOn?: string;

  /** Needed unless unchanged. */
  @IfSaysMore()
  @IsObject()
  @ValidateNested()
  @Type(() => SetLightsDto)
  lights?: SetLightsDto;

  /** Why the overall light is not the worst of the four. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  overallReason?: string | null;

  /** Needed unless unchanged; 0 to 100. */
  @IfSaysMore()
  @IsInt()
  @Min(0)
  @Max(100)
  progressPercent?: number;

  /** Expected end of the project; the project takes it over. As it stands when absent. */
  @IsOptional()
  @IsDay()
  expectedEnd?: string | null;

  @IfSent()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  done?: string;

  @IfSent()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  next?: string;

  @IfSent()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  blockers?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  helpWanted?: string | null;

  /** Why lights got worse; needed when one did. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  worseReason?: string | null;

  /** How they become better; needed when one got worse. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  wayBack?: string | null;

  /** The report of this project that this one corrects. */
  @IsOptional()
  @IsUUID()
  correctsId?: string | null;
}
