import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto, TitleDto } from '../../platform/index.js';
import { HEATMAP_AXES, type HeatmapAxis, VOICES, type Voice } from '../portfolio.enums.js';
import { MoneyByKindDto } from './project-list.dto.js';
import { ProjectPageQuery } from './project-list-query.dto.js';

/** How many projects have one value. */
export class CountDto {
  /** Enum value, id or key as the list's filter takes it; `none` or `not-stated` where there is no value. */
  key!: string;
  /** Title of a catalogue entry; null for enum values. */
  title!: TitleDto | null;
  count!: number;
}

/** Projects counted by one property. */
export class CountsDto {
  /** Stable name of the rule that the figure comes from. */
  formula!: string;
  /** Projects that the figure is of. */
  projects!: number;
  groups!: CountDto[];
}

/** A mean over projects. */
export class MeanDto {
  formula!: string;
  /** Null when no project has a value. */
  mean!: number | null;
  /** Projects that have a value, hence that the mean is of. */
  projects!: number;
}

/** What one voice says of one principle across projects. */
export class PrincipleVoiceDto {
  /** Mean score, 0 to 4; null when nobody scored it. */
  meanScore!: number | null;
  /** Projects with a score of 0 to 4, hence that the mean is of. */
  scored!: number;
  /** Projects with a score or with "not applicable". */
  settled!: number;
  /** Projects with a score of 0. */
  conflicts!: number;
}

/** One principle across projects. */
export class PrincipleFigureDto {
  key!: string;
  title!: TitleDto;
  self!: PrincipleVoiceDto;
  review!: PrincipleVoiceDto;
}

/** The principles across projects. */
export class PrincipleFiguresDto {
  formula!: string;
  projects!: number;
  principles!: PrincipleFigureDto[];
}

/** Conflicts with principles in self-assessments. */
export class ConflictsDto {
  formula!: string;
  /** Projects that have any. */
  projects!: number;
  /** Scores of 0. */
  count!: number;
}

/** Expense of all years; revenue is never part of it, the two kinds never net out. */
export class MoneyFigureDto {
  formula!: string;
  projects!: number;
  need!: MoneyByKindDto;
  secured!: MoneyByKindDto;
  gap!: MoneyByKindDto;
  actual!: MoneyByKindDto;
  forecast!: MoneyByKindDto;
}

/** What the projects of a filter add up to. Every figure names its rule and the number of projects that it is of. */
export class PortfolioSummaryDto {
  /** Projects that match the filters. */
  projects!: number;
  /** Day on which age and overdue are judged. */
  today!: string;
  byLight!: CountsDto;
  byPhase!: CountsDto;
  byActionField!: CountsDto;
  byOffice!: CountsDto;
  byDeclaredBudgetState!: CountsDto;
  byDerivedBudgetState!: CountsDto;
  byCo2!: CountsDto;
  byReportAge!: CountsDto;
  byFinding!: CountsDto;
  selfScore!: MeanDto;
  reviewScore!: MeanDto;
  /** Share of principles that self-assessments have settled, 0 to 100. */
  coveragePercent!: MeanDto;
  byPrinciple!: PrincipleFiguresDto;
  conflicts!: ConflictsDto;
  money!: MoneyFigureDto;
  /** Name under which exactly this answer can be read again with `asOf`. */
  moment!: string;
}

/** Which heat map: the filters of the list, what stands beside the principles, and whose scores. */
export class HeatmapQuery extends ProjectPageQuery {
  /** Principles by action fields (the default), or by projects, page by page. */
  @IsOptional()
  @IsIn(HEATMAP_AXES)
  @ApiProperty({ enum: HEATMAP_AXES, enumName: 'HeatmapAxis', required: false })
  by?: HeatmapAxis;

  /** Whose scores the cells show; `self` when absent. */
  @IsOptional()
  @IsIn(VOICES)
  @ApiProperty({ enum: VOICES, enumName: 'Voice', required: false })
  voice?: Voice;
}

/** A column of the heat map: one principle. */
export class HeatmapPrincipleDto {
  key!: string;
  title!: TitleDto;
}

/** What projects of an action field say of a principle. */
export class HeatmapCellDto extends PrincipleVoiceDto {
  principle!: string;
}

/** An action field with its cells, one per principle in their order. */
export class HeatmapFieldDto {
  key!: string;
  title!: TitleDto;
  /** Projects of the field that match the filters. */
  projects!: number;
  cells!: HeatmapCellDto[];
}

/** What a project says of a principle. */
export class HeatmapScoreDto {
  principle!: string;
  /** 0 to 4; null when not applicable or not yet assessed. */
  score!: number | null;
  notApplicable!: boolean;
}

/** A project with its scores, one per principle in their order. */
export class HeatmapProjectDto {
  id!: string;
  number!: string;
  title!: string;
  actionField!: string;
  /** 0 to 100; null when no principle is scored. */
  score!: number | null;
  settled!: number;
  conflicts!: number;
  cells!: HeatmapScoreDto[];
}

/** The check grids of many projects at a glance. Exactly one of `fields` and `projects` is filled, by `by`. */
export class HeatmapDto extends PageDto {
  formula!: string;
  @ApiProperty({ enum: HEATMAP_AXES, enumName: 'HeatmapAxis' })
  by!: HeatmapAxis;
  @ApiProperty({ enum: VOICES, enumName: 'Voice' })
  voice!: Voice;
  principles!: HeatmapPrincipleDto[];
  fields!: HeatmapFieldDto[];
  projects!: HeatmapProjectDto[];
}
