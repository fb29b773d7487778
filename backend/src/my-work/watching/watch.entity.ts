import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A project that somebody wants to hear of; keeps no history. */
@Entity('watch')
export class Watch {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Project', { onDelete: 'CASCADE' })
  @Index('ix_watch_project_id')
  projectId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  since!: string;
}
