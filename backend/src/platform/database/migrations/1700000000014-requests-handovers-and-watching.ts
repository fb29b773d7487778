import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRACKED = ['report_request', 'handover'];

/** Reports that are asked for by a day, projects that pass to another lead, and who watches which project. */
export class RequestsHandoversAndWatching1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TRACKED) await runner.query('select history.track($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table watch');
    for (const table of [...TRACKED].reverse()) {
      await runner.query(`drop table history.${table} cascade; drop table public.${table} cascade;`);
    }
  }
}

const TABLES = `
  create table report_request (
    id uuid not null,
    project_id uuid not null,
    -- The session that the report is for; null when it is for none.
    session_id uuid,
    due_on date not null,
    requested_at timestamptz not null,
    requested_by_id uuid,
    note text not null default '',
    constraint pk_report_request primary key (id),
    constraint fk_report_request_project_id foreign key (project_id) references project (id),
    constraint fk_report_request_session_id foreign key (session_id) references review_session (id),
    constraint fk_report_request_requested_by_id foreign key (requested_by_id) references person (id)
  );
  create index ix_report_request_project_id on report_request (project_id, requested_at);
  create index ix_report_request_session_id on report_request (session_id);

  create table handover (
    id uuid not null,
    project_id uuid not null,
    from_person_id uuid,
    to_person_id uuid not null,
    handed_at timestamptz not null,
    handed_by_id uuid,
    note text not null default '',
    constraint pk_handover primary key (id),
    constraint fk_handover_project_id foreign key (project_id) references project (id),
    constraint fk_handover_from_person_id foreign key (from_person_id) references person (id),
    constraint fk_handover_to_person_id foreign key (to_person_id) references person (id),
    constraint fk_handover_handed_by_id foreign key (handed_by_id) references person (id)
  );
  create index ix_handover_project_id on handover (project_id);
  create index ix_handover_to_person_id on handover (to_person_id);

  create table watch (
    person_id uuid not null,
    project_id uuid not null,
    since timestamptz not null default now(),
    constraint pk_watch primary key (person_id, project_id),
    constraint fk_watch_person_id foreign key (person_id) references person (id) on delete cascade,
    constraint fk_watch_project_id foreign key (project_id) references project (id) on delete cascade
  );
  create index ix_watch_project_id on watch (project_id);
`;
