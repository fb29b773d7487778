import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NoticeKind } from './notice.enums.js';

/** That a person is told something by mail: once for each occasion, whichever process finds it first. */
@Entity('notice')
@Unique('uq_notice_person_id_kind_subject_id_due_key', ['personId', 'kind', 'subjectId', 'dueKey'])
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text')
  kind!: NoticeKind;

  /** The project, decision, condition or person that it is about. */
  @Column('uuid')
  subjectId!: string;

  /** What makes it another one about the same: mostly the day that it is due on. */
  @Column('text')
  dueKey!: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Index('ix_notice_created_at')
  createdAt!: string;

  /** When the mail server took it. */
  @Column('timestamptz', { nullable: true })
  sentAt!: string | null;
}
