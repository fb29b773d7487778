import { IsString, MaxLength, MinLength } from 'class-validator';
import { REASON_LENGTH } from '../dto/lengths.js';

/** Approves the dates that are expected now; what was approved before stays in the history. */
export class ApproveDatesDto {
  /** Who agreed to the new dates, and why. */
  @IsString()
  @MinLength(1)
  @MaxLength(REASON_LENGTH)
  reason!: string;
}
