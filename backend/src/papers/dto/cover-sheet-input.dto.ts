import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCents, IsDay } from '../../platform/index.js';
import {
  CO2_MAGNITUDES,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
} from '../../projects/index.js';

const TEXT_LENGTH = 10_000;
/** Ways in which something can bear on the climate, as the sheet has boxes for. */
const DIRECTIONS = ['positive', 'negative'] as const;

/**
 * What is entered by hand, the whole of it: a key that is missing is filled from the projects; null leaves the field
 * open whatever the projects say.
 */
export class CoverSheetInputDto {
  @IsOptional()
  @IsBoolean()
  financialEffects?: boolean | null;

  @IsOptional()
  @IsBoolean()
  investment?: boolean | null;

  @IsOptional()
  @IsBoolean()
  operating?: boolean | null;

  @IsOptional()
  @IsCents()
  totalCostsCents?: number | null;

  @IsOptional()
  @IsCents()
  annualCostsCents?: number | null;

  @IsOptional()
  @IsCents()
  totalReceiptsCents?: number | null;

  @IsOptional()
  @IsCents()
  annualIncomeCents?: number | null;

  @IsOptional()
  @IsIn(DECLARED_BUDGET_STATES)
  financing?: DeclaredBudgetState | null;

  @IsOptional()
  @IsBoolean()
  additionalRevenue?: boolean | null;

  @IsOptional()
  @IsBoolean()
  discontinuedTasks?: boolean | null;

  @IsOptional()
  @IsBoolean()
  reallocation?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  counterFundingNote?: string | null;

  @IsOptional()
  @IsBoolean()
  co2Relevant?: boolean | null;

  @IsOptional()
  @IsIn(DIRECTIONS)
  co2Effect?: 'positive' | 'negative' | null;

  @IsOptional()
  @IsIn(CO2_MAGNITUDES)
  co2Magnitude?: Co2Magnitude | null;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  co2Reason?: string | null;

  @IsOptional()
  @IsBoolean()
  iqRelevant?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  corridorTheme?: string | null;

  @IsOptional()
  @IsBoolean()
  localCouncilHearing?: boolean | null;

  @IsOptional()
  @IsDay()
  localCouncilHeardOn?: string | null;

  @IsOptional()
  @IsBoolean()
  municipalCompanies?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  coordinatedWith?: string | null;
}
