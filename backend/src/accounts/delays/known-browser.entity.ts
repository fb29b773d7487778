import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A browser in which an account has signed in before. The cookie's token is kept as its SHA-256 only. */
@Entity('known_browser')
export class KnownBrowser {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  @Index('ix_known_browser_account_id')
  accountId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: string;
}
