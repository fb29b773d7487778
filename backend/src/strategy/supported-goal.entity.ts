import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A superior goal that projects support. */
@Entity('supported_goal')
@Unique('uq_supported_goal_key', ['key'])
export class SupportedGoal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  titleDe!: string;

  @Column({ type: 'text', nullable: true })
  titleEn!: string | null;

  /** First day of its validity; null when it was always valid. */
  @Column({ type: 'date', nullable: true })
  validFrom!: string | null;

  /** Last day of its validity; null while it is valid. */
  @Column({ type: 'date', nullable: true })
  validTo!: string | null;
}
