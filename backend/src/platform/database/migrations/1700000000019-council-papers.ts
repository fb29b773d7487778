import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRACKED = ['paper', 'paper_project', 'consultation', 'cover_sheet_issue'];

/** Papers for the council: what they are about, before which bodies they come, their cover sheets as issued. */
export class CouncilPapers1700000000019 implements MigrationInterface {
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
  create table paper (
    id uuid not null,
    version integer not null default 1,
    reference text not null default '',
    type text not null,
    title text not null,
    directorate_id uuid,
    office_id uuid,
    dated_on date,
    motion text not null default '',
    is_public boolean not null default false,
    -- What was entered on the cover sheet: a key that is there stands against the projects' data, null as well.
    cover_sheet jsonb not null default '{}',
    constraint pk_paper primary key (id),
    constraint fk_paper_directorate_id foreign key (directorate_id) references org_unit (id),
    constraint fk_paper_office_id foreign key (office_id) references org_unit (id),
    constraint ck_paper_type check (type in ('decision', 'information', 'motion', 'inquiry', 'amendment', 'budget', 'other'))
  );

  create table paper_project (
    id uuid not null,
    paper_id uuid not null,
    project_id uuid not null,
    constraint pk_paper_project primary key (id),
    constraint fk_paper_project_paper_id foreign key (paper_id) references paper (id),
    constraint fk_paper_project_project_id foreign key (project_id) references project (id),
    constraint uq_paper_project unique (paper_id, project_id)
  );
  create index ix_paper_project_project_id on paper_project (project_id);

  create table consultation (
    id uuid not null,
    paper_id uuid not null,
    body_id uuid,
    -- The body's name as of then.
    body_name text not null,
    held_on date,
    agenda_item text not null default '',
    is_public boolean not null,
    role text not null default 'unknown',
    result text not null default '',
    is_authoritative boolean not null default false,
    url text,
    constraint pk_consultation primary key (id),
    constraint fk_consultation_paper_id foreign key (paper_id) references paper (id),
    constraint fk_consultation_body_id foreign key (body_id) references council_body (id),
    constraint ck_consultation_role check (role in ('decision', 'preliminary', 'information', 'hearing', 'unknown'))
  );
  create index ix_consultation_paper_id on consultation (paper_id);

  create table cover_sheet_issue (
    id uuid not null,
    paper_id uuid not null,
    number integer not null,
    issued_at timestamptz not null,
    -- The revision that was the newest when it was issued: what it speaks of.
    data_rev bigint not null,
    content text not null,
    sha256 text not null,
    is_confidential boolean not null,
    constraint pk_cover_sheet_issue primary key (id),
    constraint fk_cover_sheet_issue_paper_id foreign key (paper_id) references paper (id),
    constraint uq_cover_sheet_issue_number unique (paper_id, number)
  );
`;
