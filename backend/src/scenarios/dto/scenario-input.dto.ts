import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { AsOfQuery, IfSent, IsCents, toList } from '../../platform/index.js';
import type { Phase } from '../../projects/index.js';
import {
  CANDIDATE_PHASES,
  HIGHEST_BENEFIT,
  HIGHEST_WEIGHT,
  MOST_CANDIDATES,
  MOST_COMPARED,
  MOST_YEARS,
  type Standing,
  STANDINGS,
} from '../scenario.enums.js';
import type { Ceiling, Choice, Group } from '../terms.rules.js';

const KINDS = ['operating', 'capital'] as const;
const MOST_GROUPS = 100;

/** Money that may be given to the candidates in one year and kind. */
export class ScenarioCeilingDto implements Ceiling {
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @ApiProperty({ enum: KINDS, enumName: 'BudgetKind' })
  @IsIn(KINDS)
  kind!: 'operating' | 'capital';

  @IsCents()
  ceilingCents!: number;
}

/** What is said by hand of one project. */
export class ScenarioChoiceDto implements Choice {
  @IsUUID()
  projectId!: string;

  @ApiProperty({ enum: STANDINGS, enumName: 'Standing' })
  @IsIn(STANDINGS)
  standing!: Standing;

  /** None, small, medium, high, very high: 0 to 4. */
  @IsInt()
  @Min(0)
  @Max(HIGHEST_BENEFIT)
  benefit!: number;

  /** Looked at whatever its phase and need. */
  @IsBoolean()
  isAdded!: boolean;
}

/** Projects of which one at most is chosen. */
export class ScenarioGroupDto implements Group {
  @IsString()
  @MaxLength(200)
  title!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  projectIds!: string[];
}

/** A new scenario. Its terms are those of `copyOf`; without one they are the usual ones, without ceilings. */
export class CreateScenarioDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title!: string;

  @IfSent()
  @IsString()
  @MaxLength(4000)
  note?: string;

  @IsUUID()
  budgetId!: string;

  /** Id of a scenario. */
  @IfSent()
  @IsUUID()
  copyOf?: string;
}

/** What a scenario is computed from. */
export class ScenarioTermsDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title!: string;

  @IsString()
  @MaxLength(4000)
  note!: string;

  /** The whole list; a year and kind without one has a ceiling of 0. */
  @IsArray()
  @ArrayMaxSize(2 * MOST_YEARS)
  @ValidateNested({ each: true })
  @Type(() => ScenarioCeilingDto)
  ceilings!: ScenarioCeilingDto[];

  /** Projects of these phases are candidates when they lack money in these years. */
  @ApiProperty({ enum: CANDIDATE_PHASES, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(CANDIDATE_PHASES, { each: true })
  phases!: Phase[];

  /** How much the principle score counts, against the benefit. */
  @IsInt()
  @Min(0)
  @Max(HIGHEST_WEIGHT)
  scoreWeight!: number;

  @IsInt()
  @Min(0)
  @Max(HIGHEST_WEIGHT)
  benefitWeight!: number;

  /** What a project without a score is taken to have, 0 to 100. */
  @IsInt()
  @Min(0)
  @Max(100)
  assumedScore!: number;

  /** Whether a project that conflicts with a principle is only chosen when it must be. */
  @IsBoolean()
  excludesConflicts!: boolean;

  /** The whole list; projects without one are free and of medium benefit. */
  @IsArray()
  @ArrayMaxSize(MOST_CANDIDATES)
  @ValidateNested({ each: true })
  @Type(() => ScenarioChoiceDto)
  choices!: ScenarioChoiceDto[];

  /** The whole list. */
  @IsArray()
  @ArrayMaxSize(MOST_GROUPS)
  @ValidateNested({ each: true })
  @Type(() => ScenarioGroupDto)
  groups!: ScenarioGroupDto[];
}

/** Changes of a scenario; keys that are missing stay as they are. */
export class EditScenarioDto extends PartialType(ScenarioTermsDto, { skipNullProperties: false }) {}

/** Which scenarios are laid side by side. */
export class CompareScenariosQuery extends AsOfQuery {
  /** Ids; their order is that of the answer. */
  @Transform(toList)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COMPARED)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  scenario!: string[];
}
