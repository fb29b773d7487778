import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an import sets in a budget line: whole cents, null where it sets nothing. */
@Entity('ledger_change')
export class LedgerChange {
  @PrimaryColumn('uuid')
  @ForeignKey('LedgerImport', { onDelete: 'CASCADE' })
  importId!: string;

  @PrimaryColumn('uuid')
  lineId!: string;

  @Column('uuid')
  projectId!: string;

  @Column('integer')
  firstRow!: number;

  /** So many rows of the file make the sum. */
  @Column('integer')
  rowCount!: number;

  @Column('bigint', { nullable: true })
  appropriationBefore!: number | null;

  @Column('bigint', { nullable: true })
  appropriationAfter!: number | null;

  @Column('bigint', { nullable: true })
  amendmentsBefore!: number | null;

  @Column('bigint', { nullable: true })
  amendmentsAfter!: number | null;

  @Column('bigint', { nullable: true })
  carryOverBefore!: number | null;

  @Column('bigint', { nullable: true })
  carryOverAfter!: number | null;

  @Column('bigint', { nullable: true })
  committedBefore!: number | null;

  @Column('bigint', { nullable: true })
  committedAfter!: number | null;

  @Column('bigint', { nullable: true })
  actualBefore!: number | null;

  @Column('bigint', { nullable: true })
  actualAfter!: number | null;

  @Column('bigint', { nullable: true })
  forecastBefore!: number | null;

  @Column('bigint', { nullable: true })
  forecastAfter!: number | null;

  @Column('text', { nullable: true })
  undoOutcome!: string | null;
}
