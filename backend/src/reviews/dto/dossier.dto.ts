import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGE_DIRECTIONS,
  CHANGE_UNITS,
  type ChangeDirection,
  type ChangeUnit,
  COMPARED_FIELDS,
  type ComparedField,
  DIFFERENCE_KINDS,
  type DifferenceKind,
} from '../../comparison/index.js';
import { TitleDto } from '../../platform/index.js';
import {
  type Attendance,
  ATTENDANCES,
  CONDITION_OWNERS,
  CONDITION_STATES,
  type ConditionOwner,
  type ConditionState,
  PARTICIPANT_ROLES,
  type ParticipantRole,
} from '../review.enums.js';
import { ReviewedProjectDto } from './review-condition.dto.js';
import { AgendaReasonDto } from './review-item.dto.js';

const LIGHTS = ['green', 'amber', 'red'] as const;
type Light = (typeof LIGHTS)[number];

/** Who takes part, as what; what people are called is not part of a dossier. */
export class DossierParticipantDto {
  @ApiProperty({ enum: PARTICIPANT_ROLES, enumName: 'ParticipantRole' })
  role!: ParticipantRole;
  label!: string;
  @ApiProperty({ enum: ATTENDANCES, enumName: 'Attendance' })
  attendance!: Attendance;
}

/** The session that a dossier is for. */
export class DossierSessionDto {
  number!: number;
  /** Instant, UTC. */
  startsAt!: string;
  title!: string;
  place!: string;
  participants!: DossierParticipantDto[];
}

/** The closed session before: since then is compared. */
export class DossierSinceDto {
  number!: number;
  startsAt!: string;
  /** What it has seen and decided. */
  moment!: string;
}

/** An item of the agenda. */
export class DossierItemDto {
  /** Place on the agenda, from 1. */
  position!: number;
  project!: ReviewedProjectDto | null;
  /** Of a topic; empty for a project. */
  title!: string;
  reasons!: AgendaReasonDto[];
  note!: string;
}

/** What is different about a project, in kinds. */
export class DossierDifferenceDto {
  project!: ReviewedProjectDto;
  @ApiProperty({ enum: DIFFERENCE_KINDS, enumName: 'DifferenceKind', isArray: true })
  kinds!: DifferenceKind[];
}

/** A project whose last light is red or amber, and why. */
export class DossierLightDto {
  project!: ReviewedProjectDto;
  @ApiProperty({ enum: LIGHTS, enumName: 'ReportedLight' })
  light!: Light;
  reportedOn!: string;
  ageDays!: number;
  why!: string;
  wayBack!: string;
}

/** A project whose report is overdue. */
export class DossierOverdueDto {
  project!: ReviewedProjectDto;
  overdueDays!: number;
  lastReportedOn!: string | null;
}

/** A project with money that is needed and not secured; the kinds never net out. */
export class DossierGapDto {
  project!: ReviewedProjectDto;
  operatingCents!: number;
  capitalCents!: number;
}

/** A condition that is not met. */
export class DossierConditionDto {
  project!: ReviewedProjectDto;
  sessionNumber!: number;
  text!: string;
  dueOn!: string;
  @ApiProperty({ enum: CONDITION_OWNERS, enumName: 'ConditionOwner' })
  ownerRole!: ConditionOwner;
  @ApiProperty({ enum: CONDITION_STATES, enumName: 'ConditionState' })
  state!: ConditionState;
  delayDays!: number;
}

/** The lights of one report. */
export class DossierReportLightsDto {
  reportedOn!: string;
  @ApiProperty({ enum: LIGHTS, enumName: 'ReportedLight' })
  overall!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'ReportedLight' })
  schedule!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'ReportedLight' })
  cost!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'ReportedLight' })
  scope!: Light;
  @ApiProperty({ enum: LIGHTS, enumName: 'ReportedLight' })
  resources!: Light;
}

/** What the last report says. */
export class DossierReportDto {
  progressPercent!: number;
  done!: string;
  next!: string;
  blockers!: string;
  worseReason!: string | null;
  wayBack!: string | null;
  /** The request to the commission. */
  helpWanted!: string | null;
}

/** The end of a project: what was promised, approved and is expected. */
export class DossierPromiseDto {
  baselineEnd!: string | null;
  approvedEnd!: string | null;
  expectedEnd!: string | null;
  /** How often the expected end was moved. */
  moves!: number;
  slipDays!: number | null;
}

/** What one principle got from the two voices. */
export class DossierScoreDto {
  title!: TitleDto;
  /** 0 to 4, `not-applicable`, or null when it was not assessed. */
  self!: string | null;
  review!: string | null;
  /** One of the voices sees a conflict. */
  conflict!: boolean;
  /** The voices are two or more levels apart. */
  differs!: boolean;
}

/** One field that is not what it was. */
export class DossierChangeDto {
  @ApiProperty({ enum: COMPARED_FIELDS, enumName: 'ComparedField' })
  field!: ComparedField;
  /** Which milestone or principle; null where a project has the field once. */
  part!: TitleDto | null;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] })
  before!: string | number | null;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] })
  after!: string | number | null;
  @ApiProperty({ enum: CHANGE_UNITS, enumName: 'ChangeUnit' })
  unit!: ChangeUnit;
  @ApiProperty({ enum: CHANGE_DIRECTIONS, enumName: 'ChangeDirection' })
  direction!: ChangeDirection;
}

/** The page of one project on the agenda. */
export class DossierProjectDto {
  project!: ReviewedProjectDto;
  phase!: string;
  office!: string | null;
  reasons!: AgendaReasonDto[];
  /** Days by which its report is overdue; 0 when it is not. A stale light is no light. */
  overdueDays!: number;
  /** The last six reports, the oldest first. */
  lights!: DossierReportLightsDto[];
  report!: DossierReportDto | null;
  promise!: DossierPromiseDto;
  gap!: DossierGapDto;
  grid!: DossierScoreDto[];
  conditions!: DossierConditionDto[];
  /** What is different since the session before; null before the first session. */
  changes!: DossierChangeDto[] | null;
}

/** What the commission reads before a session: one page for it, then one for each project on the agenda. */
export class DossierDto {
  /** What the dossier speaks of: built again from here it is the same. */
  moment!: string;
  session!: DossierSessionDto;
  since!: DossierSinceDto | null;
  agenda!: DossierItemDto[];
  /** Null before the first session. */
  differences!: DossierDifferenceDto[] | null;
  lights!: DossierLightDto[];
  overdue!: DossierOverdueDto[];
  gaps!: DossierGapDto[];
  conditions!: DossierConditionDto[];
  projects!: DossierProjectDto[];
}
