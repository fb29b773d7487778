import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and sessions (no history: names live here alone), organisation, strategy editions with their catalogues. */
export class PeopleStrategyOrganisation1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORGANISATION);
    await runner.query(PEOPLE);
    await runner.query(STRATEGY);
    for (const table of TRACKED) await runner.query('select history.track($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TRACKED].reverse()) {
      await runner.query(`drop table history.${table} cascade; drop table public.${table} cascade;`);
    }
    await runner.query('drop table session; drop table account; drop table person;');
  }
}

const TRACKED = [
  'org_unit',
  'council_body',
  'strategy',
  'design_principle',
  'action_field',
  'corridor_theme',
  'supported_goal',
  'digital_agenda',
  'budget',
  'report_rhythm',
];

const ORGANISATION = `
  create table org_unit (
    id uuid not null,
    key text not null,
    kind text not null,
    short_name text not null,
    name text not null,
    parent_id uuid,
    valid_from date,
    valid_to date,
    constraint pk_org_unit primary key (id),
    constraint uq_org_unit_key unique (key),
    constraint fk_org_unit_parent_id foreign key (parent_id) references org_unit (id),
    constraint ck_org_unit_kind check (kind in ('directorate', 'office', 'municipal-company'))
  );
  create table council_body (
    id uuid not null,
    key text not null,
    kind text not null,
    short_name text not null,
    title_de text not null,
    title_en text,
    note text,
    valid_from date,
    valid_to date,
    constraint pk_council_body primary key (id),
    constraint uq_council_body_key unique (key)
  );
`;

const PEOPLE = `
  create table person (
    id uuid not null,
    display_name text not null,
    mail text,
    office_id uuid,
    roles text[] not null default '{}',
    is_secretary boolean not null default false,
    is_sample boolean not null default false,
    constraint pk_person primary key (id),
    constraint fk_person_office_id foreign key (office_id) references org_unit (id),
    constraint ck_person_roles check (roles <@ array['employee', 'project-lead', 'office-coordinator', 'commission',
      'finance', 'portfolio-office', 'admin'])
  );
  create table account (
    id uuid not null,
    person_id uuid not null,
    login text not null,
    password_hash text,
    constraint pk_account primary key (id),
    constraint uq_account_login unique (login),
    constraint fk_account_person_id foreign key (person_id) references person (id) on delete cascade
  );
  create table session (
    id uuid not null,
    token_hash bytea not null,
    person_id uuid not null,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    constraint pk_session primary key (id),
    constraint uq_session_token_hash unique (token_hash),
    constraint fk_session_person_id foreign key (person_id) references person (id) on delete cascade
  );
`;

const STRATEGY = `
  create table strategy (
    id uuid not null,
    key text not null,
    edition integer not null,
    title_de text not null,
    title_en text,
    city text,
    adopted_on date,
    paper_reference text,
    responsible_directorate text,
    responsible_office text,
    source text,
    previous_id uuid,
    constraint pk_strategy primary key (id),
    constraint uq_strategy_key_edition unique (key, edition),
    constraint fk_strategy_previous_id foreign key (previous_id) references strategy (id)
  );
  create table design_principle (
    id uuid not null,
    strategy_id uuid not null,
    key text not null,
    position integer not null,
    title_de text not null,
    title_en text,
    question_de text,
    question_en text,
    levels jsonb,
    weight integer not null default 1,
    constraint pk_design_principle primary key (id),
    constraint uq_design_principle_strategy_id_key unique (strategy_id, key),
    constraint fk_design_principle_strategy_id foreign key (strategy_id) references strategy (id),
    constraint ck_design_principle_weight check (weight between 1 and 100)
  );
  create table action_field (
    id uuid not null,
    strategy_id uuid not null,
    key text not null,
    position integer not null,
    title_de text not null,
    title_en text,
    status_quo_de text,
    status_quo_en text,
    target_picture_de text,
    target_picture_en text,
    constraint pk_action_field primary key (id),
    constraint uq_action_field_strategy_id_key unique (strategy_id, key),
    constraint fk_action_field_strategy_id foreign key (strategy_id) references strategy (id)
  );
  create table corridor_theme (
    id uuid not null,
    key text not null,
    title_de text not null,
    title_en text,
    valid_from date,
    valid_to date,
    constraint pk_corridor_theme primary key (id),
    constraint uq_corridor_theme_key unique (key)
  );
  create table supported_goal (
    id uuid not null,
    key text not null,
    title_de text not null,
    title_en text,
    valid_from date,
    valid_to date,
    constraint pk_supported_goal primary key (id),
    constraint uq_supported_goal_key unique (key)
  );
  create table digital_agenda (
    id uuid not null,
    strategy_id uuid not null,
    key text not null,
    year_from integer not null,
    year_to integer not null,
    title_de text not null,
    title_en text,
    constraint pk_digital_agenda primary key (id),
    constraint uq_digital_agenda_key unique (key),
    constraint fk_digital_agenda_strategy_id foreign key (strategy_id) references strategy (id),
    constraint ck_digital_agenda_years check (year_to between year_from and year_from + 1)
  );
  create table budget (
    id uuid not null,
    key text not null,
    title text not null,
    year_from integer not null,
    year_to integer not null,
    stage text not null,
    constraint pk_budget primary key (id),
    constraint uq_budget_key unique (key),
    constraint ck_budget_years check (year_to between year_from and year_from + 1),
    constraint ck_budget_stage check (stage in ('registered', 'planned', 'adopted', 'rejected'))
  );
  create table report_rhythm (
    id uuid not null,
    phase text not null,
    days integer not null,
    constraint pk_report_rhythm primary key (id),
    constraint uq_report_rhythm_phase unique (phase),
    constraint ck_report_rhythm_days check (days between 1 and 366)
  );
`;
