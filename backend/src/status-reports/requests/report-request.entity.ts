import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A report of a project that was asked for by a day; fulfilled by the first report that is published after it. */
@Entity('report_request')
@Index('ix_report_request_project_id', ['projectId', 'requestedAt'])
export class ReportRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  /** The session that the report is for; null when it is for none. */
  @Column('uuid', { nullable: true })
  @ForeignKey('ReviewSession')
  @Index('ix_report_request_session_id')
  sessionId!: string | null;

  /** The last day on which the report is in time. */
  @Column('date')
  dueOn!: string;

  @Column('timestamptz')
  requestedAt!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  requestedById!: string | null;

  @Column('text', { default: '' })
  note!: string;
}
