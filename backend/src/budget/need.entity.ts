import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BudgetKind, Direction } from './budget.enums.js';

/** What a project needs in one year; kept by the project lead. */
@Entity('need')
@Check('ck_need_kind', `kind in ('operating', 'capital')`)
@Check('ck_need_direction', `direction in ('expense', 'revenue')`)
@Check('ck_need_year', 'year between 2000 and 2100')
@Check('ck_need_amount_cents', 'amount_cents between 0 and 10000000000000')
export class Need {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_need_project_id')
  projectId!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  kind!: BudgetKind;

  @Column('text', { default: 'expense' })
  direction!: Direction;

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
