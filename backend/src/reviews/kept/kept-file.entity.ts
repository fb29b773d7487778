import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { KeptFormat } from './kept.enums.js';

/** The bytes of a kept document in one format; their hash stands in the document, which is history. */
@Entity('kept_file')
@Unique('uq_kept_file_document_id_format', ['documentId', 'format'])
@Check('ck_kept_file_format', `format in ('json', 'pdf', 'xlsx', 'docx')`)
export class KeptFile {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('KeptDocument')
  documentId!: string;

  @Column('text')
  format!: KeptFormat;

  @Column('bytea')
  content!: Buffer;
}
