import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  Co2Effect,
  Co2Magnitude,
  DeclaredBudgetState,
  DerivedBudgetState,
  Origin,
  Phase,
  Visibility,
} from '../../projects/index.js';
import type { Light } from '../../status-reports/index.js';
import type { OverviewRow } from './overview-row.js';

// Made by hand in the migration, since TypeORM knows neither directions nor `nulls last`; here so that it keeps them.
const KEPT = { synchronize: false } as const;

/** The read model of lists and figures: one row per project, kept by the commands in their own transactions. */
@Entity('project_overview')
@Index('ix_project_overview_number', KEPT)
@Index('ix_project_overview_title', KEPT)
@Index('ix_project_overview_phase', KEPT)
@Index('ix_project_overview_light', KEPT)
@Index('ix_project_overview_reported_on', KEPT)
@Index('ix_project_overview_reported_on_desc', KEPT)
@Index('ix_project_overview_self_score', KEPT)
@Index('ix_project_overview_self_score_desc', KEPT)
@Index('ix_project_overview_expected_end', KEPT)
@Index('ix_project_overview_expected_end_desc', KEPT)
@Index('ix_project_overview_office_id', ['officeId'])
@Index('ix_project_overview_person_ids', KEPT)
@Index('ix_project_overview_tags', KEPT)
export class ProjectOverview implements OverviewRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column({ type: 'text', collation: 'de-x-icu' })
  title!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  phase!: Phase;

  @Column('smallint')
  phaseRank!: number;

  @Column('date')
  phaseSince!: string;

  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Column('uuid')
  primaryActionFieldId!: string;

  @Column('uuid', { array: true })
  actionFieldIds!: string[];

  @Column('uuid', { array: true })
  agendaIds!: string[];

  @Column('boolean')
  leadProject!: boolean;

  @Column('text', { array: true })
  tags!: string[];

  @Column('uuid', { array: true })
  personIds!: string[];

  @Column('text', { nullable: true })
  co2Effect!: Co2Effect | null;

  @Column('text', { nullable: true })
  co2Magnitude!: Co2Magnitude | null;

  @Column('boolean', { nullable: true })
  iqRelevant!: boolean | null;

  @Column('text', { nullable: true })
  declaredBudgetState!: DeclaredBudgetState | null;

  @Column('text')
  derivedBudgetState!: DerivedBudgetState;

  @Column('text')
  visibility!: Visibility;

  @Column('text')
  origin!: Origin;

  @Column('text', { nullable: true })
  light!: Light | null;

  @Column('smallint')
  lightRank!: number;

  @Column('text', { nullable: true })
  lightSchedule!: Light | null;

  @Column('text', { nullable: true })
  lightCost!: Light | null;

  @Column('text', { nullable: true })
  lightScope!: Light | null;

  @Column('text', { nullable: true })
  lightResources!: Light | null;

  @Column('text', { array: true })
  lightHistory!: Light[];

  @Column('date', { array: true, default: '{}' })
  lightHistoryOn!: string[];

  @Column('integer', { nullable: true })
  progressPercent!: number | null;

  @Column('boolean')
  helpWanted!: boolean;

  @Column('date', { nullable: true })
  reportedOn!: string | null;

  @Column('integer')
  reportCount!: number;

  @Column('date', { nullable: true })
  rhythmSince!: string;

  @Column('numeric', { precision: 4, scale: 1, nullable: true })
  selfScore!: number | null;

  @Column('integer')
  selfSettled!: number;

  @Column('integer')
  selfScored!: number;

  @Column('integer')
  selfConflicts!: number;

  @Column('numeric', { precision: 4, scale: 1, nullable: true })
  reviewScore!: number | null;

  @Column('integer')
  reviewSettled!: number;

  @Column('integer')
  reviewConflicts!: number;

  @Column('integer')
  principleCount!: number;

  @Column('integer')
  voiceDifferences!: number;

  @Column('date', { nullable: true })
  baselineEnd!: string | null;

  @Column('date', { nullable: true })
  approvedEnd!: string | null;

  @Column('date', { nullable: true })
  expectedEnd!: string | null;

  @Column('integer')
  endMoves!: number;

  @Column('integer', { nullable: true })
  slipDays!: number | null;

  @Column('date', { nullable: true })
  nextMilestoneOn!: string | null;

  @Column('integer')
  openRisks!: number;

  @Column('integer')
  highRisks!: number;

  @Column('bigint')
  needOperatingCents!: number;

  @Column('bigint')
  needCapitalCents!: number;

  @Column('bigint')
  securedOperatingCents!: number;

  @Column('bigint')
  securedCapitalCents!: number;

  @Column('bigint')
  gapOperatingCents!: number;

  @Column('bigint')
  gapCapitalCents!: number;

  @Column('bigint')
  actualOperatingCents!: number;

  @Column('bigint')
  actualCapitalCents!: number;

  @Column('bigint')
  forecastOperatingCents!: number;

  @Column('bigint')
  forecastCapitalCents!: number;

  @Column('text', { array: true })
  findings!: string[];
}
