import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A cover sheet as it was issued: kept to the byte, never changed. */
@Entity('cover_sheet_issue')
@Unique('uq_cover_sheet_issue_number', ['paperId', 'number'])
export class CoverSheetIssue {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Paper')
  paperId!: string;

  /** Counted per paper from 1. */
  @Column('integer')
  number!: number;

  @Column('timestamptz')
  issuedAt!: string;

  /** The revision that was the newest when it was issued: what it speaks of. */
  @Column('bigint')
  dataRev!: number;

  /** The JSON document, to the byte. */
  @Column('text')
  content!: string;

  /** SHA-256 of the document, hexadecimal. */
  @Column('text')
  sha256!: string;

  /** It names consultations that the public does not see. */
  @Column('boolean')
  isConfidential!: boolean;
}
