import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { BudgetStage } from './budget.enums.js';

/** A budget of the city, of one year or two. */
@Entity('budget')
@Unique('uq_budget_key', ['key'])
@Check('ck_budget_years', 'year_to between year_from and year_from + 1')
@Check('ck_budget_stage', `stage in ('registered', 'planned', 'adopted', 'rejected')`)
export class Budget {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  @Column('integer')
  yearFrom!: number;

  @Column('integer')
  yearTo!: number;

  @Column('text')
  stage!: BudgetStage;

  @Column('integer', { default: 1 })
  version!: number;
}
