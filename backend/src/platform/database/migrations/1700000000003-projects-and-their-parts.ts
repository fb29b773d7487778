import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects with everything that belongs to one: catalogue links, people, check grid, status, milestones, risks, money. */
export class ProjectsAndTheirParts1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJECT);
    await runner.query(LINKS);
    await runner.query(CHECK_GRID_AND_STATUS);
    await runner.query(MONEY);
    for (const table of TRACKED) await runner.query('select history.track($1)', [table]);
    await runner.query('create index ix_history_project_search on history.project using gin (search)');
    await runner.query('create index ix_history_project_number on history.project (number)');
    await runner.query(
      'create index ix_history_project_link_other on history.project_link (other_project_id)',
    );
    await runner.query(NOT_HISTORY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table status_draft; drop table project_number;');
    for (const table of [...TRACKED].reverse()) {
      await runner.query(`drop table history.${table} cascade; drop table public.${table} cascade;`);
    }
    await runner.query('drop function public.fold(text)');
  }
}

const TRACKED = [
  'project',
  'agenda_entry',
  'project_action_field',
  'project_corridor_theme',
  'project_supported_goal',
  'project_person',
  'project_link',
  'project_tag',
  'principle_score',
  'status_report',
  'milestone',
  'risk',
  'need',
  'budget_line',
  'counter_funding',
];

const PROJECT = `
  -- What a search for misspelt words compares: lower case, umlauts and accents without their marks.
  create function public.fold(word text) returns text language sql immutable parallel safe as $$
    select translate(replace(lower(word), 'ß', 'ss'), 'äöüáàâéèêëíìîïóòôúùûçñ', 'aouaaaeeeeiiiiooouuucn')
  $$;

  create table project (
    id uuid not null,
    version integer not null default 1,
    number text not null,
    title text not null,
    summary text not null default '',
    goal text not null default '',
    expected_effect text not null default '',
    office_id uuid,
    primary_action_field_id uuid not null,
    phase text not null default 'idea',
    phase_since date not null,
    phase_reason text,
    paused_from text,
    released_by_id uuid,
    baseline_start date,
    approved_start date,
    expected_start date,
    baseline_end date,
    approved_end date,
    expected_end date,
    end_moves integer not null default 0,
    co2_effect text,
    co2_magnitude text,
    co2_reason text,
    co2_optimisation text,
    co2_kg_per_year numeric(16, 2),
    co2_method text,
    energy_kwh_per_year numeric(16, 2),
    energy_method text,
    water_m3_per_year numeric(16, 2),
    water_method text,
    paper_sheets_per_year numeric(16, 2),
    paper_method text,
    iq_relevant boolean,
    iq_note text,
    financial_effects boolean,
    declared_budget_state text,
    visibility text not null default 'internal',
    origin text not null default 'entered',
    search tsvector generated always as (
      setweight(to_tsvector('german', number || ' ' || title), 'A') ||
      setweight(to_tsvector('german', summary), 'B') ||
      setweight(to_tsvector('german', goal), 'C')) stored,
    constraint pk_project primary key (id),
    constraint uq_project_number unique (number),
    constraint fk_project_office_id foreign key (office_id) references org_unit (id),
    constraint fk_project_primary_action_field_id foreign key (primary_action_field_id) references action_field (id),
    constraint fk_project_released_by_id foreign key (released_by_id) references council_body (id),
    constraint ck_project_phase check (phase in ('idea', 'proposal', 'approved', 'in-progress', 'rollout', 'completed',
      'paused', 'cancelled')),
    constraint ck_project_paused_from check ((phase = 'paused') = (paused_from is not null)),
    constraint ck_project_co2_effect check (co2_effect in ('none', 'positive', 'negative', 'undirected')),
    constraint ck_project_co2_magnitude check (co2_magnitude in ('minor', 'considerable')),
    constraint ck_project_declared_budget_state check (declared_budget_state in ('full', 'partial', 'none')),
    constraint ck_project_visibility check (visibility in ('internal', 'public')),
    constraint ck_project_origin check (origin in ('entered', 'sample', 'import'))
  );
  create index ix_project_search on project using gin (search);
  create index ix_project_folded on project using gin (fold(number || ' ' || title) gin_trgm_ops);
  create index ix_project_office_id on project (office_id);
`;

