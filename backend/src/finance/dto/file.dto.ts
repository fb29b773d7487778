import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import {
  FILE_FORMATS,
  FILE_LANGUAGES,
  type FileFormat,
  type FileLanguage,
} from '../../platform/documents/index.js';
import { DigestQuery } from './digest.dto.js';
import { ExceptionsQuery } from './exceptions.dto.js';
import { MatrixQuery } from './matrix.dto.js';
import { PeriodQuery } from './period.dto.js';

/** Whether all of it is wanted as a file. */
export class FinanceFileQuery {
  /** `csv` and `xlsx` give all rows as a file instead of the answer. */
  @IsOptional()
  @IsIn(FILE_FORMATS)
  @ApiProperty({ enum: FILE_FORMATS, enumName: 'FileFormat', required: false })
  format?: FileFormat;

  /** Of a file: its words and the form of its CSV, German when absent. */
  @IsOptional()
  @IsIn(FILE_LANGUAGES)
  @ApiProperty({ enum: FILE_LANGUAGES, enumName: 'FileLanguage', required: false })
  language?: FileLanguage;
}

/** The digest, or a file of it. */
export class DigestOrFileQuery extends IntersectionType(DigestQuery, FinanceFileQuery) {}

/** The exceptions, or a file of them. */
export class ExceptionsOrFileQuery extends IntersectionType(ExceptionsQuery, FinanceFileQuery) {}

/** The matrix, or a file of it. */
export class MatrixOrFileQuery extends IntersectionType(MatrixQuery, FinanceFileQuery) {}

/** The years, or a file of them. */
export class YearsOrFileQuery extends IntersectionType(PeriodQuery, FinanceFileQuery) {}
