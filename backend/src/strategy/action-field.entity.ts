import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One field of action of a strategy edition, with where it stands and where it is to go. */
@Entity('action_field')
@Unique('uq_action_field_strategy_id_key', ['strategyId', 'key'])
export class ActionField {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Strategy', { name: 'fk_action_field_strategy_id' })
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
  statusQuoDe!: string | null;

  @Column({ type: 'text', nullable: true })
  statusQuoEn!: string | null;

  @Column({ type: 'text', nullable: true })
  targetPictureDe!: string | null;

  @Column({ type: 'text', nullable: true })
  targetPictureEn!: string | null;
}
