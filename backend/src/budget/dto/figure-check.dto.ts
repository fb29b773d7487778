import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsUUID } from 'class-validator';
import { IfSent } from '../../platform/index.js';

/** Which figures of a project are checked. */
export class CheckFiguresDto {
  /** Needs, counter-fundings and follow-up costs, by id; all that are not checked yet when absent. */
  @IfSent()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  ids?: string[];
}

/** When a figure of the lead was reported, and when finance checked it; both stay. */
export class ReportedDto {
  /** When the lead last stated it; null for those entered before this was noted. */
  reportedAt!: string | null;
  /** When finance last checked it. */
  checkedAt!: string | null;
  /** Name of who checked it. */
  checkedBy!: string | null;
  /** Checked after it was last stated. */
  isChecked!: boolean;
}
