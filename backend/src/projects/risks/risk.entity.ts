import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RiskResponse, RiskState } from '../project.enums.js';

/** A risk of a project; never public. */
@Entity('risk')
@Check('ck_risk_probability', 'probability between 1 and 5')
@Check('ck_risk_impact', 'impact between 1 and 5')
@Check('ck_risk_state', `state in ('open', 'occurred', 'closed')`)
@Check('ck_risk_response_kind', `response_kind in ('avoid', 'reduce', 'transfer', 'accept')`)
export class Risk {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_risk_project_id')
  projectId!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('integer')
  probability!: number;

  @Column('integer')
  impact!: number;

  @Column('text', { default: '' })
  response!: string;

  /** The role that looks after the risk; never a person's name. */
  @Column('text', { default: '' })
  ownerRole!: string;

  @Column('text', { default: 'open' })
  state!: RiskState;

  /** What is done about it; null while nobody has said. */
  @Column('text', { nullable: true })
  responseKind!: RiskResponse | null;
}
