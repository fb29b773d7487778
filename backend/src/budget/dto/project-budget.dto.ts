import { ApiProperty } from '@nestjs/swagger';
import {
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  DERIVED_BUDGET_STATES,
} from '../../projects/index.js';
import { BUDGET_KINDS, type BudgetKind, type DerivedBudgetState } from '../budget.enums.js';
import { BudgetLineDto } from './budget-line.dto.js';
import { CounterFundingDto } from './counter-funding.dto.js';
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

/** The money of a project: what it needs, what it has, and the two states side by side. */
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
  /** By year, then kind. */
  years!: BudgetYearDto[];
  totals!: BudgetTotalsDto;
  needs!: NeedDto[];
  lines!: BudgetLineDto[];
  counterFundings!: CounterFundingDto[];
}
