import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IfSent, PageDto } from '../../platform/index.js';
import {
  BUDGET_KINDS,
  BUDGET_STAGES,
  type BudgetKind,
  type BudgetStage,
  FIRST_YEAR,
  LAST_YEAR,
} from '../budget.enums.js';

/** The budget that is to fill what a project lacks in one year and kind, and how far that has come. */
export class AddGapDestinationDto {
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year!: number;

  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  @IsIn(BUDGET_KINDS)
  kind!: BudgetKind;

  @IsUUID()
  budgetId!: string;

  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  @IsIn(BUDGET_STAGES)
  stage!: BudgetStage;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** A change of a destination; keys that are missing stay as they are. */
export class EditGapDestinationDto extends PartialType(AddGapDestinationDto, { skipNullProperties: false }) {}

/** Where what is lacking in one year and kind is to come from. */
export class GapDestinationDto {
  id!: string;
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  budgetId!: string;
  budgetTitle!: string;
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: BudgetStage;
  note!: string;
}

/** What is lacking in one year and kind, beside where it is to come from. */
export class GapDto {
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  /** 0 when it is settled: a destination stays after its gap has gone. */
  gapCents!: number;
  destination!: GapDestinationDto | null;
}

/** The destinations of a project's gaps, by year and kind. */
export class GapDestinationsDto extends PageDto {
  items!: GapDestinationDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
