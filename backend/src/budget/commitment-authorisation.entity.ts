import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What of a commitment authorisation is paid in one year; whole cents. */
export interface CashYear {
  year: number;
  amountCents: number;
}

/** What the city may commit itself to in one year and pay in later ones (Verpflichtungsermächtigung); kept by finance. */
@Entity('commitment_authorisation')
@Check('ck_commitment_authorisation_year', 'year between 2000 and 2100')
@Check('ck_commitment_authorisation_amount_cents', 'amount_cents between 0 and 10000000000000')
export class CommitmentAuthorisation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_commitment_authorisation_project_id')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('Budget')
  budgetId!: string;

  /** The year in which the city may commit itself. */
  @Column('integer')
  year!: number;

  @Column('bigint')
  amountCents!: number;

  /** When the money is to be paid. */
  @Column('jsonb', { default: [] })
  cashYears!: CashYear[];

  @Column('text', { nullable: true })
  accountAssignment!: string | null;

  @Column('text', { default: '' })
  note!: string;
}
