import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What finance and the portfolio office try out: which proposals fit into a budget. */
export class Scenarios1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(`select history.track('scenario')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table history.scenario cascade; drop table public.scenario cascade;');
  }
}

const TABLE = `
  create table scenario (
    id uuid not null,
    version integer not null default 1,
    title text not null,
    note text not null default '',
    budget_id uuid not null,
    owner_id uuid not null,
    -- Raised by every change of what is computed from.
    terms_version integer not null default 1,
    ceilings jsonb not null default '[]',
    phases text[] not null,
    score_weight integer not null,
    benefit_weight integer not null,
    assumed_score integer not null,
    excludes_conflicts boolean not null,
    choices jsonb not null default '[]',
    groups jsonb not null default '[]',
    -- What was computed last, with the figures it was computed from; null before.
    result jsonb,
    constraint pk_scenario primary key (id),
    constraint fk_scenario_budget_id foreign key (budget_id) references budget (id),
    constraint ck_scenario_weights check (
      score_weight between 0 and 10 and benefit_weight between 0 and 10 and score_weight + benefit_weight > 0),
    constraint ck_scenario_assumed_score check (assumed_score between 0 and 100)
  );
  create index ix_scenario_budget_id on scenario (budget_id);
`;
