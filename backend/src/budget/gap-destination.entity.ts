import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { BudgetKind, BudgetStage } from './budget.enums.js';

/** The budget that is to fill the gap of a project in one year and kind, and how far that has come; kept by finance. */
@Entity('gap_destination')
@Unique('uq_gap_destination', ['projectId', 'year', 'kind'])
@Check('ck_gap_destination_year', 'year between 2000 and 2100')
@Check('ck_gap_destination_kind', `kind in ('operating', 'capital')`)
@Check('ck_gap_destination_stage', `stage in ('registered', 'planned', 'adopted', 'rejected')`)
export class GapDestination {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  kind!: BudgetKind;

  @Column('uuid')
  @ForeignKey('Budget')
  budgetId!: string;

  @Column('text')
  stage!: BudgetStage;

  @Column('text', { default: '' })
  note!: string;
}
