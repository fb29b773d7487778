import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A signed-in browser. The cookie's token is kept as its SHA-256 only. */
@Entity('session')
@Unique('uq_session_token_hash', ['tokenHash'])
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: string;
}
