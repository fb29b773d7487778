import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConditionOwner, ConditionState } from './review.enums.js';

/** What a decision asks of a project, due when, until it is met. */
@Entity('review_condition')
@Check('ck_review_condition_state', `state in ('open', 'reported', 'returned', 'met')`)
@Check(
  'ck_review_condition_owner_role',
  `owner_role in ('project-lead', 'office-coordinator', 'finance', 'portfolio-office', 'commission')`,
)
export class ReviewCondition {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_review_condition_project_id')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('ReviewSession')
  @Index('ix_review_condition_session_id')
  sessionId!: string;

  @Column('uuid')
  @ForeignKey('ReviewDecision')
  @Index('ix_review_condition_decision_id')
  decisionId!: string;

  @Column('text')
  text!: string;

  @Column('date')
  dueOn!: string;

  @Column('text')
  ownerRole!: ConditionOwner;

  @Column('text', { default: 'open' })
  state!: ConditionState;

  /** What shows that it is met, in words. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('text', { nullable: true })
  evidenceUrl!: string | null;

  @Column('timestamptz', { nullable: true })
  reportedAt!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  reportedById!: string | null;

  /** What the secretary says to the evidence; needed when it is returned. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  answeredById!: string | null;

  @Column('date', { nullable: true })
  metOn!: string | null;
}
