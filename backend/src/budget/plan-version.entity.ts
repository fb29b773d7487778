import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlanVersionKind } from './budget.enums.js';

/** A version of the plan of a budget: its budget lines as they were at a revision, under a name. */
@Entity('plan_version')
@Check('ck_plan_version_kind', `kind in ('medium-term', 'draft', 'adopted', 'consolidated', 'supplementary')`)
export class PlanVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Budget')
  @Index('ix_plan_version_budget_id')
  budgetId!: string;

  @Column('text')
  kind!: PlanVersionKind;

  @Column('text', { default: '' })
  title!: string;

  /** The revision whose lines are this version of the plan. */
  @Column('bigint')
  rev!: number;

  @Column('timestamptz')
  statedAt!: string;

  @Column('text', { default: '' })
  note!: string;
}
