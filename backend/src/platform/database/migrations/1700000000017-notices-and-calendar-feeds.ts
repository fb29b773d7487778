import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people were told by mail, how they want to be told, and the calendars that they subscribed to. No history: it is
 * about people, not about the portfolio.
 */
export class NoticesAndCalendarFeeds1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice; drop table notice_preference; drop table calendar_feed');
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

  create table calendar_feed (
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    action_field_id uuid,
    office_id uuid,
    -- SHA-256 of the secret in its address.
    token_hash bytea not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint pk_calendar_feed primary key (id),
    constraint fk_calendar_feed_person_id foreign key (person_id) references person (id),
    constraint fk_calendar_feed_action_field_id foreign key (action_field_id) references action_field (id),
    constraint fk_calendar_feed_office_id foreign key (office_id) references org_unit (id),
    constraint uq_calendar_feed_token_hash unique (token_hash),
    constraint ck_calendar_feed_kind check (kind in ('personal', 'portfolio'))
  );
  create index ix_calendar_feed_person_id on calendar_feed (person_id);
`;
