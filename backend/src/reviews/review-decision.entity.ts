import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DecisionOutcome } from './review.enums.js';

/** The outcome of a session for one item. */
@Entity('review_decision')
@Unique('uq_review_decision_item_id', ['itemId'])
@Check(
  'ck_review_decision_outcome',
  `outcome in ('noted', 'approved', 'approved-with-conditions', 'come-back', 'stopped')`,
)
export class ReviewDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('ReviewSession')
  @Index('ix_review_decision_session_id')
  sessionId!: string;

  @Column('uuid')
  @ForeignKey('ReviewItem')
  itemId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Project')
  @Index('ix_review_decision_project_id')
  projectId!: string | null;

  @Column('text')
  outcome!: DecisionOutcome;

  @Column('text', { default: '' })
  text!: string;

  @Column('date', { nullable: true })
  comeBackOn!: string | null;

  @Column('timestamptz')
  decidedAt!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedById!: string | null;
}
