import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { REASON_LENGTH } from '../dto/lengths.js';
import { LINK_KINDS, type LinkKind, PERSON_FUNCTIONS, type PersonFunction } from '../project.enums.js';

/** How a project serves a corridor theme. */
export class PutCorridorThemeDto {
  /** The one theme that stands out; the one before loses it. False when absent. */
  @IfSent()
  @IsBoolean()
  emphasised?: boolean;
}

/** A goal that the project supports: either an entry of the catalogue or a text. */
export class AddSupportedGoalDto {
  /** Entry of the catalogue, by id or key. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  goal?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  freeText?: string | null;
}

/** What a person does in a project. */
export class PutPersonDto {
  @ApiProperty({ enum: PERSON_FUNCTIONS, enumName: 'PersonFunction' })
  @IsIn(PERSON_FUNCTIONS)
  function!: PersonFunction;
}

/** A link to another project: this one depends on the other, or is a part of it. */
export class AddLinkDto {
  /** The other project, by id or number. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  otherProject!: string;

  @ApiProperty({ enum: LINK_KINDS, enumName: 'LinkKind' })
  @IsIn(LINK_KINDS)
  kind!: LinkKind;
}
