import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people were told by mail, and how they want to be told. No history: it is about people, not the portfolio. */
export class Notices1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice; drop table notice_preference');
  }
}

const TABLES = `
  create table notice_preference (
    person_id uuid not null,
    mode text not null default 'single',
    language text not null default 'de',
    constraint pk_notice_preference primary key (person_id),
    constraint fk_notice_preference_person_id foreign key (person_id) references person (id),
    constraint ck_notice_preference_mode check (mode in ('single', 'weekly', 'duties')),
    constraint ck_notice_preference_language check (language in ('de', 'en'))
  );

  create table notice (
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    -- The project, decision, condition or person that it is about.
    subject_id uuid not null,
    -- What makes it another one about the same: mostly the day that it is due on.
    due_key text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    constraint pk_notice primary key (id),
    constraint fk_notice_person_id foreign key (person_id) references person (id),
    constraint uq_notice_person_id_kind_subject_id_due_key unique (person_id, kind, subject_id, due_key)
  );
  create index ix_notice_created_at on notice (created_at);
`;
