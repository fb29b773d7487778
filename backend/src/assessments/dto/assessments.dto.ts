import { IsOptional, IsUUID } from 'class-validator';
import { AsOfQuery, TitleDto } from '../../platform/index.js';

/** Which grid of a project is asked for. */
export class AssessmentsQuery extends AsOfQuery {
  /** Id of the strategy edition; the edition that the project belongs to when absent. */
  @IsOptional()
  @IsUUID()
  strategy?: string;
}

/** A strategy edition. */
export class EditionDto {
  id!: string;
  key!: string;
  edition!: number;
  title!: TitleDto;
}

/** What one voice says of one principle. */
export class GivenScoreDto {
  /** 0 to 4; null when not applicable. */
  score!: number | null;
  notApplicable!: boolean;
  reason!: string;
  evidenceUrl!: string | null;
  /** Day on which the score was given. */
  givenOn!: string;
}

/** One principle with what both voices say of it; null means not yet assessed. */
export class PrincipleAssessmentDto {
  id!: string;
  key!: string;
  /** Place in the strategy, counted from 1. */
  position!: number;
  title!: TitleDto;
  /** The question that the score answers. */
  question!: TitleDto | null;
  /** What each score from 0 to 4 means for this principle; empty when the strategy does not say. */
  levels!: TitleDto[];
  weight!: number;
  self!: GivenScoreDto | null;
  review!: GivenScoreDto | null;
  /** Points between the two voices; null unless both gave a score. */
  difference!: number | null;
  /** The voices differ by 2 points or more. */
  differs!: boolean;
}

/** How much of a grid is settled. */
export class CoverageDto {
  /** Scored or not applicable. */
  settled!: number;
  of!: number;
}

/** What the scores of one voice come to. */
export class VoiceDto {
  /** Principle score, 0 to 100, to one decimal; null when nothing is scored. */
  score!: number | null;
  coverage!: CoverageDto;
  /** Keys of the principles with which the project conflicts (score 0). */
  conflicts!: string[];
}

/** The check grid of a project: both voices side by side. */
export class AssessmentsDto {
  projectId!: string;
  /** Version of the project, for the next If-Match. */
  version!: number;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
  /** The edition whose principles are shown. */
  strategy!: EditionDto;
  /** Every edition under which the project has scores, and the one it belongs to. */
  editions!: EditionDto[];
  principles!: PrincipleAssessmentDto[];
  self!: VoiceDto;
  review!: VoiceDto;
}
