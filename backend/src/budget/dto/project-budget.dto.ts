import { ApiProperty } from '@nestjs/swagger';
import {
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  DERIVED_BUDGET_STATES,
} from '../../projects/index.js';
import {
  BUDGET_KINDS,
  BUDGET_STAGES,
  type BudgetKind,
  type BudgetStage,
  type DerivedBudgetState,
} from '../budget.enums.js';
import { BudgetConfirmationDto, SignedFiguresDto } from './budget-confirmation.dto.js';
import { BudgetFindingDto, CounterFundingSumsDto } from './budget-findings.dto.js';
import { BudgetLineDto } from './budget-line.dto.js';
import { CommitmentAuthorisationDto } from './commitment-authorisation.dto.js';
import { CounterFundingDto } from './counter-funding.dto.js';
import { FollowUpCostDto } from './follow-up-cost.dto.js';
import { GapDto } from './gap-destination.dto.js';
import { GrantDto } from './grant.dto.js';
import { NeedDto } from './need.dto.js';

/** The sums of one kind: expense, and revenue beside it; never netted. */
export class BudgetSumsDto {
  /** Needed. */
  needCents!: number;
  /** Appropriation, amendments and carry-over of adopted budgets. */
  securedCents!: number;
  /** The same of budgets that are registered or planned. */
  plannedCents!: number;
  /** Secured counter-funding. */
  counterFundingCents!: number;
  /** What is lacking in single years; a surplus of one year does not fill the next. */
  gapCents!: number;
  committedCents!: number;
  actualCents!: number;
  /** Sum of the stated forecasts; null when none is stated. */
  forecastCents!: number | null;
  /** Revenue that the project names as its need's counterpart. */
  expectedRevenueCents!: number;
  /** Revenue of adopted budgets. */
  securedRevenueCents!: number;
}

/** One year and kind. */
export class BudgetYearDto extends BudgetSumsDto {
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  /** What follows from need and secured money of this year and kind. */
  @ApiProperty({ enum: DERIVED_BUDGET_STATES, enumName: 'DerivedBudgetState' })
  state!: DerivedBudgetState;
}

/** Sums of all years, apart by kind. */
export class BudgetTotalsDto {
  operating!: BudgetSumsDto;
  capital!: BudgetSumsDto;
}

/** The state of a project in one budget of the city. */
export class StateInBudgetDto {
  budgetId!: string;
  title!: string;
  yearFrom!: number;
  yearTo!: number;
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: BudgetStage;
  /** What follows from needs and adopted budgets in the years of this one. */
  @ApiProperty({ enum: DERIVED_BUDGET_STATES, enumName: 'DerivedBudgetState' })
  derivedState!: DerivedBudgetState;
  /** What finance would sign now. */
  figures!: SignedFiguresDto[];
  /** What finance signed last. */
  confirmation!: BudgetConfirmationDto | null;
}

/** The money of a project: what it needs, what it has, and the three states side by side, never merged. */
export class ProjectBudgetDto {
  projectId!: string;
  /** Version of the project, for the next If-Match. */
  version!: number;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
  /** As ticked on a cover sheet; null when not declared. */
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState', nullable: true })
  declaredState!: DeclaredBudgetState | null;
  /** What follows from needs and adopted budgets. */
  @ApiProperty({ enum: DERIVED_BUDGET_STATES, enumName: 'DerivedBudgetState' })
  derivedState!: DerivedBudgetState;
  /** What finance signed last, for whichever budget; null when it has signed nothing. */
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState', nullable: true })
  confirmedBudgetState!: DeclaredBudgetState | null;
  /** The figures have changed since finance signed them. */
  confirmedStateIsOutdated!: boolean;
  /** Budgets in whose years the project has figures, or that finance signed, by year. */
  budgets!: StateInBudgetDto[];
  /** All that finance signed, newest first. */
  confirmations!: BudgetConfirmationDto[];
  /** By year, then kind. */
  years!: BudgetYearDto[];
  totals!: BudgetTotalsDto;
  /** What is lacking, and where it is to come from. */
  gaps!: GapDto[];
  /** Counter-funding against what it is to cover, by year and kind. */
  counterFundingSums!: CounterFundingSumsDto[];
  /** What is contradictory, yet accepted. */
  findings!: BudgetFindingDto[];
  needs!: NeedDto[];
  lines!: BudgetLineDto[];
  counterFundings!: CounterFundingDto[];
  followUpCosts!: FollowUpCostDto[];
  commitmentAuthorisations!: CommitmentAuthorisationDto[];
  grants!: GrantDto[];
}
