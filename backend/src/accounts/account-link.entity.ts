import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A link by which a person sets a password, once and for a while: an invitation or a reset. */
@Entity('account_link')
@Unique('uq_account_link_token_hash', ['tokenHash'])
@Check('ck_account_link_purpose', `purpose in ('invitation', 'reset')`)
export class AccountLink {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  @Index('ix_account_link_account_id')
  accountId!: string;

  @Column('text')
  purpose!: 'invitation' | 'reset';

  /** SHA-256 of the link's secret; null until it is made, which is when the mail is sent. */
  @Column('bytea', { nullable: true })
  tokenHash!: Buffer | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;

  @Column('timestamptz')
  expiresAt!: string;

  @Column('timestamptz', { nullable: true })
  usedAt!: string | null;
}
