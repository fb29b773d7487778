import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of lists and aggregates: one row per project, kept by the commands in the same transaction. */
export class ProjectOverview1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table project_overview (
        id uuid not null,
        number text not null,
        title text collate "de-x-icu" not null,
        summary text not null,
        phase text not null,
        phase_rank smallint not null,
        phase_since date not null,
        office_id uuid,
        primary_action_field_id uuid not null,
        action_field_ids uuid[] not null,
        agenda_ids uuid[] not null,
        lead_project boolean not null,
        tags text[] not null,
        person_ids uuid[] not null,
        co2_effect text,
        co2_magnitude text,
        iq_relevant boolean,
        declared_budget_state text,
        derived_budget_state text not null,
        visibility text not null,
        origin text not null,
        light text,
        light_rank smallint not null,
        light_schedule text,
        light_cost text,
        light_scope text,
        light_resources text,
        light_history text[] not null,
        progress_percent integer,
        help_wanted boolean not null,
        reported_on date,
        report_count integer not null,
        rhythm_since date,
        self_score numeric(4, 1),
        self_settled integer not null,
        self_scored integer not null,
        self_conflicts integer not null,
        review_score numeric(4, 1),
        review_settled integer not null,
        review_conflicts integer not null,
        principle_count integer not null,
        voice_differences integer not null,
        baseline_end date,
        approved_end date,
        expected_end date,
        end_moves integer not null,
        slip_days integer,
        next_milestone_on date,
        open_risks integer not null,
        high_risks integer not null,
        need_operating_cents bigint not null,
        need_capital_cents bigint not null,
        secured_operating_cents bigint not null,
        secured_capital_cents bigint not null,
        gap_operating_cents bigint not null,
        gap_capital_cents bigint not null,
        actual_operating_cents bigint not null,
        actual_capital_cents bigint not null,
        forecast_operating_cents bigint not null,
        forecast_capital_cents bigint not null,
        findings text[] not null,
        constraint pk_project_overview primary key (id)
      );
      create index ix_project_overview_office_id on project_overview (office_id);
      create index ix_project_overview_person_ids on project_overview using gin (person_ids);
      create index ix_project_overview_tags on project_overview using gin (tags);
    `);
    await runner.query("select history.track('project_overview')");
    for (const { name, columns } of SORT_ORDERS) {
      await runner.query(`
        create index ix_project_overview_${name} on project_overview (${columns});
        create index ix_history_project_overview_${name} on history.project_overview (${columns}, from_rev, to_rev);
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table history.project_overview cascade; drop table public.project_overview cascade;',
    );
  }
}

/**
 * The orders in which lists are read page by page. The twin's indexes hold the revisions too, so that a page as of a
 * moment is found in the index and only the rows that are shown are fetched.
 */
const SORT_ORDERS = [
  { name: 'number', columns: 'number' },
  { name: 'title', columns: 'title, number' },
  { name: 'phase', columns: 'phase_rank, number' },
  { name: 'light', columns: 'light_rank, number' },
  { name: 'reported_on', columns: 'reported_on, number' },
  { name: 'reported_on_desc', columns: 'reported_on desc nulls last, number desc' },
  { name: 'self_score', columns: 'self_score, number' },
  { name: 'self_score_desc', columns: 'self_score desc nulls last, number desc' },
  { name: 'expected_end', columns: 'expected_end, number' },
  { name: 'expected_end_desc', columns: 'expected_end desc nulls last, number desc' },
];
