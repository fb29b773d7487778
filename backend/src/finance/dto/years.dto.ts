import { ApiProperty } from '@nestjs/swagger';
import { BUDGET_KINDS, type BudgetKind } from '../../budget/index.js';
import { MoneySumsDto } from './money-sums.dto.js';
import { PeriodDto } from './period.dto.js';

/** The sums of all projects of one kind, in one year or in all years of the answer. */
export class YearSumsDto extends MoneySumsDto {
  /** Null for the sum of the years. */
  year!: number | null;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  /** What adopted budgets had in the beginning, before amendments and carry-over. */
  appropriationCents!: number;
  /** Revenue that projects expect; beside the expense, never against it. */
  expectedRevenueCents!: number;
  /** Revenue in adopted budgets. */
  securedRevenueCents!: number;
}

/** From need to gap, and plan, forecast and actual, by year and kind. */
export class FinanceYearsDto {
  /** gap = need − secured − counter-funding + surplus, for every year and kind and for every sum of them. */
  formula!: string;
  period!: PeriodDto;
  years!: number[];
  /** Year by year, operating before capital. */
  items!: YearSumsDto[];
  /** The sum of the years of each kind that has amounts; the kinds are never summed. */
  totals!: YearSumsDto[];
  /** Projects that have any amount in these years. */
  projects!: number;
  /** Name under which exactly this answer can be read again with `asOf`. */
  moment!: string;
}
