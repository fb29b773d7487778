import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { REASON_LENGTH } from '../dto/lengths.js';

/** How an agenda names a project. */
export class PutAgendaEntryDto {
  /** Named as typical for the agenda. False when absent. */
  @IfSent()
  @IsBoolean()
  leadProject?: boolean;

  /** Why the project is on the agenda. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  reason?: string | null;
}
