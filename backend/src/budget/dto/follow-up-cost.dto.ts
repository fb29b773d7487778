import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfSent, IsCents, PageDto } from '../../platform/index.js';
import { BUDGET_KINDS, type BudgetKind, FIRST_YEAR, LAST_YEAR } from '../budget.enums.js';
import { ReportedDto } from './figure-check.dto.js';

/** What a project costs each year after its end. */
export class AddFollowUpCostDto {
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  @IsIn(BUDGET_KINDS)
  kind!: BudgetKind;

  /** The first year with these costs; null when nobody has said so. */
  @IsOptional()
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  yearFrom?: number | null;

  /** The last year; null when they go on. */
  @IsOptional()
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  yearTo?: number | null;

  /** A year; whole cents, 0 or more. */
  @IsCents()
  amountCents!: number;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** A change of a follow-up cost; keys that are missing stay as they are. */
export class EditFollowUpCostDto extends PartialType(AddFollowUpCostDto, { skipNullProperties: false }) {}

/** What a project costs each year after its end. */
export class FollowUpCostDto extends ReportedDto {
  id!: string;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  yearFrom!: number | null;
  yearTo!: number | null;
  /** A year. */
  amountCents!: number;
  note!: string;
}

/** The follow-up costs of a project, by their first year; those without one come last. */
export class FollowUpCostsDto extends PageDto {
  items!: FollowUpCostDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
