import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfSent, IsInstant } from '../../platform/index.js';

const TITLE = 300;

/** A new session. */
export class CreateReviewSessionDto {
  /** When it begins: an instant with its offset. */
  @IsInstant()
  startsAt!: string;

  /** The next number when absent. */
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(999_999)
  number?: number;

  @IfSent()
  @IsString()
  @MaxLength(TITLE)
  title?: string;

  @IfSent()
  @IsString()
  @MaxLength(TITLE)
  place?: string;
}

/** Changes to a session, as a merge patch; its number stays. */
export class EditReviewSessionDto {
  @IfSent()
  @IsInstant()
  startsAt?: string;

  @IfSent()
  @IsString()
  @MaxLength(TITLE)
  title?: string;

  @IfSent()
  @IsString()
  @MaxLength(TITLE)
  place?: string;
}
