import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRACKED = [
  'review_session',
  'review_participant',
  'review_item',
  'review_decision',
  'review_condition',
  'review_addendum',
];

/** The sessions of the IT commission: who takes part, what is on the agenda, what is decided and asked for. */
export class ReviewSessions1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TRACKED) await runner.query('select history.track($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TRACKED].reverse()) {
      await runner.query(`drop table history.${table} cascade; drop table public.${table} cascade;`);
    }
  }
}

const TABLES = `
  create table review_session (
    id uuid not null,
    version integer not null default 1,
    number integer not null,
    title text not null default '',
    starts_at timestamptz not null,
    place text not null default '',
    state text not null default 'planned',
    -- What was true when the session began, and when it was closed: revisions.
    opened_rev bigint,
    opened_at timestamptz,
    closed_rev bigint,
    closed_at timestamptz,
    constraint pk_review_session primary key (id),
    constraint uq_review_session_number unique (number),
    constraint ck_review_session_state check (state in ('planned', 'running', 'closed'))
  );

  create table review_participant (
    id uuid not null,
    session_id uuid not null,
    person_id uuid,
    role text not null,
    -- Whom somebody speaks for who has no account: a group of the council, the staff council.
    label text not null default '',
    attendance text not null default 'invited',
    constraint pk_review_participant primary key (id),
    constraint fk_review_participant_session_id foreign key (session_id) references review_session (id),
    constraint fk_review_participant_person_id foreign key (person_id) references person (id),
    constraint ck_review_participant_role check (role in ('chair', 'secretary', 'member', 'finance', 'portfolio-office', 'guest')),
    constraint ck_review_participant_attendance check (attendance in ('invited', 'present', 'excused'))
  );
  create index ix_review_participant_session_id on review_participant (session_id);

  create table review_item (
    id uuid not null,
    version integer not null default 1,
    session_id uuid not null,
    position integer not null,
    project_id uuid,
    title text not null default '',
    state text not null default 'taken',
    origin text not null,
    -- Why it was proposed, as it was then: a list of {code, params}.
    reasons jsonb not null default '[]',
    note text not null default '',
    constraint pk_review_item primary key (id),
    constraint fk_review_item_session_id foreign key (session_id) references review_session (id),
    constraint fk_review_item_project_id foreign key (project_id) references project (id),
    constraint uq_review_item_project unique (session_id, project_id),
    constraint ck_review_item_state check (state in ('taken', 'dropped')),
    constraint ck_review_item_origin check (origin in ('proposed', 'added'))
  );
  create index ix_review_item_project_id on review_item (project_id);

  create table review_decision (
    id uuid not null,
    session_id uuid not null,
    item_id uuid not null,
    project_id uuid,
    outcome text not null,
    text text not null default '',
    come_back_on date,
    decided_at timestamptz not null,
    decided_by_id uuid,
    constraint pk_review_decision primary key (id),
    constraint fk_review_decision_session_id foreign key (session_id) references review_session (id),
    constraint fk_review_decision_item_id foreign key (item_id) references review_item (id),
    constraint fk_review_decision_project_id foreign key (project_id) references project (id),
    constraint fk_review_decision_decided_by_id foreign key (decided_by_id) references person (id),
    constraint uq_review_decision_item_id unique (item_id),
    constraint ck_review_decision_outcome check (outcome in ('noted', 'approved', 'approved-with-conditions', 'come-back', 'stopped'))
  );
  create index ix_review_decision_session_id on review_decision (session_id);
  create index ix_review_decision_project_id on review_decision (project_id);

  create table review_condition (
    id uuid not null,
    version integer not null default 1,
    project_id uuid not null,
    session_id uuid not null,
    decision_id uuid not null,
    text text not null,
    due_on date not null,
    owner_role text not null,
    state text not null default 'open',
    -- What shows that it is met, by whom it is met, and what the secretary answered.
    evidence text,
    evidence_url text,
    reported_at timestamptz,
    reported_by_id uuid,
    answer text,
    answered_at timestamptz,
    answered_by_id uuid,
    met_on date,
    constraint pk_review_condition primary key (id),
    constraint fk_review_condition_project_id foreign key (project_id) references project (id),
    constraint fk_review_condition_session_id foreign key (session_id) references review_session (id),
    constraint fk_review_condition_decision_id foreign key (decision_id) references review_decision (id),
    constraint fk_review_condition_reported_by_id foreign key (reported_by_id) references person (id),
    constraint fk_review_condition_answered_by_id foreign key (answered_by_id) references person (id),
    constraint ck_review_condition_state check (state in ('open', 'reported', 'returned', 'met')),
    constraint ck_review_condition_owner_role check (owner_role in ('project-lead', 'office-coordinator', 'finance', 'portfolio-office', 'commission'))
  );
  create index ix_review_condition_project_id on review_condition (project_id);
  create index ix_review_condition_decision_id on review_condition (decision_id);
  create index ix_review_condition_session_id on review_condition (session_id);

  create table review_addendum (
    id uuid not null,
    session_id uuid not null,
    item_id uuid,
    text text not null,
    added_at timestamptz not null,
    added_by_id uuid,
    constraint pk_review_addendum primary key (id),
    constraint fk_review_addendum_session_id foreign key (session_id) references review_session (id),
    constraint fk_review_addendum_item_id foreign key (item_id) references review_item (id),
    constraint fk_review_addendum_added_by_id foreign key (added_by_id) references person (id)
  );
  create index ix_review_addendum_session_id on review_addendum (session_id);
`;
