import { ApiProperty } from '@nestjs/swagger';
import { DERIVED_BUDGET_STATES, type DerivedBudgetState, type Light, LIGHTS } from '../project.enums.js';
import { ProjectCoverageDto, ProjectLightsDto, ProjectMoneyDto } from './project-detail-parts.dto.js';

/** What reports, check grid and budget of a project come to; the same names as in the list of projects. */
export class ProjectFiguresDto {
  /** Overall light as last reported; show it grey when the status is overdue. */
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', nullable: true })
  light!: Light | null;
  lights!: ProjectLightsDto | null;
  /** Overall lights of the last six reports, the newest last. */
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', isArray: true })
  lightHistory!: Light[];
  /** The days of these reports; none as of a moment before they were kept. */
  lightHistoryOn!: string[];
  reportCount!: number;
  reportedOn!: string | null;
  /** Days since the last publication, on the day of the moment. */
  lightAgeDays!: number | null;
  /** Days within which a project in this phase reports; null when the phase has no rhythm. */
  rhythmDays!: number | null;
  /** Last day on which a report is in time. */
  reportDueOn!: string | null;
  /** That day lies before the day of the moment. */
  overdue!: boolean;
  progressPercent!: number | null;
  helpWanted!: boolean;
  /** 0 to 100; null when no principle is scored. */
  selfScore!: number | null;
  coverage!: ProjectCoverageDto;
  /** Principles that the self-assessment scores with 0. */
  conflicts!: number;
  reviewScore!: number | null;
  reviewCoverage!: ProjectCoverageDto;
  reviewConflicts!: number;
  /** Principles on which the voices differ by 2 or more. */
  voiceDifferences!: number;
  @ApiProperty({ enum: DERIVED_BUDGET_STATES, enumName: 'DerivedBudgetState' })
  derivedBudgetState!: DerivedBudgetState;
  /** Expense that is needed, all years. */
  need!: ProjectMoneyDto;
  /** Expense in adopted budgets, all years. */
  secured!: ProjectMoneyDto;
  /** Coverage gaps of all years. */
  gap!: ProjectMoneyDto;
  /** Paid, all years. */
  actual!: ProjectMoneyDto;
  /** Expected in the end, as far as finance has stated it, all years. */
  forecast!: ProjectMoneyDto;
  /** Days from the baseline end to the expected one; negative when earlier. */
  slipDays!: number | null;
  nextMilestoneOn!: string | null;
  openRisks!: number;
  highRisks!: number;
  /** Codes of contradictions that nobody has settled. */
  findings!: string[];
}
