import { PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IfSent, IsDay, PageQuery, toBoolean } from '../../platform/index.js';
import { PAPER_TYPES, type PaperType } from '../paper.enums.js';

/** Longest title of anything, in characters. */
const TITLE_LENGTH = 300;
/** Longest running text, in characters. */
const TEXT_LENGTH = 10_000;
const REF_LENGTH = 100;
/** Most projects that one paper is about. */
const MOST_PROJECTS = 100;

/**
 * A new paper. Without an office it is that of its first project, without a directorate the office's own; it is public
 * when that is said.
 */
export class CreatePaperDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title!: string;

  @IsIn(PAPER_TYPES)
  type!: PaperType;

  /** As printed, e.g. 2021/1528. */
  @IfSent()
  @IsString()
  @MaxLength(REF_LENGTH)
  reference?: string;

  /** Id or key of a unit. */
  @IsOptional()
  @IsString()
  @MaxLength(REF_LENGTH)
  directorate?: string | null;

  /** Id or key of a unit. */
  @IsOptional()
  @IsString()
  @MaxLength(REF_LENGTH)
  office?: string | null;

  @IsOptional()
  @IsDay()
  datedOn?: string | null;

  /** Short form of what the council is asked to decide. */
  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  motion?: string;

  @IfSent()
  @IsBoolean()
  isPublic?: boolean;

  /** Ids or numbers of the projects that it is about; the whole list. */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(MOST_PROJECTS)
  @IsString({ each: true })
  @MaxLength(REF_LENGTH, { each: true })
  projects?: string[];
}

/** Changes to a paper, as a merge patch. */
export class EditPaperDto extends PartialType(CreatePaperDto, { skipNullProperties: false }) {}

/** Which papers a list is of. */
export class PaperQuery extends PageQuery {
  /** A part of the reference, the title or the motion. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @IsIn(PAPER_TYPES)
  type?: PaperType;

  /** Key of a body before which it is or was. */
  @IsOptional()
  @IsString()
  @MaxLength(REF_LENGTH)
  body?: string;

  /** True: only papers with a consultation that lies ahead, the next one first. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  upcoming?: boolean;
}
