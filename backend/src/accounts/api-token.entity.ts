import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A token by which a machine uses the API. Its secret is shown once; here is its SHA-256. */
@Entity('api_token')
@Unique('uq_api_token_token_hash', ['tokenHash'])
export class ApiToken {
  @PrimaryColumn('uuid')
  id!: string;

  /** The machine behind the token: its name, roles and office. */
  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  /** The token's first characters, to recognise it by. */
  @Column('text')
  hint!: string;

  /** What the token may do of what its machine's roles may do. */
  @Column('text', { array: true })
  permissions!: string[];

  @Column('uuid')
  @ForeignKey('Person')
  createdById!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;

  @Column('timestamptz')
  expiresAt!: string;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: string | null;
}
