import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A row of a file, what it says, and what became of it. */
@Entity('ledger_row')
export class LedgerRow {
  @PrimaryColumn('uuid')
  @ForeignKey('LedgerImport', { onDelete: 'CASCADE' })
  importId!: string;

  /** As a spreadsheet counts rows. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text', { array: true })
  cells!: string[];

  @Column('text')
  key!: string;

  @Column('integer', { nullable: true })
  year!: number | null;

  @Column('text', { nullable: true })
  kind!: string | null;

  @Column('text', { nullable: true })
  direction!: string | null;

  @Column('bigint', { nullable: true })
  appropriationCents!: number | null;

  @Column('bigint', { nullable: true })
  amendmentsCents!: number | null;

  @Column('bigint', { nullable: true })
  carryOverCents!: number | null;

  @Column('bigint', { nullable: true })
  committedCents!: number | null;

  @Column('bigint', { nullable: true })
  actualCents!: number | null;

  @Column('bigint', { nullable: true })
  forecastCents!: number | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  fault!: string | null;

  /** The line that it is about; it may be gone later. */
  @Column('uuid', { nullable: true })
  lineId!: string | null;
}
