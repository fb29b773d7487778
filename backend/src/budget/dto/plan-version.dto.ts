import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { AsOfQuery, IfSent, PageDto } from '../../platform/index.js';
import {
  BUDGET_KINDS,
  type BudgetKind,
  type Direction,
  DIRECTIONS,
  PLAN_VERSION_KINDS,
  type PlanVersionKind,
} from '../budget.enums.js';

/** That the plan of a budget, as it stands, is a version of it. */
export class StatePlanVersionDto {
  @ApiProperty({ enum: PLAN_VERSION_KINDS, enumName: 'PlanVersionKind' })
  @IsIn(PLAN_VERSION_KINDS)
  kind!: PlanVersionKind;

  /** What tells it from others of its kind. */
  @IfSent()
  @IsString()
  @MaxLength(200)
  title?: string;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** A version of the plan of a budget: its lines as they were at a moment, under a name. */
export class PlanVersionDto {
  id!: string;
  @ApiProperty({ enum: PLAN_VERSION_KINDS, enumName: 'PlanVersionKind' })
  kind!: PlanVersionKind;
  title!: string;
  note!: string;
  /** The moment whose lines are this version, as `r<rev>`. */
  planMoment!: string;
  /** When it was stated. */
  statedAt!: string;
}

/** The versions of a budget's plan, oldest first. */
export class PlanVersionsDto extends PageDto {
  items!: PlanVersionDto[];
}

/** Which two versions are compared. */
export class ComparePlansQuery extends AsOfQuery {
  /** Id of the older version; the plan of the moment when absent. */
  @IsOptional()
  @IsUUID()
  from?: string;

  /** Id of the newer version; the plan of the moment when absent. */
  @IsOptional()
  @IsUUID()
  to?: string;
}

/** The sums of one year, kind and direction in two versions. */
export class ComparedSumDto {
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  year!: number;
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction' })
  direction!: Direction;
  beforeCents!: number;
  afterCents!: number;
  differenceCents!: number;
}

/** What is budgeted for a project in one year, kind and direction, in two versions. */
export class ComparedAmountDto extends ComparedSumDto {
  projectId!: string;
  number!: string;
  title!: string;
}

/** Two versions of a budget's plan beside each other. */
export class PlanComparisonDto {
  budgetId!: string;
  /** The older version; null for the plan of the moment. */
  from!: PlanVersionDto | null;
  /** The newer version; null for the plan of the moment. */
  to!: PlanVersionDto | null;
  /** What differs, by project. */
  items!: ComparedAmountDto[];
  /** All that is planned, what did not change included. */
  sums!: ComparedSumDto[];
  /** Projects whose amounts are the same in both. */
  unchangedProjects!: number;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}
