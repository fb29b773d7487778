import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfSent, IsCents, PageDto } from '../../platform/index.js';
import {
  BUDGET_KINDS,
  type BudgetKind,
  type Direction,
  DIRECTIONS,
  FIRST_YEAR,
  LAST_YEAR,
} from '../budget.enums.js';
import { ReportedDto } from './figure-check.dto.js';

/** A need of a project in one year. */
export class AddNeedDto {
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

  /** Whole cents, 0 or more. */
  @IsCents()
  amountCents!: number;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** A change of a need; keys that are missing stay as they are. */
export class EditNeedDto extends PartialType(AddNeedDto, { skipNullProperties: false }) {}

/** A need of a project in one year. */
export class NeedDto extends ReportedDto {
  id!: string;
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction' })
  direction!: Direction;
  amountCents!: number;
  note!: string;
}

/** The needs of a project, by year and kind. */
export class NeedsDto extends PageDto {
  items!: NeedDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
