import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageDto } from '../../platform/index.js';
import { BUDGET_STAGES, type BudgetStage, FIRST_YEAR, LAST_YEAR } from '../budget.enums.js';

/** A budget of the city, of one year or two. */
export class AddBudgetDto {
  /** Short name for files and addresses: small letters, digits and hyphens. */
  @IsString()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(60)
  key!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title!: string;

  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  yearFrom!: number;

  /** The same year, or the next one for a double budget. */
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  yearTo!: number;

  /** Only an adopted budget secures money. */
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  @IsIn(BUDGET_STAGES)
  stage!: BudgetStage;
}

/** A change of a budget; keys that are missing stay as they are. */
export class EditBudgetDto extends PartialType(AddBudgetDto, { skipNullProperties: false }) {}

/** A budget of the city, of one year or two. */
export class BudgetDto {
  id!: string;
  key!: string;
  title!: string;
  yearFrom!: number;
  yearTo!: number;
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: BudgetStage;
  /** For the next If-Match. */
  version!: number;
}

/** The budgets of the city, by year. */
export class BudgetsDto extends PageDto {
  items!: BudgetDto[];
}
