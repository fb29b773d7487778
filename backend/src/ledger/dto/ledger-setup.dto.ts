import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IfSent } from '../../platform/index.js';
import {
  type Delimiter,
  DELIMITERS,
  type Encoding,
  ENCODINGS,
  MATCH_WAYS,
  type MatchWay,
  NUMBER_STYLES,
  type NumberStyle,
} from '../ledger.enums.js';

const KINDS = ['operating', 'capital'] as const;
const DIRECTIONS = ['expense', 'revenue'] as const;

/** A file of the ledger that is about to come. */
export class CreateLedgerImportDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  fileName!: string;

  /** What the source of the file is called; its mapping is kept under this name. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  sourceName!: string;
}

/** How a file is written, and where its table begins. */
export class LedgerFormatDto {
  /** Of text files alone. */
  @ApiProperty({ enum: ENCODINGS, enumName: 'LedgerEncoding' })
  @IsIn(ENCODINGS)
  encoding!: Encoding;

  /** Of text files alone. */
  @ApiProperty({ enum: DELIMITERS, enumName: 'LedgerDelimiter' })
  @IsIn(DELIMITERS)
  delimiter!: Delimiter;

  /** How amounts are written: 1.234,56 (german) or 1,234.56 (international). */
  @ApiProperty({ enum: NUMBER_STYLES, enumName: 'LedgerNumberStyle' })
  @IsIn(NUMBER_STYLES)
  numbers!: NumberStyle;

  /** Of workbooks alone; the first is 1. */
  @IsInt()
  @Min(1)
  @Max(100)
  sheet!: number;

  /** The row with the headings; the first is 1. */
  @IsInt()
  @Min(1)
  @Max(1_000)
  headerRow!: number;
}

class EditLedgerFormatDto extends PartialType(LedgerFormatDto, { skipNullProperties: false }) {}

/** Which column has which amount; null where none has. */
export class LedgerAmountColumnsDto {
  @IsOptional()
  @IsString()
  @MaxLength(110)
  appropriation!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  amendments!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  carryOver!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  committed!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  actual!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  forecast!: string | null;
}

class EditLedgerAmountColumnsDto extends PartialType(LedgerAmountColumnsDto, { skipNullProperties: false }) {}

/** What the columns of a file are, by their headings, and what stands in none of them. */
export class LedgerMappingDto {
  /** By account assignment, or by the name of a line or of its project. */
  @ApiProperty({ enum: MATCH_WAYS, enumName: 'LedgerMatchWay' })
  @IsIn(MATCH_WAYS)
  matchBy!: MatchWay;

  /** The column with the account assignment or the name. */
  @IsOptional()
  @IsString()
  @MaxLength(110)
  keyColumn!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  yearColumn!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  kindColumn!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(110)
  directionColumn!: string | null;

  /** The year of all rows, where no column says it. */
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number | null;

  /** The kind of all rows, where no column says it; null for either. */
  @ApiProperty({ enum: KINDS, enumName: 'BudgetKind', nullable: true })
  @IsOptional()
  @IsIn(KINDS)
  kind!: (typeof KINDS)[number] | null;

  /** The direction of all rows, where no column says it; null for either. */
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction', nullable: true })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction!: (typeof DIRECTIONS)[number] | null;

  /** Only lines of this budget; null for all. */
  @IsOptional()
  @IsUUID()
  budgetId!: string | null;

  @IsObject()
  @ValidateNested()
  @Type(() => LedgerAmountColumnsDto)
  amounts!: LedgerAmountColumnsDto;
}

class EditLedgerMappingDto extends PartialType(LedgerMappingDto, { skipNullProperties: false }) {
  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => EditLedgerAmountColumnsDto)
  declare amounts?: EditLedgerAmountColumnsDto & LedgerAmountColumnsDto;
}

/** What is put right of an import; keys that are missing stay as they are. */
export class SetUpLedgerImportDto {
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  sourceName?: string;

  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => EditLedgerFormatDto)
  format?: EditLedgerFormatDto;

  @IfSent()
  @IsObject()
  @ValidateNested()
  @Type(() => EditLedgerMappingDto)
  mapping?: EditLedgerMappingDto;
}
