import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { BUDGET_KINDS, BUDGET_STAGES, type BudgetKind, type BudgetStage } from '../../budget/index.js';
import { PageDto, PageQuery, toList } from '../../platform/index.js';
import {
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  DERIVED_BUDGET_STATES,
  type DerivedBudgetState,
} from '../../projects/index.js';
import { EXCEPTION_KINDS, type ExceptionKind, FIGURE_RECORDS, type FigureRecord } from '../finance.enums.js';
import { PeriodDto, PeriodQuery } from './period.dto.js';

/** Which exceptions of which years. */
export class ExceptionsQuery extends IntersectionType(PeriodQuery, PageQuery) {
  /** Only these kinds; all when absent. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(EXCEPTION_KINDS.length)
  @IsIn(EXCEPTION_KINDS, { each: true })
  @ApiProperty({ enum: EXCEPTION_KINDS, enumName: 'ExceptionKind', isArray: true, required: false })
  kind?: ExceptionKind[];
}

/** Where an exception is. */
export class ExceptionProjectDto {
  id!: string;
  number!: string;
  title!: string;
  /** Short name of the responsible office; null without one. */
  office!: string | null;
}

/** The destination of a gap that was rejected. */
export class RejectedDestinationDto {
  budgetTitle!: string;
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: BudgetStage;
}

/** States that contradict each other. */
export class ContradictingStatesDto {
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, enumName: 'DeclaredBudgetState', nullable: true })
  declared!: DeclaredBudgetState | null;
  @ApiProperty({ enum: DERIVED_BUDGET_STATES, enumName: 'DerivedBudgetState' })
  derived!: DerivedBudgetState;
  /** False: "no financial effects" was stated; null: nothing was. */
  financialEffects!: boolean | null;
}

/** The figures of a year and kind. */
export class SeenFiguresDto {
  needCents!: number;
  securedCents!: number;
  counterFundingCents!: number;
  gapCents!: number;
}

/** A confirmation whose figures have changed since. */
export class OutdatedConfirmationDto {
  budgetTitle!: string;
  confirmedAt!: string;
  /** As finance saw them. */
  seen!: SeenFiguresDto;
  /** As they are. */
  now!: SeenFiguresDto;
}

/** A figure that was reported and not checked since. */
export class UncheckedFigureDto {
  @ApiProperty({ enum: FIGURE_RECORDS, enumName: 'FigureRecord' })
  record!: FigureRecord;
  id!: string;
  reportedAt!: string;
  /** When it was last checked, before it was reported anew; null when never. */
  checkedAt!: string | null;
}

/** One thing that finance has to look at, with why. */
export class ExceptionDto {
  @ApiProperty({ enum: EXCEPTION_KINDS, enumName: 'ExceptionKind' })
  kind!: ExceptionKind;
  project!: ExceptionProjectDto;
  /** Null where it belongs to no year; it then stands in every period. */
  year!: number | null;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind', nullable: true })
  budgetKind!: BudgetKind | null;
  /** What is: need, forecast, actual, yearly costs, gap now, reported amount. */
  amountCents!: number | null;
  /** What it is held against: secured with counter-funding, secured, forecast, the gap that was confirmed. */
  againstCents!: number | null;
  /** How far the two are apart. */
  differenceCents!: number | null;
  rejected!: RejectedDestinationDto | null;
  states!: ContradictingStatesDto | null;
  confirmation!: OutdatedConfirmationDto | null;
  figure!: UncheckedFigureDto | null;
}

/** How many exceptions of a kind there are. */
export class ExceptionCountDto {
  @ApiProperty({ enum: EXCEPTION_KINDS, enumName: 'ExceptionKind' })
  kind!: ExceptionKind;
  count!: number;
  /** Sum of the differences in the operating budget. */
  operatingCents!: number;
  /** Sum of the differences in the capital budget. */
  capitalCents!: number;
}

/** A page of exceptions: by kind, then the largest differences first. */
export class ExceptionsDto extends PageDto {
  formula!: string;
  period!: PeriodDto;
  /** Of every kind, also of those that the page leaves out. */
  counts!: ExceptionCountDto[];
  items!: ExceptionDto[];
}
