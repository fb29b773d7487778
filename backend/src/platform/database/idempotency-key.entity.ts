import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A command that a person sent with a key, and what it answered. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  /** SHA-256 of the key, and of which transaction of the request it is. */
  @PrimaryColumn('bytea')
  keyHash!: Buffer;

  /** HMAC of method, address and body under the key itself, which is not kept. */
  @Column('bytea')
  requestHash!: Buffer;

  /** Value and moment of the transaction; null until its end. */
  @Column('jsonb', { nullable: true })
  answer!: { value: unknown; moment: string } | null;

  @Column('timestamptz', { default: () => 'now()' })
  @Index('ix_idempotency_key_created_at')
  createdAt!: string;
}
