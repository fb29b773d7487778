import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FileType, ImportState } from './ledger.enums.js';
import type { LedgerMapping } from './reading/columns.rules.js';
import type { DetectedFormat, LedgerFormat } from './reading/format.rules.js';

/** A file of the ledger, how it is read, and how far it has come. */
@Entity('ledger_import')
@Check(
  'ck_ledger_import_state',
  `state in (
      'new', 'receiving', 'draft', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')`,
)
@Check('ck_ledger_import_file_type', `file_type in ('csv', 'xlsx')`)
export class LedgerImport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { default: 'new' })
  state!: ImportState;

  @Column('text')
  fileName!: string;

  @Column('text', { nullable: true })
  fileType!: FileType | null;

  @Column('bigint', { default: 0 })
  bytes!: number;

  @Column('text', { nullable: true })
  @Index('ix_ledger_import_sha256')
  sha256!: string | null;

  @Column('text')
  sourceName!: string;

  @Column('jsonb', { nullable: true })
  detected!: DetectedFormat | null;

  @Column('jsonb', { nullable: true })
  format!: LedgerFormat | null;

  @Column('jsonb', { nullable: true })
  mapping!: LedgerMapping | null;

  @Column('jsonb', { default: [] })
  columns!: string[];

  @Column('jsonb', { default: [] })
  sample!: string[][];

  @Column('text', { nullable: true })
  fault!: string | null;

  @Column('integer', { default: 0 })
  progress!: number;

  @Column('jsonb', { nullable: true })
  result!: object | null;

  @Column('timestamptz', { default: () => 'now()' })
  @Index('ix_ledger_import_created_at')
  createdAt!: string;

  @Column('uuid')
  @ForeignKey('Person')
  createdById!: string;

  @Column('timestamptz', { nullable: true })
  appliedAt!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  appliedById!: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  undoneById!: string | null;
}
