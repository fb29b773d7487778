import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AsOfQuery, PageDto } from '../../platform/index.js';
import { KEPT_FORMATS, type KeptFormat } from '../kept/kept.enums.js';

/** A file of a kept document. */
export class KeptFileDto {
  @ApiProperty({ enum: KEPT_FORMATS, enumName: 'KeptFormat' })
  format!: KeptFormat;
  bytes!: number;
  sha256!: string;
}

/** A document as it was issued; it never changes. */
export class KeptDocumentDto {
  id!: string;
  /** Counted per session and kind, from 1. */
  number!: number;
  /** The moment that it speaks of; the same document can be built from it again. */
  speaksOf!: string;
  /** Instant, UTC. */
  keptAt!: string;
  /** Hash of the content as JSON. */
  sha256!: string;
  files!: KeptFileDto[];
}

/** Documents of a session, the newest first. */
export class KeptDocumentListDto extends PageDto {
  items!: KeptDocumentDto[];
}

/** In which format. */
export class DossierFileQuery extends AsOfQuery {
  @IsIn(['json', 'pdf', 'xlsx'])
  format!: 'json' | 'pdf' | 'xlsx';
}

/** In which format. */
export class MinutesFileQuery extends AsOfQuery {
  @IsIn(['json', 'pdf', 'docx'])
  format!: 'json' | 'pdf' | 'docx';
}
