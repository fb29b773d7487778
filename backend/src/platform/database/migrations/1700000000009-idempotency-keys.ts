import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a command that was sent with an Idempotency-Key answered, kept for a day. Neither the key nor what was sent is
 * kept in the clear: the one as a hash, the other as a hash that nobody can try words against who lacks the key.
 */
export class IdempotencyKeys1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        person_id uuid not null,
        key_hash bytea not null,
        request_hash bytea not null,
        answer jsonb,
        created_at timestamptz not null default now(),
        constraint pk_idempotency_key primary key (person_id, key_hash),
        constraint fk_idempotency_key_person_id foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_idempotency_key_created_at on idempotency_key (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}
