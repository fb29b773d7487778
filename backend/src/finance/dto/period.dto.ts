import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { FIRST_YEAR, LAST_YEAR } from '../../budget/index.js';
import { AsOfQuery, toNumber } from '../../platform/index.js';

/** Which years; all of them when nothing is said. */
export class PeriodQuery extends AsOfQuery {
  /** Key of a budget of the city, for the years that it covers. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  budget?: string;

  /** First year, where no budget is named. */
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  yearFrom?: number;

  /** Last year, where no budget is named. */
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  yearTo?: number;
}

/** The years that an answer is of. */
export class PeriodDto {
  /** Key of the budget that was asked for; null for years or all years. */
  budget!: string | null;
  /** Null where there is no first one. */
  yearFrom!: number | null;
  /** Null where there is no last one. */
  yearTo!: number | null;
}
