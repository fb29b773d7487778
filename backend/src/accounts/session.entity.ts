import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

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
  @Index('ix_session_person_id')
  personId!: string;

  /** Browser and system in a few words, so that a person tells own sessions apart. */
  @Column('text', { default: '' })
  client!: string;

  /** The identity by which the provider signed the person in; null with a local account. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Identity', { onDelete: 'CASCADE' })
  @Index('ix_session_identity_id')
  identityId!: string | null;

  /** The provider's ID token, handed back to it as a hint at sign-out. */
  @Column('text', { nullable: true })
  idToken!: string | null;

  /** The provider's own name of the session (`sid`), by which it ends it from behind. */
  @Column('text', { nullable: true })
  providerSession!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: string;
}
