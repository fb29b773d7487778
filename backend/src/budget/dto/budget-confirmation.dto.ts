import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfSent, PageDto } from '../../platform/index.js';
import { DECLARED_BUDGET_STATES, type DeclaredBudgetState } from '../../projects/index.js';
import { BUDGET_KINDS, type BudgetKind, FIRST_YEAR, LAST_YEAR } from '../budget.enums.js';

/** The figures of one year and kind that finance signs; whole cents. */
export class SignedFiguresDto {
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year!: number;

  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  @IsIn(BUDGET_KINDS)
  kind!: BudgetKind;

  @IsInt()
  needCents!: number;

  @IsInt()
  securedCents!: number;

  @IsInt()
  counterFundingCents!: number;

  @IsInt()
  gapCents!: number;
}

/** That finance confirms the state of a project in a budget. */
export class ConfirmBudgetDto {
  @IsUUID()
  budgetId!: string;

  /** What finance signs; it may differ from what is declared and derived. */
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState' })
  @IsIn(DECLARED_BUDGET_STATES)
  state!: DeclaredBudgetState;

  /** The figures that finance saw, as the project's budget answers them; refused when they are not those of now. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ year, kind }: SignedFiguresDto) => `${year} ${kind}`)
  @ValidateNested({ each: true })
  @Type(() => SignedFiguresDto)
  figures!: SignedFiguresDto[];

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** What finance signed for a project and a budget; never erased. */
export class BudgetConfirmationDto {
  id!: string;
  budgetId!: string;
  budgetTitle!: string;
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState' })
  state!: DeclaredBudgetState;
  /** As finance saw them. */
  figures!: SignedFiguresDto[];
  confirmedAt!: string;
  /** Name of who confirmed it. */
  confirmedBy!: string | null;
  note!: string;
  /** The figures of now differ from those that were signed. */
  isOutdated!: boolean;
}

/** The confirmations of a project, newest first. */
export class BudgetConfirmationsDto extends PageDto {
  items!: BudgetConfirmationDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