const LINKS = `
  create table agenda_entry (
    id uuid not null,
    agenda_id uuid not null,
    project_id uuid not null,
    position integer,
    lead_project boolean not null default false,
    reason text,
    constraint pk_agenda_entry primary key (id),
    constraint uq_agenda_entry_agenda_id_project_id unique (agenda_id, project_id),
    constraint fk_agenda_entry_agenda_id foreign key (agenda_id) references digital_agenda (id),
    constraint fk_agenda_entry_project_id foreign key (project_id) references project (id)
  );
  create index ix_agenda_entry_project_id on agenda_entry (project_id);

  create table project_action_field (
    id uuid not null,
    project_id uuid not null,
    action_field_id uuid not null,
    constraint pk_project_action_field primary key (id),
    constraint uq_project_action_field_project_id_action_field_id unique (project_id, action_field_id),
    constraint fk_project_action_field_project_id foreign key (project_id) references project (id),
    constraint fk_project_action_field_action_field_id foreign key (action_field_id) references action_field (id)
  );

  create table project_corridor_theme (
    id uuid not null,
    project_id uuid not null,
    corridor_theme_id uuid not null,
    emphasised boolean not null default false,
    constraint pk_project_corridor_theme primary key (id),
    constraint uq_project_corridor_theme_project_id_corridor_theme_id unique (project_id, corridor_theme_id),
    constraint fk_project_corridor_theme_project_id foreign key (project_id) references project (id),
    constraint fk_project_corridor_theme_corridor_theme_id foreign key (corridor_theme_id) references corridor_theme (id)
  );

  create table project_supported_goal (
    id uuid not null,
    project_id uuid not null,
    supported_goal_id uuid,
    free_text text,
    constraint pk_project_supported_goal primary key (id),
    constraint fk_project_supported_goal_project_id foreign key (project_id) references project (id),
    constraint fk_project_supported_goal_supported_goal_id foreign key (supported_goal_id) references supported_goal (id),
    constraint ck_project_supported_goal_one check ((supported_goal_id is null) <> (free_text is null))
  );
  create index ix_project_supported_goal_project_id on project_supported_goal (project_id);

  create table project_person (
    id uuid not null,
    project_id uuid not null,
    person_id uuid not null,
    function text not null,
    constraint pk_project_person primary key (id),
    constraint uq_project_person_project_id_person_id unique (project_id, person_id),
    constraint fk_project_person_project_id foreign key (project_id) references project (id),
    constraint fk_project_person_person_id foreign key (person_id) references person (id),
    constraint ck_project_person_function check (function in ('lead', 'deputy'))
  );
  create index ix_project_person_person_id on project_person (person_id);

  create table project_link (
    id uuid not null,
    project_id uuid not null,
    other_project_id uuid not null,
    kind text not null,
    constraint pk_project_link primary key (id),
    constraint uq_project_link_project_id_other_project_id_kind unique (project_id, other_project_id, kind),
    constraint fk_project_link_project_id foreign key (project_id) references project (id),
    constraint fk_project_link_other_project_id foreign key (other_project_id) references project (id),
    constraint ck_project_link_kind check (kind in ('depends-on', 'part-of')),
    constraint ck_project_link_other check (project_id <> other_project_id)
  );
  create index ix_project_link_other_project_id on project_link (other_project_id);

  create table project_tag (
    id uuid not null,
    project_id uuid not null,
    tag text not null,
    constraint pk_project_tag primary key (id),
    constraint uq_project_tag_project_id_tag unique (project_id, tag),
    constraint fk_project_tag_project_id foreign key (project_id) references project (id)
  );
`;

const CHECK_GRID_AND_STATUS = `
  create table principle_score (
    id uuid not null,
    project_id uuid not null,
    principle_id uuid not null,
    voice text not null,
    score integer,
    not_applicable boolean not null default false,
    reason text not null,
    evidence_url text,
    given_on date not null,
    constraint pk_principle_score primary key (id),
    constraint uq_principle_score_project_id_principle_id_voice unique (project_id, principle_id, voice),
    constraint fk_principle_score_project_id foreign key (project_id) references project (id),
    constraint fk_principle_score_principle_id foreign key (principle_id) references design_principle (id),
    constraint ck_principle_score_voice check (voice in ('self', 'review')),
    constraint ck_principle_score_score check (score between 0 and 4),
    constraint ck_principle_score_settled check ((score is null) = not_applicable)
  );

  create table status_report (
    id uuid not null,
    project_id uuid not null,
    reported_on date not null,
    published_at timestamptz not null,
    light_overall text not null,
    light_schedule text not null,
    light_cost text not null,
    light_scope text not null,
    light_resources text not null,
    overall_reason text,
    progress_percent integer not null,
    expected_end date,
    done text not null default '',
    next text not null default '',
    blockers text not null default '',
    help_wanted text,
    worse_reason text,
    way_back text,
    unchanged boolean not null default false,
    corrects_id uuid,
    constraint pk_status_report primary key (id),
    constraint fk_status_report_project_id foreign key (project_id) references project (id),
    constraint fk_status_report_corrects_id foreign key (corrects_id) references status_report (id),
    constraint ck_status_report_lights check (array[light_overall, light_schedule, light_cost, light_scope, light_resources]
      <@ array['green', 'amber', 'red']),
    constraint ck_status_report_progress_percent check (progress_percent between 0 and 100)
  );
  create index ix_status_report_project_id on status_report (project_id, published_at);
  create function public.refuse_change_of_published() returns trigger language plpgsql as $$
  begin
    raise exception 'a published report never changes' using errcode = 'restrict_violation',
      constraint = 'ck_status_report_published';
  end $$;
  create trigger refuse_change before update or delete on status_report
    for each row execute function refuse_change_of_published();

  create table milestone (
    id uuid not null,
    project_id uuid not null,
    title text not null,
    baseline_on date not null,
    approved_on date,
    expected_on date not null,
    actual_on date,
    moves integer not null default 0,
    move_reason text,
    is_public boolean not null default false,
    constraint pk_milestone primary key (id),
    constraint fk_milestone_project_id foreign key (project_id) references project (id)
  );
  create index ix_milestone_project_id on milestone (project_id);

  create table risk (
    id uuid not null,
    project_id uuid not null,
    title text not null,
    description text not null default '',
    probability integer not null,
    impact integer not null,
    response text not null default '',
    owner_role text not null default '',
    state text not null default 'open',
    constraint pk_risk primary key (id),
    constraint fk_risk_project_id foreign key (project_id) references project (id),
    constraint ck_risk_probability check (probability between 1 and 5),
    constraint ck_risk_impact check (impact between 1 and 5),
    constraint ck_risk_state check (state in ('open', 'occurred', 'closed'))
  );
  create index ix_risk_project_id on risk (project_id);
`;

