import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A corridor theme that a project serves. */
@Entity('project_corridor_theme')
@Unique('uq_project_corridor_theme_project_id_corridor_theme_id', ['projectId', 'corridorThemeId'])
export class ProjectCorridorTheme {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('CorridorTheme')
  corridorThemeId!: string;

  /** One theme of a project at most is emphasised. */
  @Column('boolean', { default: false })
  emphasised!: boolean;
}
