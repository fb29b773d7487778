import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A word by which people find a project. */
@Entity('project_tag')
@Unique('uq_project_tag_project_id_tag', ['projectId', 'tag'])
export class ProjectTag {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('text')
  tag!: string;
}
