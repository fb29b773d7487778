import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { type Attendance, ATTENDANCES, PARTICIPANT_ROLES, type ParticipantRole } from '../review.enums.js';

const LABEL = 200;

/** Who takes part: a person, or whom somebody without an account speaks for. */
export class AddParticipantDto {
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @IsIn(PARTICIPANT_ROLES)
  @ApiProperty({ enum: PARTICIPANT_ROLES, enumName: 'ParticipantRole' })
  role!: ParticipantRole;

  /** Needed without a person: a group of the council, the staff council. */
  @IfSent()
  @IsString()
  @MaxLength(LABEL)
  label?: string;

  @IfSent()
  @IsIn(ATTENDANCES)
  @ApiProperty({ enum: ATTENDANCES, enumName: 'Attendance', required: false })
  attendance?: Attendance;
}

/** Changes to a participant, as a merge patch. */
export class EditParticipantDto {
  @IfSent()
  @IsIn(PARTICIPANT_ROLES)
  @ApiProperty({ enum: PARTICIPANT_ROLES, enumName: 'ParticipantRole', required: false })
  role?: ParticipantRole;

  @IfSent()
  @IsString()
  @MaxLength(LABEL)
  label?: string;

  @IfSent()
  @IsIn(ATTENDANCES)
  @ApiProperty({ enum: ATTENDANCES, enumName: 'Attendance', required: false })
  attendance?: Attendance;
}
