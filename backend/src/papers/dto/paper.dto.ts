import { CONSULTATION_ROLES, type ConsultationRole, PAPER_TYPES, type PaperType } from '../paper.enums.js';
import { PageDto } from '../../platform/index.js';
import { ApiProperty } from '@nestjs/swagger';

/** A directorate or an office as a paper names it. */
export class PaperUnitDto {
  id!: string;
  key!: string;
  shortName!: string;
  name!: string;
}

/** A project that a paper is about. */
export class PaperProjectDto {
  id!: string;
  number!: string;
  title!: string;
}

/** A paper before a body. */
export class ConsultationDto {
  id!: string;
  /** Key of the body; null for one that the city does not list. */
  body!: string | null;
  /** The body's name as of then. */
  bodyName!: string;
  /** A day; null while no meeting is set. */
  heldOn!: string | null;
  agendaItem!: string;
  isPublic!: boolean;
  @ApiProperty({ enum: CONSULTATION_ROLES })
  role!: ConsultationRole;
  /** As the minutes say it; empty before. */
  result!: string;
  /** The consultation that settles the paper. */
  isAuthoritative!: boolean;
  url!: string | null;
}

/** A paper with the consultations that the person may see. */
export class PaperDto {
  id!: string;
  version!: number;
  /** As printed; empty while there is none. */
  reference!: string;
  @ApiProperty({ enum: PAPER_TYPES })
  type!: PaperType;
  title!: string;
  directorate!: PaperUnitDto | null;
  office!: PaperUnitDto | null;
  /** A day. */
  datedOn!: string | null;
  motion!: string;
  isPublic!: boolean;
  projects!: PaperProjectDto[];
  /** By their days; those without one last. */
  consultations!: ConsultationDto[];
  /** Whether the person may change it. */
  mayEdit!: boolean;
}

/** One paper. */
export class SinglePaperDto extends PaperDto {
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}

/** Papers that the person may see. */
export class PaperListDto extends PageDto {
  items!: PaperDto[];
}
