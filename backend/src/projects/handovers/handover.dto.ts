import { IsBoolean, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { TEXT_LENGTH } from '../dto/lengths.js';

/** To whom a project passes, and what becomes of its lead. */
export class HandOverDto {
  /** Who leads it from now on; somebody who may lead projects and does not lead this one already. */
  @IsUUID()
  toPersonId!: string;

  /** What the successor should know, 0 to 10,000 characters. */
  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  note?: string;

  /** The lead until now stays as a deputy; else leaves the project. True when absent. */
  @IfSent()
  @IsBoolean()
  keepAsDeputy?: boolean;
}
