import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  Co2Effect,
  Co2Magnitude,
  DeclaredBudgetState,
  Origin,
  Phase,
  Visibility,
} from './project.enums.js';

/** One digital project. Its version counts every change to it and to its parts. */
@Entity('project')
@Unique('uq_project_number', ['number'])
@Check(
  'ck_project_phase',
  `phase in ('idea', 'proposal', 'approved', 'in-progress', 'rollout', 'completed', 'paused', 'cancelled')`,
)
@Check('ck_project_paused_from', `(phase = 'paused') = (paused_from is not null)`)
@Check('ck_project_co2_effect', `co2_effect in ('none', 'positive', 'negative', 'undirected')`)
@Check('ck_project_co2_magnitude', `co2_magnitude in ('minor', 'considerable')`)
@Check('ck_project_declared_budget_state', `declared_budget_state in ('full', 'partial', 'none')`)
@Check('ck_project_visibility', `visibility in ('internal', 'public')`)
@Check('ck_project_origin', `origin in ('entered', 'sample', 'import')`)
@Index('ix_project_search', { synchronize: false })
@Index('ix_project_folded', { synchronize: false })
export class Project {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  /** DA-<year>-<running number>. */
  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  summary!: string;

  @Column('text', { default: '' })
  goal!: string;

  @Column('text', { default: '' })
  expectedEffect!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrgUnit')
  @Index('ix_project_office_id')
  officeId!: string | null;

  @Column('uuid')
  @ForeignKey('ActionField')
  primaryActionFieldId!: string;

  @Column('text', { default: 'idea' })
  phase!: Phase;

  @Column('date')
  phaseSince!: string;

  @Column('text', { nullable: true })
  phaseReason!: string | null;

  /** The phase to which a paused project returns. */
  @Column('text', { nullable: true })
  pausedFrom!: Phase | null;

  /** The board that released an approved project. */
  @Column('uuid', { nullable: true })
  @ForeignKey('CouncilBody')
  releasedById!: string | null;

  @Column('date', { nullable: true })
  baselineStart!: string | null;

  @Column('date', { nullable: true })
  approvedStart!: string | null;

  @Column('date', { nullable: true })
  expectedStart!: string | null;

  @Column('date', { nullable: true })
  baselineEnd!: string | null;

  @Column('date', { nullable: true })
  approvedEnd!: string | null;

  @Column('date', { nullable: true })
  expectedEnd!: string | null;

  /** How often the expected end was moved after it was first named. */
  @Column('integer', { default: 0 })
  endMoves!: number;

  /** Null while nobody has stated it. */
  @Column('text', { nullable: true })
  co2Effect!: Co2Effect | null;

  @Column('text', { nullable: true })
  co2Magnitude!: Co2Magnitude | null;

  @Column('text', { nullable: true })
  co2Reason!: string | null;

  @Column('text', { nullable: true })
  co2Optimisation!: string | null;

  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  co2KgPerYear!: number | null;

  @Column('text', { nullable: true })
  co2Method!: string | null;

  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  energyKwhPerYear!: number | null;

  @Column('text', { nullable: true })
  energyMethod!: string | null;

  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  waterM3PerYear!: number | null;

  @Column('text', { nullable: true })
  waterMethod!: string | null;

  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  paperSheetsPerYear!: number | null;

  @Column('text', { nullable: true })
  paperMethod!: string | null;

  @Column('boolean', { nullable: true })
  iqRelevant!: boolean | null;

  @Column('text', { nullable: true })
  iqNote!: string | null;

  @Column('boolean', { nullable: true })
  financialEffects!: boolean | null;

  @Column('text', { nullable: true })
  declaredBudgetState!: DeclaredBudgetState | null;

  @Column('text', { default: 'internal' })
  visibility!: Visibility;

  @Column('text', { default: 'entered' })
  origin!: Origin;

  /**
   * Number, title, summary and goal as German lexemes. The expression stands in the migration alone: TypeORM would keep
   * a second copy in a table of its own and compare the two.
   */
  @Column({
    type: 'tsvector',
    nullable: true,
    select: false,
    insert: false,
    update: false,
    generatedType: 'STORED',
    asExpression: '',
  })
  search?: unknown;
}
