import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Within how many days a project in a phase reports. A phase without a row has no rhythm. */
@Entity('report_rhythm')
@Unique('uq_report_rhythm_phase', ['phase'])
@Check('ck_report_rhythm_days', 'days between 1 and 366')
export class ReportRhythm {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  phase!: string;

  @Column('integer')
  days!: number;
}
