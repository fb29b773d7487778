import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeclaredBudgetState } from '../projects/index.js';
import type { SignedFigures } from './confirmation.rules.js';

/** That finance signed the state of a project in a budget, with the figures that it saw. A later change outdates it and never erases it. */
@Entity('budget_confirmation')
@Index('ix_budget_confirmation_project_id', ['projectId', 'budgetId', 'confirmedAt'])
@Check('ck_budget_confirmation_state', `state in ('full', 'partial', 'none')`)
export class BudgetConfirmation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('Budget')
  budgetId!: string;

  @Column('text')
  state!: DeclaredBudgetState;

  /** What finance saw, by year and kind. */
  @Column('jsonb')
  figures!: SignedFigures[];

  @Column('timestamptz')
  confirmedAt!: string;

  @Column('uuid', { nullable: true })
  confirmedById!: string | null;

  @Column('text', { default: '' })
  note!: string;
}
