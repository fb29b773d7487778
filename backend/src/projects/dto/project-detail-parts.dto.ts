import { ApiProperty } from '@nestjs/swagger';
import { TitleDto } from '../../platform/index.js';
import { GATE_PIECES, type GatePiece } from '../phases/gate.enums.js';
import {
  LIGHTS,
  type Light,
  LINK_KINDS,
  type LinkKind,
  PERSON_FUNCTIONS,
  type PersonFunction,
  type Phase,
  PHASES,
} from '../project.enums.js';

/** The responsible office. */
export class ProjectOfficeDto {
  id!: string;
  key!: string;
  shortName!: string;
  name!: string;
}

/** An entry of a catalogue. */
export class ProjectCatalogueEntryDto {
  id!: string;
  key!: string;
  title!: TitleDto;
}

/** An action field of the project. */
export class ProjectActionFieldDto extends ProjectCatalogueEntryDto {
  /** Edition that the action field, and with it the check grid of the project, belongs to. */
  strategyId!: string;
}

/** A corridor theme that the project serves. */
export class ProjectCorridorThemeDto extends ProjectCatalogueEntryDto {
  emphasised!: boolean;
}

/** A goal that the project supports: an entry of the catalogue or a text. */
export class ProjectSupportedGoalDto {
  /** Id of the entry, by which it is removed. */
  id!: string;
  goal!: ProjectCatalogueEntryDto | null;
  freeText!: string | null;
}

/** A person of the project. */
export class ProjectPersonDto {
  personId!: string;
  displayName!: string;
  @ApiProperty({ enum: PERSON_FUNCTIONS, enumName: 'PersonFunction' })
  function!: PersonFunction;
}

/** The project at the other end of a link. */
export class LinkedProjectDto {
  id!: string;
  number!: string;
  title!: string;
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  /** Overall light as last reported. */
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', nullable: true })
  light!: Light | null;
}

/** A link between the project and another one. */
export class ProjectLinkDto {
  /** Id of the link, by which it is removed from the project where it goes out. */
  id!: string;
  @ApiProperty({ enum: LINK_KINDS, enumName: 'LinkKind' })
  kind!: LinkKind;
  /** `outgoing`: this project depends on, or is a part of, the other one; `incoming`: the other way round. */
  @ApiProperty({ enum: ['outgoing', 'incoming'], enumName: 'LinkDirection' })
  direction!: 'outgoing' | 'incoming';
  project!: LinkedProjectDto;
}

/** An agenda that names the project. */
export class ProjectAgendaEntryDto {
  agendaId!: string;
  key!: string;
  title!: TitleDto;
  yearFrom!: number;
  yearTo!: number;
  leadProject!: boolean;
  reason!: string | null;
}

/** A phase that the project can enter now. */
export class NextPhaseDto {
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  needsReason!: boolean;
  /** Refused while a piece of the gate is missing. */
  needsGate!: boolean;
}

/** What the project needs to go forward from `proposal` or onto an agenda. */
export class ProjectGateDto {
  /** True while a piece is missing. */
  open!: boolean;
  @ApiProperty({ enum: GATE_PIECES, enumName: 'GatePiece', isArray: true })
  missing!: GatePiece[];
}

/** The four lights under the overall one, as last reported. */
export class ProjectLightsDto {
  @ApiProperty({ enum: LIGHTS, enumName: 'Light' })
  schedule!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'Light' })
  cost!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'Light' })
  scope!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'Light' })
  resources!: Light;
}

/** How much of a check grid is settled. */
export class ProjectCoverageDto {
  /** Principles that are scored or not applicable. */
  settled!: number;
  /** Principles of the strategy edition. */
  of!: number;
}

/** An amount of each kind; they never net out. */
export class ProjectMoneyDto {
  operatingCents!: number;
  capitalCents!: number;
}
