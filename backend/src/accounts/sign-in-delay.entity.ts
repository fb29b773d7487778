import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often signing in has failed of late, by account or by address, and until when it has to wait. Never a permanent lock. */
@Entity('sign_in_delay')
export class SignInDelay {
  /** SHA-256 of `account:<login>` or `address:<address>`: neither stands here. */
  @PrimaryColumn('bytea')
  key!: Buffer;

  @Column('int')
  failures!: number;

  @Column('timestamptz')
  failedAt!: string;

  @Column('timestamptz')
  blockedUntil!: string;
}
