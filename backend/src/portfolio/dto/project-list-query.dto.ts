import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../platform/index.js';
import { type Grouping, GROUPINGS, SORT_KEYS, type SortKey } from '../portfolio.enums.js';
import { ProjectFilterQuery } from './project-filter.dto.js';

/** A key to sort by, or with a leading minus the other way round. */
export type Sort = SortKey | `-${SortKey}`;
const SORTS = SORT_KEYS.flatMap((key): Sort[] => [key, `-${key}`]);

/** A page of projects in some order. */
export class ProjectPageQuery extends IntersectionType(ProjectFilterQuery, PageQuery) {
  /** Keys in order of weight, divided by commas; `number` when absent. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(SORTS, { each: true })
  @ApiProperty({ type: String, required: false, example: '-selfScore,title' })
  sort?: Sort[];
}

/** Which projects, in which order, in which form. */
export class ProjectListQuery extends ProjectPageQuery {
  /** Puts items in the order of groups and answers the groups with their counts and sums. */
  @IsOptional()
  @IsIn([...GROUPINGS, 'none'])
  @ApiProperty({ enum: [...GROUPINGS, 'none'], enumName: 'Grouping', required: false })
  groupBy?: Grouping | 'none';

  /** `csv` gives all rows as a file instead of a page. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  @ApiProperty({ enum: ['json', 'csv'], required: false })
  format?: 'json' | 'csv';
}
