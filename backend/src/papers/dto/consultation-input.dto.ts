import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUrl, MaxLength, MinLength } from 'class-validator';
import { IfSent, IsDay } from '../../platform/index.js';
import { CONSULTATION_ROLES, type ConsultationRole } from '../paper.enums.js';

const NAME_LENGTH = 300;
const RESULT_LENGTH = 2_000;
const URL_LENGTH = 2_000;

/**
 * A consultation that is planned or was held; it names its body by key or, for one that is not listed, by name. Without a
 * role it is `unknown`, and it settles the paper when that is said.
 */
export class AddConsultationDto {
  /** Id or key of a council body. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  body?: string | null;

  /** The body's name as of then. */
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(NAME_LENGTH)
  bodyName?: string;

  @IsOptional()
  @IsDay()
  heldOn?: string | null;

  /** TOP, e.g. 6 or 10.3. */
  @IfSent()
  @IsString()
  @MaxLength(20)
  agendaItem?: string;

  @IsBoolean()
  isPublic!: boolean;

  @IfSent()
  @IsIn(CONSULTATION_ROLES)
  role?: ConsultationRole;

  @IfSent()
  @IsString()
  @MaxLength(RESULT_LENGTH)
  result?: string;

  /** Whether it settles the paper. */
  @IfSent()
  @IsBoolean()
  isAuthoritative?: boolean;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(URL_LENGTH)
  url?: string | null;
}

/** Changes to a consultation, as a merge patch; its body's name stays as it was unless one is sent. */
export class EditConsultationDto extends PartialType(AddConsultationDto, { skipNullProperties: false }) {}
