import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A superior goal that a project supports: an entry of the catalogue, or a text of its own. */
@Entity('project_supported_goal')
@Check('ck_project_supported_goal_one', '(supported_goal_id is null) <> (free_text is null)')
export class ProjectSupportedGoal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_project_supported_goal_project_id')
  projectId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('SupportedGoal')
  supportedGoalId!: string | null;

  @Column('text', { nullable: true })
  freeText!: string | null;
}
