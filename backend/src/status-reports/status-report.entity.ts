import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Light } from './status-report.enums.js';

/** What the project lead says at a date; never changed once published (the table refuses it). */
@Entity('status_report')
@Index('ix_status_report_project_id', ['projectId', 'publishedAt'])
@Check(
  'ck_status_report_lights',
  `array[light_overall, light_schedule, light_cost, light_scope, light_resources] <@ array['green', 'amber', 'red']`,
)
@Check('ck_status_report_progress_percent', 'progress_percent between 0 and 100')
export class StatusReport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  /** The date that the report speaks of. */
  @Column('date')
  reportedOn!: string;

  @Column('timestamptz')
  publishedAt!: string;

  @Column('text')
  lightOverall!: Light;

  @Column('text')
  lightSchedule!: Light;

  @Column('text')
  lightCost!: Light;

  @Column('text')
  lightScope!: Light;

  @Column('text')
  lightResources!: Light;

  /** Why the overall light is not the worst of the four. */
  @Column('text', { nullable: true })
  overallReason!: string | null;

  @Column('integer')
  progressPercent!: number;

  /** The project's expected end as the report knows it. */
  @Column('date', { nullable: true })
  expectedEnd!: string | null;

  @Column('text', { default: '' })
  done!: string;

  @Column('text', { default: '' })
  next!: string;

  @Column('text', { default: '' })
  blockers!: string;

  @Column('text', { nullable: true })
  helpWanted!: string | null;

  /** Why a light got worse. */
  @Column('text', { nullable: true })
  worseReason!: string | null;

  /** How a light that got worse becomes better. */
  @Column('text', { nullable: true })
  wayBack!: string | null;

  /** Repeats the report before. */
  @Column('boolean', { default: false })
  unchanged!: boolean;

  /** The report that this one corrects. */
  @Column('uuid', { nullable: true })
  @ForeignKey('StatusReport')
  correctsId!: string | null;
}
