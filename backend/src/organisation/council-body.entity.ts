import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A body that deliberates or decides: city council, committee, commission, board. */
@Entity('council_body')
@Unique('uq_council_body_key', ['key'])
export class CouncilBody {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  shortName!: string;

  @Column({ type: 'text' })
  titleDe!: string;

  @Column({ type: 'text', nullable: true })
  titleEn!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** First day on which the body exists; null when it always did. */
  @Column({ type: 'date', nullable: true })
  validFrom!: string | null;

  /** Last day on which the body exists; null while it does. */
  @Column({ type: 'date', nullable: true })
  validTo!: string | null;
}
