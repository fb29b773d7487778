import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgendaReason, ItemOrigin, ItemState } from './review.enums.js';

/** An item on the agenda of a session: a project, or something else with a title. */
@Entity('review_item')
@Unique('uq_review_item_project', ['sessionId', 'projectId'])
@Check('ck_review_item_state', `state in ('taken', 'dropped')`)
@Check('ck_review_item_origin', `origin in ('proposed', 'added')`)
export class ReviewItem {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid')
  @ForeignKey('ReviewSession')
  sessionId!: string;

  @Column('integer')
  position!: number;

  @Column('uuid', { nullable: true })
  @ForeignKey('Project')
  @Index('ix_review_item_project_id')
  projectId!: string | null;

  @Column('text', { default: '' })
  title!: string;

  @Column('text', { default: 'taken' })
  state!: ItemState;

  @Column('text')
  origin!: ItemOrigin;

  /** Why it was proposed, as it was then. */
  @Column('jsonb', { default: [] })
  reasons!: AgendaReason[];

  /** Why it was dropped, or what the secretary wants to be remembered. */
  @Column('text', { default: '' })
  note!: string;
}
