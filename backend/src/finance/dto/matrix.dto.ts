import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { BUDGET_KINDS, type BudgetKind } from '../../budget/index.js';
import { PageDto, PageQuery, TitleDto } from '../../platform/index.js';
import { MATRIX_GROUPINGS, type MatrixGrouping, type Measure, MEASURES } from '../finance.enums.js';
import { MoneySumsDto } from './money-sums.dto.js';
import { PeriodDto, PeriodQuery } from './period.dto.js';

/** Which years, and how the projects are put into groups. */
export class MatrixQuery extends PeriodQuery {
  /** `office` when absent. */
  @IsOptional()
  @IsIn(MATRIX_GROUPINGS)
  @ApiProperty({ enum: MATRIX_GROUPINGS, enumName: 'MatrixGrouping', required: false })
  groupBy?: MatrixGrouping;
}

/** The projects of one group that have amounts of one kind. */
export class MatrixProjectsQuery extends IntersectionType(MatrixQuery, PageQuery) {
  /** Key of the group, as the matrix answers it. */
  @IsString()
  @MaxLength(300)
  group!: string;

  @IsIn(BUDGET_KINDS)
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;

  /** Puts projects with the largest sum of it first; `need` when absent. */
  @IsOptional()
  @IsIn(MEASURES)
  @ApiProperty({ enum: MEASURES, enumName: 'Measure', required: false })
  measure?: Measure;
}

/** The sums of one kind in one year. */
export class MatrixCellDto extends MoneySumsDto {
  /** Null for the sum of the years of the answer. */
  year!: number | null;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
}

/** A group of projects. */
export class MatrixGroupDto {
  /** `none` for projects without a value, `several` for those with several sub-budgets. */
  key!: string;
  /** Null for `none` and `several`. */
  title!: TitleDto | null;
  /** Projects of the group that have any amount in these years. */
  projects!: number;
  cells!: MatrixCellDto[];
}

/** The projects' money by group, year and kind. The two kinds are never summed. */
export class MatrixDto {
  formula!: string;
  period!: PeriodDto;
  @ApiProperty({ enum: MATRIX_GROUPINGS, enumName: 'MatrixGrouping' })
  groupBy!: MatrixGrouping;
  /** In order: those of the period, else those that have amounts. */
  years!: number[];
  /** Each project is in exactly one. */
  groups!: MatrixGroupDto[];
  /** Sums over all groups. */
  totals!: MatrixCellDto[];
  /** Projects that have any amount in these years. */
  projects!: number;
  /** Name under which exactly this answer can be read again with `asOf`. */
  moment!: string;
}

/** A project of the matrix. */
export class MatrixProjectDto {
  id!: string;
  number!: string;
  title!: string;
  cells!: MatrixCellDto[];
}

/** A page of the projects of a group. */
export class MatrixProjectsDto extends PageDto {
  items!: MatrixProjectDto[];
}
