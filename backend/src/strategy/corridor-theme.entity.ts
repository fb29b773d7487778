import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A cross-cutting theme of the city; a project that serves one is IQ-relevant. */
@Entity('corridor_theme')
@Unique('uq_corridor_theme_key', ['key'])
export class CorridorTheme {
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
