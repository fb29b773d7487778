import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BudgetKind, Direction } from './budget.enums.js';

/** What is budgeted and booked for a project in one year of a budget; kept by finance, several per year are normal. */
@Entity('budget_line')
@Check('ck_budget_line_kind', `kind in ('operating', 'capital')`)
@Check('ck_budget_line_direction', `direction in ('expense', 'revenue')`)
@Check('ck_budget_line_year', 'year between 2000 and 2100')
@Check(
  'ck_budget_line_amounts',
  `appropriation_cents between 0 and 10000000000000 and committed_cents between 0 and 10000000000000
      and amendments_cents between -10000000000000 and 10000000000000
      and carry_over_cents between -10000000000000 and 10000000000000
      and actual_cents between -10000000000000 and 10000000000000
      and forecast_cents between 0 and 10000000000000`,
)
export class BudgetLine {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_budget_line_project_id')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('Budget')
  budgetId!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  kind!: BudgetKind;

  @Column('text', { default: 'expense' })
  direction!: Direction;

  @Column('bigint', { default: 0 })
  appropriationCents!: number;

  /** Negative when it was cut. */
  @Column('bigint', { default: 0 })
  amendmentsCents!: number;

  /** Negative in the year that is left, positive in the one that is entered. */
  @Column('bigint', { default: 0 })
  carryOverCents!: number;

  /** Ordered but not paid. */
  @Column('bigint', { default: 0 })
  committedCents!: number;

  /** Paid; negative when more was paid back. */
  @Column('bigint', { default: 0 })
  actualCents!: number;

  /** Expected in the end; null when nobody has said so. */
  @Column('bigint', { nullable: true })
  forecastCents!: number | null;

  /** Where the ledger books it: PSP element, cost centre or internal order. */
  @Column('text', { nullable: true })
  accountAssignment!: string | null;

  @Column('text', { nullable: true })
  subBudget!: string | null;

  @Column('text', { nullable: true })
  productGroup!: string | null;

  @Column('text', { default: '' })
  note!: string;

  /** Where the money comes from: general funds, a grant, a fund. */
  @Column('text', { nullable: true })
  fundingSource!: string | null;
}
