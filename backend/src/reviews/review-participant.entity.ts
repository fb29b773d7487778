import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Attendance, ParticipantRole } from './review.enums.js';

/** Who takes part in a session, as what: a person, or whom somebody without an account speaks for. */
@Entity('review_participant')
@Check(
  'ck_review_participant_role',
  `role in ('chair', 'secretary', 'member', 'finance', 'portfolio-office', 'guest')`,
)
@Check('ck_review_participant_attendance', `attendance in ('invited', 'present', 'excused')`)
export class ReviewParticipant {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('ReviewSession')
  @Index('ix_review_participant_session_id')
  sessionId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  personId!: string | null;

  @Column('text')
  role!: ParticipantRole;

  @Column('text', { default: '' })
  label!: string;

  @Column('text', { default: 'invited' })
  attendance!: Attendance;
}
