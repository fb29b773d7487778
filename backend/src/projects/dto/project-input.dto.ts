import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IfSent, IsDay } from '../../platform/index.js';
import { ProjectContentDto } from './project-content.dto.js';
import { TITLE_LENGTH } from './lengths.js';

/** A new project. */
export class CreateProjectDto extends ProjectContentDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title!: string;

  /** By key, in the strategy edition that was adopted last, or by id. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  primaryActionField!: string;
}

/** Changes to a project, as a merge patch: a missing field stays, null empties. */
export class EditProjectDto extends ProjectContentDto {
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title?: string;

  /** By key, in the strategy edition of the project, or by id. */
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  primaryActionField?: string;

  /** Set by approval; later changed by the portfolio office alone. */
  @IsOptional()
  @IsDay()
  approvedStart?: string | null;

  /** Set by approval; later changed by the portfolio office alone. */
  @IsOptional()
  @IsDay()
  approvedEnd?: string | null;
}
