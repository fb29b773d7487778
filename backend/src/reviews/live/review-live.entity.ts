import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which item a running session has before it, hence on all its walls. Nobody asks for it afterwards: no history. */
@Entity('review_live')
export class ReviewLive {
  @PrimaryColumn('uuid')
  @ForeignKey('ReviewSession')
  sessionId!: string;

  @Column('uuid')
  @ForeignKey('ReviewItem', { onDelete: 'CASCADE' })
  @Index('ix_review_live_item_id')
  itemId!: string;

  @Column('timestamptz')
  movedAt!: string;
}
