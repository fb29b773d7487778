import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A project that passed from one lead to the next. */
@Entity('handover')
export class Handover {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_handover_project_id')
  projectId!: string;

  /** Who led it until then; null when nobody did. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  fromPersonId!: string | null;

  @Column('uuid')
  @ForeignKey('Person')
  @Index('ix_handover_to_person_id')
  toPersonId!: string;

  @Column('timestamptz')
  handedAt!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  handedById!: string | null;

  @Column('text', { default: '' })
  note!: string;
}
