import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What one person has typed for the next report of a project; keeps no history. */
@Entity('status_draft')
export class StatusDraft {
  @PrimaryColumn('uuid')
  @ForeignKey('Project', { onDelete: 'CASCADE' })
  projectId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('jsonb')
  content!: object;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt!: string;
}
