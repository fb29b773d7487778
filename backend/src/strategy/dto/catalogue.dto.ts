import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CatalogueQuery, PageDto, TitleDto } from '../../platform/index.js';

/** The parameters of catalogues that belong to a strategy edition. */
export class OfStrategyQuery extends CatalogueQuery {
  /** Id of a strategy edition, or key of a strategy (its newest edition). The newest strategy when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  strategy?: string;
}

/** One row of the check grid. */
export class DesignPrincipleDto {
  id!: string;
  strategyId!: string;
  key!: string;
  /** Place in the check grid, from 1. */
  position!: number;
  title!: TitleDto;
  question!: TitleDto | null;
  /** What the scores 0 to 4 mean here, in this order. */
  levels!: TitleDto[] | null;
  /** Weight in the principle score, 1 to 100. */
  weight!: number;
}

export class DesignPrincipleListDto extends PageDto {
  items!: DesignPrincipleDto[];
}

/** A field of action of the strategy. */
export class ActionFieldDto {
  id!: string;
  strategyId!: string;
  key!: string;
  position!: number;
  title!: TitleDto;
  statusQuo!: TitleDto | null;
  targetPicture!: TitleDto | null;
}

export class ActionFieldListDto extends PageDto {
  items!: ActionFieldDto[];
}

/** An entry of a catalogue with validity: a corridor theme or a supported goal. */
export class CatalogueEntryDto {
  id!: string;
  key!: string;
  title!: TitleDto;
  /** First day of its validity; null when it was always valid. */
  validFrom!: string | null;
  /** Last day of its validity; null while it is valid. */
  validTo!: string | null;
  /** Whether it is valid on the day that the answer speaks of. */
  isValid!: boolean;
}

export class CatalogueEntryListDto extends PageDto {
  items!: CatalogueEntryDto[];
}
