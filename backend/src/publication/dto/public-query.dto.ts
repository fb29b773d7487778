import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { AsOfQuery, PageQuery, toList } from '../../platform/index.js';
import {
  CO2_FILTERS,
  type Co2Filter,
  DECLARED_BUDGET_STATE_FILTERS,
  type DeclaredBudgetStateFilter,
  SHOWN_LIGHTS,
  type ShownLight,
} from '../../portfolio/index.js';
import { type Phase, PHASES } from '../../projects/index.js';
import { PUBLIC_SORT_KEYS, type PublicSortKey } from '../publication.enums.js';

/** So many values can one filter have. */
const MOST_VALUES = 100;

/** Which published projects; values of one filter are alternatives. */
export class PublicFilterQuery extends AsOfQuery {
  /** Words in number, title, summary, office or action field: German stems and prefixes. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @Transform(toList)
  @IsIn(PHASES, { each: true })
  @ApiProperty({ enum: PHASES, enumName: 'Phase', isArray: true, required: false })
  phase?: Phase[];

  /** Keys or ids of action fields. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  actionField?: string[];

  /** Ids of responsible offices, or `none`. */
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
  @IsIn(CO2_FILTERS, { each: true })
  @ApiProperty({ enum: CO2_FILTERS, enumName: 'Co2Filter', isArray: true, required: false })
  co2?: Co2Filter[];

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
}

/** A key to sort by, or with a leading minus the other way round. */
export type PublicSort = PublicSortKey | `-${PublicSortKey}`;
const SORTS = PUBLIC_SORT_KEYS.flatMap((key): PublicSort[] => [key, `-${key}`]);

/** Which published projects, in which order, in which form. */
export class PublicListQuery extends IntersectionType(PublicFilterQuery, PageQuery) {
  /** Keys in order of weight, divided by commas; `number` when absent. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(SORTS, { each: true })
  @ApiProperty({ type: String, required: false, example: '-principleScore,title' })
  sort?: PublicSort[];

  /** `csv` gives all rows as a file instead of a page. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  @ApiProperty({ enum: ['json', 'csv'], required: false })
  format?: 'json' | 'csv';
}
