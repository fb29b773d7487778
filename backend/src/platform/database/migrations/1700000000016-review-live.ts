import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which item a running session has before it. */
export class ReviewLive1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_live (
        session_id uuid not null,
        item_id uuid not null,
        moved_at timestamptz not null,
        constraint pk_review_live primary key (session_id),
        constraint fk_review_live_session_id foreign key (session_id) references review_session (id),
        constraint fk_review_live_item_id foreign key (item_id) references review_item (id) on delete cascade
      );
      create index ix_review_live_item_id on review_live (item_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review_live');
  }
}
