import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfSent, IsCents, PageDto } from '../../platform/index.js';
import {
  BUDGET_KINDS,
  type BudgetKind,
  COUNTER_FUNDING_SOURCES,
  type CounterFundingSource,
  FIRST_YEAR,
  LAST_YEAR,
} from '../budget.enums.js';
import { ReportedDto } from './figure-check.dto.js';

/** Money for a project from elsewhere. */
export class AddCounterFundingDto {
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year!: number;

  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  @IsIn(BUDGET_KINDS)
  kind!: BudgetKind;

  @ApiProperty({ enum: COUNTER_FUNDING_SOURCES, enumName: 'CounterFundingSource' })
  @IsIn(COUNTER_FUNDING_SOURCES)
  source!: CounterFundingSource;

  /** Whole cents, 0 or more. */
  @IsCents()
  amountCents!: number;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  explanation?: string;

  /** Only secured money closes a gap; false when absent. */
  @IfSent()
  @IsBoolean()
  secured?: boolean;
}

/** A change of a counter-funding; keys that are missing stay as they are. */
export class EditCounterFundingDto extends PartialType(AddCounterFundingDto, { skipNullProperties: false }) {}

/** Money for a project from elsewhere. */
export class CounterFundingDto extends ReportedDto {
  id!: string;
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  @ApiProperty({ enum: COUNTER_FUNDING_SOURCES, enumName: 'CounterFundingSource' })
  source!: CounterFundingSource;
  amountCents!: number;
  explanation!: string;
  secured!: boolean;
}

/** The counter-fundings of a project, by year and kind. */
export class CounterFundingsDto extends PageDto {
  items!: CounterFundingDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
