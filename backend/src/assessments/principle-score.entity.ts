import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Voice } from './assessment.enums.js';

/** What one voice says of one principle for one project. No row: not yet assessed. */
@Entity('principle_score')
@Unique('uq_principle_score_project_id_principle_id_voice', ['projectId', 'principleId', 'voice'])
@Check('ck_principle_score_voice', `voice in ('self', 'review')`)
@Check('ck_principle_score_score', 'score between 0 and 4')
@Check('ck_principle_score_settled', '(score is null) = not_applicable')
export class PrincipleScore {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  projectId!: string;

  /** The principle belongs to one strategy edition, and so does the score. */
  @Column('uuid')
  @ForeignKey('DesignPrinciple')
  principleId!: string;

  @Column('text')
  voice!: Voice;

  /** 0 to 4; null when not applicable. */
  @Column('integer', { nullable: true })
  score!: number | null;

  @Column('boolean', { default: false })
  notApplicable!: boolean;

  @Column('text')
  reason!: string;

  @Column('text', { nullable: true })
  evidenceUrl!: string | null;

  @Column('date')
  givenOn!: string;
}
