import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LinkKind } from '../project.enums.js';

/** A project depends on another one, or is a part of it. */
@Entity('project_link')
@Unique('uq_project_link_project_id_other_project_id_kind', ['projectId', 'otherProjectId', 'kind'])
@Check('ck_project_link_kind', `kind in ('depends-on', 'part-of')`)
@Check('ck_project_link_other', 'project_id <> other_project_id')
export class ProjectLink {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_project_link_other_project_id')
  otherProjectId!: string;

  @Column('text')
  kind!: LinkKind;
}
