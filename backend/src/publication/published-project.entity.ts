import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Co2Effect, Co2Magnitude, DeclaredBudgetState, Phase } from '../projects/index.js';
import type { Light } from '../status-reports/index.js';

/** A milestone that its project shows to the public. */
export interface PublishedMilestone {
  title: string;
  expectedOn: string;
  actualOn: string | null;
}

/** All that the public sees of a project, copied when it is published. Nothing else may ever stand here. */
@Entity('published_project')
@Unique('uq_published_project_number', ['number'])
@Index('ix_published_project_search', { synchronize: false })
export class PublishedProject {
  /** The project's id. */
  @PrimaryColumn('uuid')
  @ForeignKey('Project')
  id!: string;

  @Column('text')
  number!: string;

  @Column({ type: 'text', collation: 'de-x-icu' })
  title!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  phase!: Phase;

  @Column('uuid')
  @ForeignKey('ActionField')
  actionFieldId!: string;

  /** To filter by; the office's name is copied, since units are not public. */
  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Column('text', { nullable: true })
  officeShortName!: string | null;

  @Column('text', { nullable: true })
  officeName!: string | null;

  @Column('text', { nullable: true })
  light!: Light | null;

  /** Day on which the light was last reported; its age counts from there. */
  @Column('date', { nullable: true })
  lightOn!: string | null;

  /** Self-assessment, 0 to 100. */
  @Column('numeric', { precision: 4, scale: 1, nullable: true })
  principleScore!: number | null;

  @Column('integer')
  settled!: number;

  @Column('integer')
  principleCount!: number;

  @Column('integer')
  conflicts!: number;

  @Column('text', { nullable: true })
  co2Effect!: Co2Effect | null;

  @Column('text', { nullable: true })
  co2Magnitude!: Co2Magnitude | null;

  @Column('text', { nullable: true })
  declaredBudgetState!: DeclaredBudgetState | null;

  @Column('jsonb')
  milestones!: PublishedMilestone[];

  /** Since when it has been public without a break. */
  @Column('timestamptz')
  publishedAt!: string;

  /** When something in here changed last. */
  @Column('timestamptz')
  refreshedAt!: string;

  /** Made of public fields alone. The expression stands in the migration, as for the project. */
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
