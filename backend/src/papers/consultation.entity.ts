import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConsultationRole } from './paper.enums.js';

/** A paper before a body; there before its result is. */
@Entity('consultation')
@Check('ck_consultation_role', `role in ('decision', 'preliminary', 'information', 'hearing', 'unknown')`)
export class Consultation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Paper')
  @Index('ix_consultation_paper_id')
  paperId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('CouncilBody')
  bodyId!: string | null;

  /** The body's name as of then: names of bodies drift. */
  @Column('text')
  bodyName!: string;

  /** Null while no meeting is set. */
  @Column('date', { nullable: true })
  heldOn!: string | null;

  /** TOP, e.g. 6 or 10.3. */
  @Column('text', { default: '' })
  agendaItem!: string;

  @Column('boolean')
  isPublic!: boolean;

  @Column('text', { default: 'unknown' })
  role!: ConsultationRole;

  /** As the minutes say it; empty before. */
  @Column('text', { default: '' })
  result!: string;

  /** The consultation that settles the paper. */
  @Column('boolean', { default: false })
  isAuthoritative!: boolean;

  @Column('text', { nullable: true })
  url!: string | null;
}
