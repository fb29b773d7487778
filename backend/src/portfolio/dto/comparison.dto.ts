import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  CHANGE_DIRECTIONS,
  CHANGE_UNITS,
  type ChangeDirection,
  type ChangeUnit,
  COMPARED_FIELDS,
  type ComparedField,
  type ComparedValue,
  DIFFERENCE_KINDS,
  type DifferenceKind,
} from '../../comparison/index.js';
import { PageDto, PageQuery, TitleDto, toList } from '../../platform/index.js';
import { ProjectFilterQuery } from './project-filter.dto.js';

/** Which moments are compared, of which projects; a project counts when it matches the filters at one of the two. */
export class ComparisonQuery extends OmitType(IntersectionType(ProjectFilterQuery, PageQuery), ['asOf']) {
  /** The earlier moment: a day (its end in Europe/Berlin), an instant, or a revision `r<rev>`. */
  @IsString()
  @MaxLength(40)
  from!: string;

  /** The later moment, said in the same way; now when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  to?: string;

  /** Only projects with one of these differences. */
  @IsOptional()
  @Transform(toList)
  @IsIn(DIFFERENCE_KINDS, { each: true })
  @ApiProperty({ enum: DIFFERENCE_KINDS, enumName: 'DifferenceKind', isArray: true, required: false })
  kind?: DifferenceKind[];

  /** `csv` gives all changes as a file instead of a page. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  @ApiProperty({ enum: ['json', 'csv'], required: false })
  format?: 'json' | 'csv';
}

/** One of the two moments. */
export class ComparedMomentDto {
  /** Its name, readable with `asOf`. */
  moment!: string;
  /** The day on which age and overdue were judged. */
  day!: string;
}

/** Which of several parts of a project: a milestone, a principle. */
export class ComparedPartDto {
  /** Id of the milestone, key of the principle. */
  key!: string;
  title!: TitleDto;
}

const VALUE = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] };

/** One field that is not what it was. */
export class ComparedFieldDto {
  @ApiProperty({ enum: COMPARED_FIELDS, enumName: 'ComparedField' })
  field!: ComparedField;
  /** Null where a project has the field once. */
  part!: ComparedPartDto | null;
  /** Null when nothing was known. */
  @ApiProperty(VALUE)
  before!: ComparedValue;
  @ApiProperty(VALUE)
  after!: ComparedValue;
  @ApiProperty({ enum: CHANGE_UNITS, enumName: 'ChangeUnit' })
  unit!: ChangeUnit;
  /** `neutral` where nobody could say so without knowing the project. */
  @ApiProperty({ enum: CHANGE_DIRECTIONS, enumName: 'ChangeDirection' })
  direction!: ChangeDirection;
}

/** A project, as it was called at the later moment or when it was last there. */
export class ComparedProjectDto {
  id!: string;
  number!: string;
  title!: string;
}

/** What of one project is different. */
export class ProjectDifferenceDto {
  project!: ComparedProjectDto;
  @ApiProperty({ enum: DIFFERENCE_KINDS, enumName: 'DifferenceKind', isArray: true })
  kinds!: DifferenceKind[];
  changes!: ComparedFieldDto[];
}

/** How many projects have a kind of difference. */
export class DifferenceCountDto {
  @ApiProperty({ enum: DIFFERENCE_KINDS, enumName: 'DifferenceKind' })
  kind!: DifferenceKind;
  count!: number;
}

/** What is different in the portfolio at two moments, project by project. */
export class PortfolioComparisonDto extends PageDto {
  from!: ComparedMomentDto;
  to!: ComparedMomentDto;
  /** Projects that are different in any way, whatever `kind` was asked for. */
  different!: number;
  /** Every kind in its order; a project counts once for each of its kinds, so the counts do not add up. */
  counts!: DifferenceCountDto[];
  /** By number; dropped projects are among them. */
  items!: ProjectDifferenceDto[];
}
