import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A programme of one or two years derived from a strategy edition. */
@Entity('digital_agenda')
@Unique('uq_digital_agenda_key', ['key'])
@Check('ck_digital_agenda_years', 'year_to between year_from and year_from + 1')
export class DigitalAgenda {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Strategy', { name: 'fk_digital_agenda_strategy_id' })
  @Column({ type: 'uuid' })
  strategyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  yearFrom!: number;

  @Column({ type: 'integer' })
  yearTo!: number;

  @Column({ type: 'text' })
  titleDe!: string;

  @Column({ type: 'text', nullable: true })
  titleEn!: string | null;
}
