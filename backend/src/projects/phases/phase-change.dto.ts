import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { REASON_LENGTH } from '../dto/lengths.js';
import { type Phase, PHASES } from '../project.enums.js';

/** A step of a project to another phase. */
export class PhaseChangeDto {
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  @IsIn(PHASES)
  to!: Phase;

  /** Why; needed for `paused` and `cancelled`. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  reason?: string | null;

  /** Council body that released the project, by id or key; for `approved` alone. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  releasedByBodyId?: string | null;
}
