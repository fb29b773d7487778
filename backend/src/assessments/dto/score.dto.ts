import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { HIGHEST_SCORE, PRINCIPLES_OF_A_GRID } from '../assessment.enums.js';

/** A score for one principle: either a number or "not applicable", in both cases with a reason. */
export class GiveScoreDto {
  /** 0 conflicts, 1 neutral, 2 supports in part, 3 supports, 4 exemplary; null when not applicable. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(HIGHEST_SCORE)
  score?: number | null;

  /** The principle means nothing for this project; leaves the mean. */
  @IfSent()
  @IsBoolean()
  notApplicable?: boolean;

  /** Why; needed for every score. */
  @IfSent()
  @IsString()
  @MaxLength(4000)
  reason?: string;

  /** Link to the evidence, http or https. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  evidenceUrl?: string | null;
}

/** A score within a whole grid. */
export class GridScoreDto extends GiveScoreDto {
  /** Key or id of the principle. */
  @IsString()
  @MaxLength(100)
  principle!: string;
}

/** Several scores of one voice at once; principles that are not named stay as they are. */
export class GiveScoresDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PRINCIPLES_OF_A_GRID)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GridScoreDto)
  scores!: GridScoreDto[];
}
