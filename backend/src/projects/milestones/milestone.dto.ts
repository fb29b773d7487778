import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IfSent, IsDay, PageDto } from '../../platform/index.js';
import { REASON_LENGTH, TITLE_LENGTH } from '../dto/lengths.js';

/** A new milestone; what is expected becomes its baseline. */
export class AddMilestoneDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title!: string;

  @IsDay()
  expectedOn!: string;

  /** Not after today. */
  @IsOptional()
  @IsDay()
  actualOn?: string | null;

  /** Shown to the public when the project is. False when absent. */
  @IfSent()
  @IsBoolean()
  isPublic?: boolean;
}

/** Changes to a milestone, as a merge patch; its baseline stays. */
export class EditMilestoneDto {
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title?: string;

  /** Moving it is counted and needs `moveReason`. */
  @IfSent()
  @IsDay()
  expectedOn?: string;

  /** Why the expected date moves. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  moveReason?: string | null;

  /** Not after today; null: not reached after all. */
  @IsOptional()
  @IsDay()
  actualOn?: string | null;

  @IfSent()
  @IsBoolean()
  isPublic?: boolean;
}

/** A milestone with the dates that were promised, approved, are expected, and came true. */
export class MilestoneDto {
  id!: string;
  title!: string;
  /** First promise, a day. */
  baselineOn!: string;
  /** Expected when the project was approved, a day. */
  approvedOn!: string | null;
  /** A day. */
  expectedOn!: string;
  /** Day on which it was reached. */
  actualOn!: string | null;
  /** How often the expected date was moved. */
  moves!: number;
  /** Days from the baseline to the actual date, else to the expected one; negative when early. */
  slipDays!: number;
  /** Why it was moved last. */
  moveReason!: string | null;
  isPublic!: boolean;
}

/** Milestones of a project by their dates. */
export class MilestoneListDto extends PageDto {
  items!: MilestoneDto[];
}
