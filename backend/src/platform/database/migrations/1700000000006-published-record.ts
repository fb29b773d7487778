import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public sees of a project, copied when it is published (backend/decisions/0008-published-record.md). Until now
 * `visibility` was a mark without effect, so nobody has looked at a project with the public in mind: all become internal.
 */
export class PublishedRecord1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_project (
        id uuid not null,
        number text not null,
        title text collate "de-x-icu" not null,
        summary text not null,
        phase text not null,
        action_field_id uuid not null,
        office_id uuid,
        office_short_name text,
        office_name text,
        light text,
        light_on date,
        principle_score numeric(4, 1),
        settled integer not null,
        principle_count integer not null,
        conflicts integer not null,
        co2_effect text,
        co2_magnitude text,
        declared_budget_state text,
        milestones jsonb not null,
        published_at timestamptz not null,
        refreshed_at timestamptz not null,
        search tsvector generated always as (
          setweight(to_tsvector('german', number || ' ' || title), 'A') ||
          setweight(to_tsvector('german', summary), 'B') ||
          setweight(to_tsvector('german', coalesce(office_short_name || ' ' || office_name, '')), 'C')) stored,
        constraint pk_published_project primary key (id),
        constraint uq_published_project_number unique (number),
        constraint fk_published_project_id foreign key (id) references project (id),
        constraint fk_published_project_action_field_id foreign key (action_field_id) references action_field (id)
      );
      create index ix_published_project_search on published_project using gin (search);
    `);
    await runner.query("select history.track('published_project')");
    await runner.query(`
      select set_config('agenda.command', 'project.withdraw', true), set_config('agenda.source', 'migration', true);
      update project set visibility = 'internal' where visibility <> 'internal';
      update project_overview set visibility = 'internal' where visibility <> 'internal';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table history.published_project cascade; drop table public.published_project cascade;',
    );
  }
}
