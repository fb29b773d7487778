import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BudgetKind } from './budget.enums.js';

/** What a project costs each year after its end; kept by the project lead. */
@Entity('follow_up_cost')
@Check('ck_follow_up_cost_kind', `kind in ('operating', 'capital')`)
@Check(
  'ck_follow_up_cost_years',
  'year_from between 2000 and 2100 and year_to between 2000 and 2100 and year_to >= year_from',
)
@Check('ck_follow_up_cost_amount_cents', 'amount_cents between 0 and 10000000000000')
export class FollowUpCost {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_follow_up_cost_project_id')
  projectId!: string;

  @Column('text')
  kind!: BudgetKind;

  /** The first year with these costs; null when nobody has said so. */
  @Column('integer', { nullable: true })
  yearFrom!: number | null;

  /** The last year; null when they go on. */
  @Column('integer', { nullable: true })
  yearTo!: number | null;

  /** A year, whole cents. */
  @Column('bigint')
  amountCents!: number;

  @Column('text', { default: '' })
  note!: string;

  /** When the lead last stated the figure; null for those entered before this was noted. */
  @Column('timestamptz', { nullable: true })
  reportedAt!: string | null;

  /** When finance last checked it; it counts as checked only if that was after it was stated. */
  @Column('timestamptz', { nullable: true })
  checkedAt!: string | null;

  @Column('uuid', { nullable: true })
  checkedById!: string | null;
}
