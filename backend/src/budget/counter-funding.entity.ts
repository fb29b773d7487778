import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BudgetKind, CounterFundingSource } from './budget.enums.js';

/** Money for a project from elsewhere than its budget lines; kept by the project lead. */
@Entity('counter_funding')
@Check('ck_counter_funding_kind', `kind in ('operating', 'capital')`)
@Check('ck_counter_funding_source', `source in ('additional-revenue', 'discontinued-tasks', 'reallocation')`)
@Check('ck_counter_funding_year', 'year between 2000 and 2100')
@Check('ck_counter_funding_amount_cents', 'amount_cents between 0 and 10000000000000')
export class CounterFunding {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_counter_funding_project_id')
  projectId!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  kind!: BudgetKind;

  @Column('text')
  source!: CounterFundingSource;

  @Column('bigint')
  amountCents!: number;

  @Column('text', { default: '' })
  explanation!: string;

  @Column('boolean', { default: false })
  secured!: boolean;

  /** When the lead last stated the figure; null for those entered before this was noted. */
  @Column('timestamptz', { nullable: true })
  reportedAt!: string | null;

  /** When finance last checked it; it counts as checked only if that was after it was stated. */
  @Column('timestamptz', { nullable: true })
  checkedAt!: string | null;

  @Column('uuid', { nullable: true })
  checkedById!: string | null;
}
