import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One edition of a digital strategy; editions share the key and name the one they continue. */
@Entity('strategy')
@Unique('uq_strategy_key_edition', ['key', 'edition'])
export class Strategy {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  edition!: number;

  @Column({ type: 'text' })
  titleDe!: string;

  @Column({ type: 'text', nullable: true })
  titleEn!: string | null;

  /** Name of the city, as people say it: 'Stadt Karlsruhe'. */
  @Column({ type: 'text', nullable: true })
  city!: string | null;

  @Column({ type: 'date', nullable: true })
  adoptedOn!: string | null;

  /** Number of the council paper, such as '2021/1528'. */
  @Column({ type: 'text', nullable: true })
  paperReference!: string | null;

  /** Key of a unit of the administration, or its name where the file has no units. */
  @Column({ type: 'text', nullable: true })
  responsibleDirectorate!: string | null;

  /** Key of a unit of the administration, or its name where the file has no units. */
  @Column({ type: 'text', nullable: true })
  responsibleOffice!: string | null;

  /** Where the content was taken from. */
  @Column({ type: 'text', nullable: true })
  source!: string | null;

  /** The edition that this one continues. */
  @ForeignKey('Strategy', { name: 'fk_strategy_previous_id' })
  @Column({ type: 'uuid', nullable: true })
  previousId!: string | null;
}
