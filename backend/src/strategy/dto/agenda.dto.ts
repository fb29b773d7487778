import { PageDto, TitleDto } from '../../platform/index.js';

/** A programme of one or two years. */
export class AgendaDto {
  id!: string;
  key!: string;
  title!: TitleDto;
  yearFrom!: number;
  yearTo!: number;
  /** The strategy edition that it is derived from. */
  strategyId!: string;
  /** Projects in it; for the public published ones alone, here and below. */
  entryCount!: number;
  /** Lead projects in it. */
  leadProjectCount!: number;
}

export class AgendaListDto extends PageDto {
  items!: AgendaDto[];
}

/** A project in an agenda. */
export class AgendaEntryDto {
  projectId!: string;
  number!: string;
  title!: string;
  /** Place in the agenda as it was adopted; null for what was added later. */
  position!: number | null;
  leadProject!: boolean;
  /** Never shown to the public. */
  reason!: string | null;
}

/** An agenda with its projects, in the order of the agenda. */
export class AgendaDetailDto extends AgendaDto {
  entries!: AgendaEntryDto[];
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}
