import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { SessionState } from './review.enums.js';

/** A meeting of the IT commission in which projects are reviewed. */
@Entity('review_session')
@Unique('uq_review_session_number', ['number'])
@Check('ck_review_session_state', `state in ('planned', 'running', 'closed')`)
export class ReviewSession {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('integer')
  number!: number;

  @Column('text', { default: '' })
  title!: string;

  @Column('timestamptz')
  startsAt!: string;

  @Column('text', { default: '' })
  place!: string;

  @Column('text', { default: 'planned' })
  state!: SessionState;

  /** The revision that was the newest when the session began. */
  @Column('bigint', { nullable: true })
  openedRev!: number | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: string | null;

  /** The revision that was the newest when the session was closed. */
  @Column('bigint', { nullable: true })
  closedRev!: number | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: string | null;
}
