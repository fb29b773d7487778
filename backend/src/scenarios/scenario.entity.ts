import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Phase } from '../projects/index.js';
import type { ScenarioResult } from './scenario-result.js';
import type { Ceiling, Choice, Group } from './terms.rules.js';

/** An attempt at a budget: ceilings, obligations and weights, and what came out when it was computed last. */
@Entity('scenario')
@Check(
  'ck_scenario_weights',
  'score_weight between 0 and 10 and benefit_weight between 0 and 10 and score_weight + benefit_weight > 0',
)
@Check('ck_scenario_assumed_score', 'assumed_score between 0 and 100')
export class Scenario {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  note!: string;

  @Column('uuid')
  @ForeignKey('Budget')
  @Index('ix_scenario_budget_id')
  budgetId!: string;

  /** The person who made it; people keep no history, so this is an id alone. */
  @Column('uuid')
  ownerId!: string;

  /** Raised by every change of what is computed from. */
  @Column('integer', { default: 1 })
  termsVersion!: number;

  @Column('jsonb', { default: [] })
  ceilings!: Ceiling[];

  @Column('text', { array: true })
  phases!: Phase[];

  @Column('integer')
  scoreWeight!: number;

  @Column('integer')
  benefitWeight!: number;

  @Column('integer')
  assumedScore!: number;

  @Column('boolean')
  excludesConflicts!: boolean;

  @Column('jsonb', { default: [] })
  choices!: Choice[];

  @Column('jsonb', { default: [] })
  groups!: Group[];

  /** What was computed last, with the figures it was computed from; null before. */
  @Column('jsonb', { nullable: true })
  result!: ScenarioResult | null;
}
