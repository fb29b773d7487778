import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfSent, IsCents, PageDto } from '../../platform/index.js';
import { FIRST_YEAR, LAST_YEAR } from '../budget.enums.js';

/** What of a commitment authorisation is paid in one year. */
export class CashYearDto {
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year!: number;

  @IsCents()
  amountCents!: number;
}

/** What the city may commit itself to in one year and pay in later ones. */
export class AddCommitmentAuthorisationDto {
  @IsUUID()
  budgetId!: string;

  /** The year in which the city may commit itself; a year of the budget. */
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year!: number;

  /** Whole cents, 0 or more. */
  @IsCents()
  amountCents!: number;

  /** When the money is to be paid, each year once; a sum that differs from the amount is a finding. */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ year }: CashYearDto) => year)
  @ValidateNested({ each: true })
  @Type(() => CashYearDto)
  cashYears?: CashYearDto[];

  /** Where the ledger books it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  accountAssignment?: string | null;

  @IfSent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** A change of a commitment authorisation; keys that are missing stay as they are. */
export class EditCommitmentAuthorisationDto extends PartialType(AddCommitmentAuthorisationDto, {
  skipNullProperties: false,
}) {}

/** What the city may commit itself to in one year and pay in later ones. */
export class CommitmentAuthorisationDto {
  id!: string;
  budgetId!: string;
  budgetTitle!: string;
  year!: number;
  amountCents!: number;
  /** By year. */
  cashYears!: CashYearDto[];
  accountAssignment!: string | null;
  note!: string;
}

/** The commitment authorisations of a project, by year. */
export class CommitmentAuthorisationsDto extends PageDto {
  items!: CommitmentAuthorisationDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
