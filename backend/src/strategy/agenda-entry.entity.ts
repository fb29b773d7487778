import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A project in an agenda: whether as a lead project, and why. Written by the commands of projects. */
@Entity('agenda_entry')
@Unique('uq_agenda_entry_agenda_id_project_id', ['agendaId', 'projectId'])
@Index('ix_agenda_entry_project_id', ['projectId'])
export class AgendaEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('DigitalAgenda', { name: 'fk_agenda_entry_agenda_id' })
  @Column({ type: 'uuid' })
  agendaId!: string;

  @ForeignKey('Project', { name: 'fk_agenda_entry_project_id' })
  @Column({ type: 'uuid' })
  projectId!: string;

  /** Place in the agenda as it was adopted; null for what was added later. */
  @Column({ type: 'integer', nullable: true })
  position!: number | null;

  @Column({ type: 'boolean', default: false })
  leadProject!: boolean;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
