import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One row of the check grid of a strategy edition. */
@Entity('design_principle')
@Unique('uq_design_principle_strategy_id_key', ['strategyId', 'key'])
@Check('ck_design_principle_weight', 'weight between 1 and 100')
export class DesignPrinciple {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Strategy', { name: 'fk_design_principle_strategy_id' })
  @Column({ type: 'uuid' })
  strategyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  titleDe!: string;

  @Column({ type: 'text', nullable: true })
  titleEn!: string | null;

  @Column({ type: 'text', nullable: true })
  questionDe!: string | null;

  @Column({ type: 'text', nullable: true })
  questionEn!: string | null;

  /** What the scores 0 to 4 mean here, in this order. */
  @Column({ type: 'jsonb', nullable: true })
  levels!: { de: string; en: string | null }[] | null;

  @Column({ type: 'integer', default: 1 })
  weight!: number;
}
