import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A further action field of a project, beside its primary one. */
@Entity('project_action_field')
@Unique('uq_project_action_field_project_id_action_field_id', ['projectId', 'actionFieldId'])
export class ProjectActionField {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('ActionField')
  actionFieldId!: string;
}
