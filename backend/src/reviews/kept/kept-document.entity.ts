import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { KeptFileFact, KeptKind } from './kept.enums.js';

/** A document that was issued for a session; it never changes. */
@Entity('kept_document')
@Unique('uq_kept_document_session_id_kind_number', ['sessionId', 'kind', 'number'])
@Check('ck_kept_document_kind', `kind in ('dossier', 'minutes')`)
export class KeptDocument {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('ReviewSession')
  sessionId!: string;

  @Column('text')
  kind!: KeptKind;

  @Column('integer')
  number!: number;

  /** The revision that it speaks of. */
  @Column('bigint')
  rev!: number;

  /** The day on which age and delay were judged. */
  @Column('date')
  judgedOn!: string;

  @Column('timestamptz')
  keptAt!: string;

  /** Hash of the content as JSON. */
  @Column('text')
  sha256!: string;

  @Column('jsonb')
  files!: KeptFileFact[];
}
