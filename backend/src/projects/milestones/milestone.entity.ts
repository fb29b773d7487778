import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A milestone of a project with the dates that were promised, approved, are expected, and came true. */
@Entity('milestone')
export class Milestone {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_milestone_project_id')
  projectId!: string;

  @Column('text')
  title!: string;

  @Column('date')
  baselineOn!: string;

  @Column('date', { nullable: true })
  approvedOn!: string | null;

  @Column('date')
  expectedOn!: string;

  @Column('date', { nullable: true })
  actualOn!: string | null;

  /** How often the expected date was moved. */
  @Column('integer', { default: 0 })
  moves!: number;

  /** Why the expected date was moved last. */
  @Column('text', { nullable: true })
  moveReason!: string | null;

  @Column('boolean', { default: false })
  isPublic!: boolean;
}
