import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What was added to a closed session: its minutes are corrected by this alone. */
@Entity('review_addendum')
export class ReviewAddendum {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('ReviewSession')
  @Index('ix_review_addendum_session_id')
  sessionId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('ReviewItem')
  itemId!: string | null;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  addedAt!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  addedById!: string | null;
}
