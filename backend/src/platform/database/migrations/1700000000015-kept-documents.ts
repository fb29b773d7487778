import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that were issued for a session, as they were issued: they never change, and their hashes are history. */
export class KeptDocuments1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`select history.track('kept_document')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table public.kept_file;
      drop table history.kept_document cascade;
      drop table public.kept_document cascade;
      drop function public.refuse_change_of_kept();
    `);
  }
}

const TABLES = `
  create table kept_document (
    id uuid not null,
    session_id uuid not null,
    kind text not null,
    -- Dossiers and minutes of a session are numbered from 1 each; an addendum makes new minutes beside the old.
    number integer not null,
    -- What it speaks of: a revision, and the day on which age and delay were judged.
    rev bigint not null,
    judged_on date not null,
    kept_at timestamptz not null,
    -- The hash of the content as JSON, and those of all files: a list of {format, bytes, sha256}.
    sha256 text not null,
    files jsonb not null,
    constraint pk_kept_document primary key (id),
    constraint fk_kept_document_session_id foreign key (session_id) references review_session (id),
    constraint uq_kept_document_session_id_kind_number unique (session_id, kind, number),
    constraint ck_kept_document_kind check (kind in ('dossier', 'minutes'))
  );

  create table kept_file (
    id uuid not null,
    document_id uuid not null,
    format text not null,
    content bytea not null,
    constraint pk_kept_file primary key (id),
    constraint fk_kept_file_document_id foreign key (document_id) references kept_document (id),
    constraint uq_kept_file_document_id_format unique (document_id, format),
    constraint ck_kept_file_format check (format in ('json', 'pdf', 'xlsx', 'docx'))
  );

  create function public.refuse_change_of_kept() returns trigger language plpgsql as $$
  begin
    raise exception 'a kept document never changes' using errcode = 'restrict_violation',
      constraint = 'ck_kept_document_unchanged';
  end $$;
  create trigger refuse_change before update or delete on kept_document
    for each row execute function refuse_change_of_kept();
  create trigger refuse_change before update or delete on kept_file
    for each row execute function refuse_change_of_kept();
`;
