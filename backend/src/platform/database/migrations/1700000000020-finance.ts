import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRACKED = [
  'follow_up_cost',
  'commitment_authorisation',
  'funding_grant',
  'gap_destination',
  'budget_confirmation',
  'plan_version',
];

/** What finance needs beside needs and lines: checked figures, destinations of gaps, confirmations, plan versions. */
export class Finance1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['need', 'counter_funding']) {
      await runner.query('select history.alter_table($1, $2)', [table, 'add column reported_at timestamptz']);
      await runner.query('select history.alter_table($1, $2)', [table, 'add column checked_at timestamptz']);
      await runner.query('select history.alter_table($1, $2)', [table, 'add column checked_by_id uuid']);
    }
    await runner.query("select history.alter_table('budget_line', 'add column funding_source text')");
    await runner.query(
      "select history.alter_table('budget', 'add column version integer not null default 1')",
    );
    await runner.query(TABLES);
    for (const table of TRACKED) await runner.query('select history.track($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TRACKED].reverse()) {
      await runner.query(`drop table history.${table} cascade; drop table public.${table} cascade;`);
    }
    await runner.query(`
      select history.alter_table('budget', 'drop column version');
      select history.alter_table('budget_line', 'drop column funding_source');`);
    for (const table of ['counter_funding', 'need']) {
      for (const column of ['checked_by_id', 'checked_at', 'reported_at']) {
        await runner.query('select history.alter_table($1, $2)', [table, `drop column ${column}`]);
      }
    }
  }
}

const TABLES = `
  create table follow_up_cost (
    id uuid not null,
    project_id uuid not null,
    kind text not null,
    -- Null: nobody has said yet from when, or until when.
    year_from integer,
    year_to integer,
    amount_cents bigint not null,
    note text not null default '',
    reported_at timestamptz,
    checked_at timestamptz,
    checked_by_id uuid,
    constraint pk_follow_up_cost primary key (id),
    constraint fk_follow_up_cost_project_id foreign key (project_id) references project (id),
    constraint ck_follow_up_cost_kind check (kind in ('operating', 'capital')),
    constraint ck_follow_up_cost_years check (year_from between 2000 and 2100 and year_to between 2000 and 2100 and year_to >= year_from),
    constraint ck_follow_up_cost_amount_cents check (amount_cents between 0 and 10000000000000)
  );
  create index ix_follow_up_cost_project_id on follow_up_cost (project_id);

  create table commitment_authorisation (
    id uuid not null,
    project_id uuid not null,
    budget_id uuid not null,
    -- The year in which the city may commit itself.
    year integer not null,
    amount_cents bigint not null,
    -- When the money is to be paid: [{year, amountCents}].
    cash_years jsonb not null default '[]',
    account_assignment text,
    note text not null default '',
    constraint pk_commitment_authorisation primary key (id),
    constraint fk_commitment_authorisation_project_id foreign key (project_id) references project (id),
    constraint fk_commitment_authorisation_budget_id foreign key (budget_id) references budget (id),
    constraint ck_commitment_authorisation_year check (year between 2000 and 2100),
    constraint ck_commitment_authorisation_amount_cents check (amount_cents between 0 and 10000000000000)
  );
  create index ix_commitment_authorisation_project_id on commitment_authorisation (project_id);

  create table funding_grant (
    id uuid not null,
    project_id uuid not null,
    giver text not null,
    title text not null default '',
    state text not null,
    decided_on date,
    amount_cents bigint not null,
    -- Costs that the giver recognises.
    eligible_cents bigint,
    -- Hundredths of a percent of the recognised costs.
    rate_basis_points integer,
    -- What the money is bound to, and until when.
    purpose text not null default '',
    bound_until date,
    constraint pk_funding_grant primary key (id),
    constraint fk_funding_grant_project_id foreign key (project_id) references project (id),
    constraint ck_funding_grant_state check (state in ('planned', 'applied', 'approved', 'rejected')),
    constraint ck_funding_grant_amounts check (
      amount_cents between 0 and 10000000000000 and eligible_cents between 0 and 10000000000000),
    constraint ck_funding_grant_rate_basis_points check (rate_basis_points between 0 and 10000)
  );
  create index ix_funding_grant_project_id on funding_grant (project_id);

  create table gap_destination (
    id uuid not null,
    project_id uuid not null,
    -- The year and kind that lack money.
    year integer not null,
    kind text not null,
    -- The budget that is to fill the gap.
    budget_id uuid not null,
    stage text not null,
    note text not null default '',
    constraint pk_gap_destination primary key (id),
    constraint fk_gap_destination_project_id foreign key (project_id) references project (id),
    constraint fk_gap_destination_budget_id foreign key (budget_id) references budget (id),
    constraint uq_gap_destination unique (project_id, year, kind),
    constraint ck_gap_destination_year check (year between 2000 and 2100),
    constraint ck_gap_destination_kind check (kind in ('operating', 'capital')),
    constraint ck_gap_destination_stage check (stage in ('registered', 'planned', 'adopted', 'rejected'))
  );

  create table budget_confirmation (
    id uuid not null,
    project_id uuid not null,
    budget_id uuid not null,
    state text not null,
    -- What finance saw when it signed: [{year, kind, needCents, securedCents, counterFundingCents, gapCents}].
    figures jsonb not null,
    confirmed_at timestamptz not null,
    confirmed_by_id uuid,
    note text not null default '',
    constraint pk_budget_confirmation primary key (id),
    constraint fk_budget_confirmation_project_id foreign key (project_id) references project (id),
    constraint fk_budget_confirmation_budget_id foreign key (budget_id) references budget (id),
    constraint ck_budget_confirmation_state check (state in ('full', 'partial', 'none'))
  );
  create index ix_budget_confirmation_project_id on budget_confirmation (project_id, budget_id, confirmed_at);

  create table plan_version (
    id uuid not null,
    budget_id uuid not null,
    kind text not null,
    title text not null default '',
    -- The revision whose lines are this version of the plan.
    rev bigint not null,
    stated_at timestamptz not null,
    note text not null default '',
    constraint pk_plan_version primary key (id),
    constraint fk_plan_version_budget_id foreign key (budget_id) references budget (id),
    constraint ck_plan_version_kind check (kind in ('medium-term', 'draft', 'adopted', 'consolidated', 'supplementary'))
  );
  create index ix_plan_version_budget_id on plan_version (budget_id);
`;
