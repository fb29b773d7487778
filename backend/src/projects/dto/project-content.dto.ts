import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfSent, IsDay } from '../../platform/index.js';
import {
  CO2_EFFECTS,
  CO2_MAGNITUDES,
  type Co2Effect,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
} from '../project.enums.js';
import { REASON_LENGTH, TEXT_LENGTH } from './lengths.js';

/** A year's figure fits a numeric(16, 2) column. */
const FIGURE = { maxDecimalPlaces: 2 };
const LARGEST_FIGURE = 10_000_000_000_000;
const LOWEST_FIGURE = -LARGEST_FIGURE;
/** The description of the contract cannot be derived from a negative limit. */
const NUMBER = { type: Number, nullable: true, required: false };

/** What can be said about a project, at its creation and later; a field that is missing stays as it is. */
export class ProjectContentDto {
  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  summary?: string;

  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  goal?: string;

  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  expectedEffect?: string;

  /** Responsible office, by id or key; null: none yet. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  office?: string | null;

  @IsOptional()
  @IsDay()
  expectedStart?: string | null;

  /** Moving it is counted, and does not touch baseline and approved end. */
  @IsOptional()
  @IsDay()
  expectedEnd?: string | null;

  /** First promise; once the project is approved only the portfolio office changes it. */
  @IsOptional()
  @IsDay()
  baselineStart?: string | null;

  /** First promise; once the project is approved only the portfolio office changes it. */
  @IsOptional()
  @IsDay()
  baselineEnd?: string | null;

  /** CO₂ relevance; `undirected` when a paper says "relevant" without a direction, null when nobody has stated it. */
  @ApiProperty({ enum: CO2_EFFECTS, enumName: 'Co2Effect', nullable: true, required: false })
  @IsOptional()
  @IsIn(CO2_EFFECTS)
  co2Effect?: Co2Effect | null;

  @ApiProperty({ enum: CO2_MAGNITUDES, enumName: 'Co2Magnitude', nullable: true, required: false })
  @IsOptional()
  @IsIn(CO2_MAGNITUDES)
  co2Magnitude?: Co2Magnitude | null;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  co2Reason?: string | null;

  /** What is done about a negative effect. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  co2Optimisation?: string | null;

  /** Change of emissions in kg CO₂e per year; a saving is negative. */
  @ApiProperty(NUMBER)
  @IsOptional()
  @IsNumber(FIGURE)
  @Min(LOWEST_FIGURE)
  @Max(LARGEST_FIGURE)
  co2KgPerYear?: number | null;

  /** How the figure of emissions was found; each figure needs its method. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  co2Method?: string | null;

  /** Change of energy use in kWh per year; a saving is negative. */
  @ApiProperty(NUMBER)
  @IsOptional()
  @IsNumber(FIGURE)
  @Min(LOWEST_FIGURE)
  @Max(LARGEST_FIGURE)
  energyKwhPerYear?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  energyMethod?: string | null;

  /** Change of water use in m³ per year; a saving is negative. */
  @ApiProperty(NUMBER)
  @IsOptional()
  @IsNumber(FIGURE)
  @Min(LOWEST_FIGURE)
  @Max(LARGEST_FIGURE)
  waterM3PerYear?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  waterMethod?: string | null;

  /** Change of paper use in sheets per year; a saving is negative. */
  @ApiProperty(NUMBER)
  @IsOptional()
  @IsNumber(FIGURE)
  @Min(LOWEST_FIGURE)
  @Max(LARGEST_FIGURE)
  paperSheetsPerYear?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  paperMethod?: string | null;

  /** IQ relevance; null when nobody has stated it. */
  @IsOptional()
  @IsBoolean()
  iqRelevant?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  iqNote?: string | null;

  /** False: "no financial effects" is ticked; null: nobody has said. */
  @IsOptional()
  @IsBoolean()
  financialEffects?: boolean | null;

  /** As ticked on a cover sheet; never derived from figures. */
  @ApiProperty({
    enum: DECLARED_BUDGET_STATES,
    enumName: 'DeclaredBudgetState',
    nullable: true,
    required: false,
  })
  @IsOptional()
  @IsIn(DECLARED_BUDGET_STATES)
  declaredBudgetState?: DeclaredBudgetState | null;

  /** Why, for the history. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  changeReason?: string | null;
}
