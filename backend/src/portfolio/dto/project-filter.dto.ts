import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { AsOfQuery, toBoolean, toList } from '../../platform/index.js';
import { DERIVED_BUDGET_STATES, type DerivedBudgetState, type Phase, PHASES } from '../../projects/index.js';
import {
  CO2_FILTERS,
  type Co2Filter,
  type CoverageFilter,
  COVERAGES,
  DECLARED_BUDGET_STATE_FILTERS,
  type DeclaredBudgetStateFilter,
  REPORT_AGES,
  type ReportAge,
  SHOWN_LIGHTS,
  type ShownLight,
} from '../portfolio.enums.js';

/** So many values can one filter have. */
const MOST_VALUES = 100;

/** Which projects: the filters that list, export and figures have in common. Values of one filter are alternatives. */
export class ProjectFilterQuery extends AsOfQuery {
  /** Words in number, title, summary or goal: German stems and prefixes; live also misspelt titles. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @Transform(toList)
  @IsIn(PHASES, { each: true })
  @ApiProperty({ enum: PHASES, enumName: 'Phase', isArray: true, required: false })
  phase?: Phase[];

  /** Keys or ids of primary action fields. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  actionField?: string[];

  /** Keys or ids of responsible offices, or `none`. Units below count. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  office?: string[];

  /** The light as it is shown on the day of the moment: an overdue status is grey whatever was reported. */
  @IsOptional()
  @Transform(toList)
  @IsIn(SHOWN_LIGHTS, { each: true })
  @ApiProperty({ enum: SHOWN_LIGHTS, enumName: 'ShownLight', isArray: true, required: false })
  light?: ShownLight[];

  @IsOptional()
  @Transform(toList)
  @IsIn(DECLARED_BUDGET_STATE_FILTERS, { each: true })
  @ApiProperty({
    enum: DECLARED_BUDGET_STATE_FILTERS,
    enumName: 'DeclaredBudgetStateFilter',
    isArray: true,
    required: false,
  })
  declaredBudgetState?: DeclaredBudgetStateFilter[];

  @IsOptional()
  @Transform(toList)
  @IsIn(DERIVED_BUDGET_STATES, { each: true })
  @ApiProperty({
    enum: DERIVED_BUDGET_STATES,
    enumName: 'DerivedBudgetState',
    isArray: true,
    required: false,
  })
  derivedBudgetState?: DerivedBudgetState[];

  @IsOptional()
  @Transform(toList)
  @IsIn(CO2_FILTERS, { each: true })
  @ApiProperty({ enum: CO2_FILTERS, enumName: 'Co2Filter', isArray: true, required: false })
  co2?: Co2Filter[];

  /** Age of the last report on the day of the moment. */
  @IsOptional()
  @Transform(toList)
  @IsIn(REPORT_AGES, { each: true })
  @ApiProperty({ enum: REPORT_AGES, enumName: 'ReportAge', isArray: true, required: false })
  reportAge?: ReportAge[];

  /** How much of the self-assessment is settled. */
  @IsOptional()
  @Transform(toList)
  @IsIn(COVERAGES, { each: true })
  @ApiProperty({ enum: COVERAGES, enumName: 'CoverageFilter', isArray: true, required: false })
  coverage?: CoverageFilter[];

  /** Keys or ids of agendas, or `none`. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  agenda?: string[];

  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  tag?: string[];

  /** Codes of findings that nobody has settled. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  finding?: string[];

  /** Key or id of a design principle that the self-assessment scores with 0. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  conflictWith?: string;

  /** Key or id of a design principle that the self-assessment scores with 0 to 4. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  scoredOn?: string;

  /** Key or id of a design principle that the self-assessment has not settled yet. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  openOn?: string;

  /** True: serves a corridor theme (IQ). */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  iq?: boolean;

  /** True: the status is overdue on the day of the moment. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  overdue?: boolean;

  /** True: the self-assessment conflicts with a principle. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  conflicts?: boolean;

  /** True: self-assessment and review differ by 2 or more on a principle. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  voiceDifferences?: boolean;

  /** True: an agenda names the project as a lead project. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  leadProject?: boolean;

  /** True: the last report asks for help. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  helpWanted?: boolean;

  /** `me`: projects that the person who asks leads or stands in for. */
  @IsOptional()
  @IsIn(['me'])
  @ApiProperty({ enum: ['me'], required: false })
  lead?: 'me';
}
