import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IfSent, IsCents, MAX_CENTS, PageDto } from '../../platform/index.js';
import {
  BUDGET_KINDS,
  BUDGET_STAGES,
  type BudgetKind,
  type BudgetStage,
  type Direction,
  DIRECTIONS,
  FIRST_YEAR,
  LAST_YEAR,
} from '../budget.enums.js';

const SIGNED = { min: -MAX_CENTS };

/** What is budgeted and booked for a project in one year of a budget. */
export class AddBudgetLineDto {
  @IsUUID()
  budgetId!: string;

  /** A year of the budget. */
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year!: number;

  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  @IsIn(BUDGET_KINDS)
  kind!: BudgetKind;

  /** Expense when absent. */
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction', required: false })
  @IfSent()
  @IsIn(DIRECTIONS)
  direction?: Direction;

  @IfSent()
  @IsCents()
  appropriationCents?: number;

  /** Negative when it was cut. */
  @IfSent()
  @IsCents(SIGNED)
  amendmentsCents?: number;

  /** Negative in the year that is left, positive in the one that is entered. */
  @IfSent()
  @IsCents(SIGNED)
  carryOverCents?: number;

  /** Ordered but not paid. */
  @IfSent()
  @IsCents()
  committedCents?: number;

  /** Paid; negative when more was paid back. */
  @IfSent()
  @IsCents(SIGNED)
  actualCents?: number;

  /** Expected in the end; null when nobody has said so. */
  @IsOptional()
  @IsCents()
  forecastCents?: number | null;

  /** Where the ledger books it: PSP element, cost centre or internal order. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  accountAssignment?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  subBudget?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  productGroup?: string | null;

  /** Where the money comes from: general funds, a grant, a fund. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  fundingSource?: string | null;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** A change of a budget line; keys that are missing stay as they are. */
export class EditBudgetLineDto extends PartialType(AddBudgetLineDto, { skipNullProperties: false }) {}

/** What is budgeted and booked for a project in one year of a budget. */
export class BudgetLineDto {
  id!: string;
  budgetId!: string;
  budgetTitle!: string;
  /** Only lines of adopted budgets secure money. */
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: BudgetStage;
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction' })
  direction!: Direction;
  appropriationCents!: number;
  amendmentsCents!: number;
  carryOverCents!: number;
  committedCents!: number;
  actualCents!: number;
  forecastCents!: number | null;
  accountAssignment!: string | null;
  subBudget!: string | null;
  productGroup!: string | null;
  /** Where the money comes from; null when nobody has said so. */
  fundingSource!: string | null;
  note!: string;
}

/** The budget lines of a project, by year and kind. */
export class BudgetLinesDto extends PageDto {
  items!: BudgetLineDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
