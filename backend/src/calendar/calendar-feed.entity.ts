import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarKind } from './calendar.enums.js';

/** A calendar that a person subscribed to. Its address is shown once; here is the SHA-256 of the secret in it. */
@Entity('calendar_feed')
@Unique('uq_calendar_feed_token_hash', ['tokenHash'])
@Check('ck_calendar_feed_kind', `kind in ('personal', 'portfolio')`)
export class CalendarFeed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  @Index('ix_calendar_feed_person_id')
  personId!: string;

  @Column('text')
  kind!: CalendarKind;

  /** Only projects of this action field; null for all. */
  @Column('uuid', { nullable: true })
  @ForeignKey('ActionField')
  actionFieldId!: string | null;

  /** Only projects of this office and the units below it; null for all. */
  @Column('uuid', { nullable: true })
  @ForeignKey('OrgUnit')
  officeId!: string | null;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: string | null;
}
