import { ApiProperty } from '@nestjs/swagger';
import { PageDto, TitleDto } from '../../platform/index.js';
import {
  CO2_EFFECTS,
  CO2_MAGNITUDES,
  type Co2Effect,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  DERIVED_BUDGET_STATES,
  type DerivedBudgetState,
  type Origin,
  ORIGINS,
  type Phase,
  PHASES,
} from '../../projects/index.js';
import { type Light, LIGHTS } from '../../status-reports/index.js';

/** The responsible office. */
export class ListedOfficeDto {
  id!: string;
  shortName!: string;
  name!: string;
}

/** The primary action field. */
export class ListedActionFieldDto {
  key!: string;
  title!: TitleDto;
}

/** The four lights under the overall one, as last reported. */
export class ListedLightsDto {
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
export class ListedCoverageDto {
  /** Principles that are scored or not applicable. */
  settled!: number;
  /** Principles of the strategy edition. */
  of!: number;
}

/** What is said of the effect on the climate. */
export class ListedCo2Dto {
  @ApiProperty({ enum: CO2_EFFECTS, enumName: 'Co2Effect' })
  effect!: Co2Effect;
  @ApiProperty({ enum: CO2_MAGNITUDES, enumName: 'Co2Magnitude', nullable: true })
  magnitude!: Co2Magnitude | null;
}

/** An amount of each kind; they never net out. */
export class MoneyByKindDto {
  operatingCents!: number;
  capitalCents!: number;
}

/** One project in the list. */
export class ProjectListItemDto {
  id!: string;
  number!: string;
  title!: string;
  summary!: string;
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  office!: ListedOfficeDto | null;
  actionField!: ListedActionFieldDto;
  /** Overall light as last reported; show it grey when the status is overdue. */
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', nullable: true })
  light!: Light | null;
  lights!: ListedLightsDto | null;
  /** Overall lights of the last six reports, the newest last. */
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', isArray: true })
  lightHistory!: Light[];
  /** The days of these reports; none as of a moment before they were kept. */
  lightHistoryOn!: string[];
  reportedOn!: string | null;
  /** Days since the last publication, on the day of the moment. */
  lightAgeDays!: number | null;
  /** More days have passed since the last publication (before the first: since the entry into the phase) than the phase's rhythm allows. */
  overdue!: boolean;
  progressPercent!: number | null;
  /** 0 to 100; null when no principle is scored. */
  selfScore!: number | null;
  coverage!: ListedCoverageDto;
  /** Principles that the self-assessment scores with 0. */
  conflicts!: number;
  reviewScore!: number | null;
  reviewCoverage!: ListedCoverageDto;
  reviewConflicts!: number;
  /** Principles on which the voices differ by 2 or more. */
  voiceDifferences!: number;
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState', nullable: true })
  declaredBudgetState!: DeclaredBudgetState | null;
  @ApiProperty({ enum: DERIVED_BUDGET_STATES, enumName: 'DerivedBudgetState' })
  derivedBudgetState!: DerivedBudgetState;
  co2!: ListedCo2Dto | null;
  iqRelevant!: boolean | null;
  /** Expense that is needed, all years. */
  need!: MoneyByKindDto;
  /** Expense in adopted budgets: appropriation, amendments and carry-over, all years. */
  secured!: MoneyByKindDto;
  /** Coverage gaps of all years. */
  gap!: MoneyByKindDto;
  /** Paid, all years. */
  actual!: MoneyByKindDto;
  /** Expected in the end, as far as finance has stated it, all years. */
  forecast!: MoneyByKindDto;
  baselineEnd!: string | null;
  approvedEnd!: string | null;
  expectedEnd!: string | null;
  /** How often the expected end was moved. */
  endMoves!: number;
  /** Days from the baseline end to the expected one; negative when earlier. */
  slipDays!: number | null;
  nextMilestoneOn!: string | null;
  leadProject!: boolean;
  /** Keys of the agendas that the project is part of. */
  agendas!: string[];
  tags!: string[];
  /** Codes of contradictions that nobody has settled. */
  findings!: string[];
  helpWanted!: boolean;
  openRisks!: number;
  highRisks!: number;
  /** `sample` marks made-up data. */
  @ApiProperty({ enum: ORIGINS, enumName: 'Origin' })
  origin!: Origin;
}

/** One group of the list with what it adds up to. */
export class ProjectGroupDto {
  /** Value of the grouping: an enum value, the key of a catalogue entry, `none` or `not-stated`. */
  key!: string;
  /** Title of a catalogue entry; null for enum values. */
  title!: TitleDto | null;
  count!: number;
  need!: MoneyByKindDto;
  secured!: MoneyByKindDto;
  gap!: MoneyByKindDto;
  /** Mean self-assessment of the projects that have a score; null without any. */
  meanSelfScore!: number | null;
  /** Projects that the mean is of. */
  scoredProjects!: number;
  /** Mean share of settled principles, 0 to 100. */
  meanCoveragePercent!: number;
  conflicts!: number;
}

/** A page of the list of projects. */
export class ProjectListDto extends PageDto {
  items!: ProjectListItemDto[];
  /** The groups of the whole list, not of the page; null when it is not grouped. */
  @ApiProperty({ type: [ProjectGroupDto], nullable: true })
  groups!: ProjectGroupDto[] | null;
}
