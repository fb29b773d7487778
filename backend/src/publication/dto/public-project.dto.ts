import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/index.js';
import { ListedActionFieldDto, ListedCo2Dto, ListedCoverageDto } from '../../portfolio/index.js';
import {
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  type Phase,
  PHASES,
} from '../../projects/index.js';
import { type Light, LIGHTS } from '../../status-reports/index.js';

/** The responsible office, as it was called when the project was published. */
export class PublicOfficeDto {
  id!: string;
  shortName!: string;
  name!: string;
}

/** A milestone that the project shows to the public. */
export class PublicMilestoneDto {
  title!: string;
  /** A day. */
  expectedOn!: string;
  /** Day on which it was reached. */
  actualOn!: string | null;
}

/** All that the public sees of a project. */
export class PublicRecordDto {
  id!: string;
  number!: string;
  title!: string;
  summary!: string;
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  actionField!: ListedActionFieldDto;
  office!: PublicOfficeDto | null;
  /** Overall light as last reported; show it grey when the status is overdue. */
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', nullable: true })
  light!: Light | null;
  /** Day on which the light was last reported. */
  lightOn!: string | null;
  /** Days since then, on the day of the moment. */
  lightAgeDays!: number | null;
  /** More days than the phase's rhythm allows. */
  overdue!: boolean;
  /** Self-assessment, 0 to 100; null when no principle is scored. */
  principleScore!: number | null;
  coverage!: ListedCoverageDto;
  /** Principles that the self-assessment scores with 0. */
  conflicts!: number;
  co2!: ListedCo2Dto | null;
  /** As declared by the project; null when nobody has said. */
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState', nullable: true })
  declaredBudgetState!: DeclaredBudgetState | null;
  /** By their dates. */
  milestones!: PublicMilestoneDto[];
}

/** A published project. */
export class PublicProjectDto extends PublicRecordDto {
  /** Since when it has been public without a break, an instant. */
  publishedAt!: string;
  /** When the public saw something new of it last, an instant. */
  refreshedAt!: string;
}

/** One published project, alone. */
export class PublicProjectDetailDto extends PublicProjectDto {
  /** The revision that the answer speaks of. */
  moment!: string;
}

/** A page of published projects. */
export class PublicProjectListDto extends PageDto {
  items!: PublicProjectDto[];
}
