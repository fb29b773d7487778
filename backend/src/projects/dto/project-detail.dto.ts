import { ApiProperty } from '@nestjs/swagger';
import {
  CO2_EFFECTS,
  CO2_MAGNITUDES,
  type Co2Effect,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  type Origin,
  ORIGINS,
  type Phase,
  PHASES,
  PROJECT_RIGHTS,
  type ProjectRight,
  VISIBILITIES,
  type Visibility,
} from '../project.enums.js';
import {
  NextPhaseDto,
  ProjectActionFieldDto,
  ProjectAgendaEntryDto,
  ProjectCatalogueEntryDto,
  ProjectCorridorThemeDto,
  ProjectGateDto,
  ProjectLinkDto,
  ProjectOfficeDto,
  ProjectPersonDto,
  ProjectSupportedGoalDto,
} from './project-detail-parts.dto.js';
import { ProjectFiguresDto } from './project-figures.dto.js';

/** One project with everything that its page shows at once. */
export class ProjectDetailDto extends ProjectFiguresDto {
  id!: string;
  /** For the next If-Match. */
  version!: number;
  /** The revision that the answer speaks of. */
  moment!: string;
  number!: string;
  title!: string;
  summary!: string;
  goal!: string;
  expectedEffect!: string;
  office!: ProjectOfficeDto | null;
  primaryActionField!: ProjectActionFieldDto;
  /** Further ones, beside the primary. */
  actionFields!: ProjectActionFieldDto[];
  corridorThemes!: ProjectCorridorThemeDto[];
  supportedGoals!: ProjectSupportedGoalDto[];
  people!: ProjectPersonDto[];
  tags!: string[];
  links!: ProjectLinkDto[];
  agendaEntries!: ProjectAgendaEntryDto[];

  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  /** Day on which the phase began. */
  phaseSince!: string;
  phaseReason!: string | null;
  /** Where a paused project returns to. */
  @ApiProperty({ enum: PHASES, enumName: 'Phase', nullable: true })
  pausedFrom!: Phase | null;
  /** The board that released the project. */
  releasedBy!: ProjectCatalogueEntryDto | null;
  /** Phases that can be entered now, the way forward first. */
  nextPhases!: NextPhaseDto[];
  gate!: ProjectGateDto;

  baselineStart!: string | null;
  approvedStart!: string | null;
  expectedStart!: string | null;
  baselineEnd!: string | null;
  approvedEnd!: string | null;
  expectedEnd!: string | null;
  /** How often the expected end was moved after it was first named. */
  endMoves!: number;

  @ApiProperty({ enum: CO2_EFFECTS, enumName: 'Co2Effect', nullable: true })
  co2Effect!: Co2Effect | null;
  @ApiProperty({ enum: CO2_MAGNITUDES, enumName: 'Co2Magnitude', nullable: true })
  co2Magnitude!: Co2Magnitude | null;
  co2Reason!: string | null;
  co2Optimisation!: string | null;
  /** Change in kg CO₂e per year; a saving is negative. */
  co2KgPerYear!: number | null;
  co2Method!: string | null;
  /** Change in kWh per year. */
  energyKwhPerYear!: number | null;
  energyMethod!: string | null;
  /** Change in m³ per year. */
  waterM3PerYear!: number | null;
  waterMethod!: string | null;
  /** Change in sheets per year. */
  paperSheetsPerYear!: number | null;
  paperMethod!: string | null;

  iqRelevant!: boolean | null;
  iqNote!: string | null;
  /** False: "no financial effects" is ticked; null: nobody has said. */
  financialEffects!: boolean | null;
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState', nullable: true })
  declaredBudgetState!: DeclaredBudgetState | null;
  @ApiProperty({ enum: VISIBILITIES, enumName: 'Visibility' })
  visibility!: Visibility;
  /** `sample` marks made-up data. */
  @ApiProperty({ enum: ORIGINS, enumName: 'Origin' })
  origin!: Origin;

  /** What the person who asks may do here, by today's rights. */
  @ApiProperty({ enum: PROJECT_RIGHTS, enumName: 'ProjectRight', isArray: true })
  permitted!: ProjectRight[];
}