const MONEY = `
  create table need (
    id uuid not null,
    project_id uuid not null,
    year integer not null,
    kind text not null,
    direction text not null default 'expense',
    amount_cents bigint not null,
    note text not null default '',
    constraint pk_need primary key (id),
    constraint fk_need_project_id foreign key (project_id) references project (id),
    constraint ck_need_kind check (kind in ('operating', 'capital')),
    constraint ck_need_direction check (direction in ('expense', 'revenue')),
    constraint ck_need_year check (year between 2000 and 2100),
    constraint ck_need_amount_cents check (amount_cents between 0 and 10000000000000)
  );
  create index ix_need_project_id on need (project_id);

  create table budget_line (
    id uuid not null,
    project_id uuid not null,
    budget_id uuid not null,
    year integer not null,
    kind text not null,
    direction text not null default 'expense',
    appropriation_cents bigint not null default 0,
    amendments_cents bigint not null default 0,
    carry_over_cents bigint not null default 0,
    committed_cents bigint not null default 0,
    actual_cents bigint not null default 0,
    forecast_cents bigint,
    account_assignment text,
    sub_budget text,
    product_group text,
    note text not null default '',
    constraint pk_budget_line primary key (id),
    constraint fk_budget_line_project_id foreign key (project_id) references project (id),
    constraint fk_budget_line_budget_id foreign key (budget_id) references budget (id),
    constraint ck_budget_line_kind check (kind in ('operating', 'capital')),
    constraint ck_budget_line_direction check (direction in ('expense', 'revenue')),
    constraint ck_budget_line_year check (year between 2000 and 2100),
    constraint ck_budget_line_amounts check (
      appropriation_cents between 0 and 10000000000000 and committed_cents between 0 and 10000000000000
      and amendments_cents between -10000000000000 and 10000000000000
      and carry_over_cents between -10000000000000 and 10000000000000
      and actual_cents between -10000000000000 and 10000000000000
      and forecast_cents between 0 and 10000000000000)
  );
  create index ix_budget_line_project_id on budget_line (project_id);

  create table counter_funding (
    id uuid not null,
    project_id uuid not null,
    year integer not null,
    kind text not null,
    source text not null,
    amount_cents bigint not null,
    explanation text not null default '',
    secured boolean not null default false,
    constraint pk_counter_funding primary key (id),
    constraint fk_counter_funding_project_id foreign key (project_id) references project (id),
    constraint ck_counter_funding_kind check (kind in ('operating', 'capital')),
    constraint ck_counter_funding_source check (source in ('additional-revenue', 'discontinued-tasks', 'reallocation')),
    constraint ck_counter_funding_year check (year between 2000 and 2100),
    constraint ck_counter_funding_amount_cents check (amount_cents between 0 and 10000000000000)
  );
  create index ix_counter_funding_project_id on counter_funding (project_id);
`;

const NOT_HISTORY = `
  create table status_draft (
    project_id uuid not null,
    person_id uuid not null,
    content jsonb not null,
    saved_at timestamptz not null default now(),
    constraint pk_status_draft primary key (project_id, person_id),
    constraint fk_status_draft_project_id foreign key (project_id) references project (id) on delete cascade,
    constraint fk_status_draft_person_id foreign key (person_id) references person (id) on delete cascade
  );
  create table project_number (
    year integer not null,
    last integer not null,
    constraint pk_project_number primary key (year)
  );
`;
