import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { GrantState } from './budget.enums.js';

/** Money of a third party for a project (Fördermittel), with its rate and what it is bound to; kept by the project lead. */
@Entity('funding_grant')
@Check('ck_funding_grant_state', `state in ('planned', 'applied', 'approved', 'rejected')`)
@Check(
  'ck_funding_grant_amounts',
  'amount_cents between 0 and 10000000000000 and eligible_cents between 0 and 10000000000000',
)
@Check('ck_funding_grant_rate_basis_points', 'rate_basis_points between 0 and 10000')
export class FundingGrant {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_funding_grant_project_id')
  projectId!: string;

  @Column('text')
  giver!: string;

  @Column('text', { default: '' })
  title!: string;

  @Column('text')
  state!: GrantState;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('bigint')
  amountCents!: number;

  /** Costs that the giver recognises. */
  @Column('bigint', { nullable: true })
  eligibleCents!: number | null;

  /** Hundredths of a percent of the recognised costs: 9000 is 90 %. */
  @Column('integer', { nullable: true })
  rateBasisPoints!: number | null;

  /** What the money is bound to. */
  @Column('text', { default: '' })
  purpose!: string;

  /** Until when it is bound. */
  @Column('date', { nullable: true })
  boundUntil!: string | null;
}
