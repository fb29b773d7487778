import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PersonFunction } from '../project.enums.js';

/** A person who leads a project or stands in for its lead. */
@Entity('project_person')
@Unique('uq_project_person_project_id_person_id', ['projectId', 'personId'])
@Check('ck_project_person_function', `function in ('lead', 'deputy')`)
export class ProjectPerson {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  @Index('ix_project_person_person_id')
  personId!: string;

  @Column('text')
  function!: PersonFunction;
}
