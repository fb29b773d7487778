import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of the ledger that are read in: the file itself, its rows, and what each import changed. No history of their
 * own: what they change in budget lines is history, and an import keeps the mapping it was made with.
 */
export class LedgerImports1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
    await runner.query(TABLES);
    await runner.query(QUEUE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from pgboss.job where name = 'ledger';
      select pgboss.delete_queue('ledger');
      drop table ledger_change, ledger_row, ledger_chunk, ledger_import, ledger_source;
      drop function ledger_name_key, ledger_account_key;
    `);
  }
}

/** Account assignments are the same whatever blanks, case and leading zeros of a number; names whatever marks and case. */
const KEYS = `
  create function ledger_account_key(written text) returns text language sql immutable parallel safe as $$
    select case when plain ~ '^[0-9]+$' then ltrim(plain, '0') else plain end
      from (select upper(regexp_replace(written, '\\s+', '', 'g')) as plain) as normal
  $$;
  create function ledger_name_key(written text) returns text language sql immutable parallel safe as $$
    select trim(regexp_replace(lower(normalize(written, nfkc)), '[^[:alnum:]]+', ' ', 'g'))
  $$;
`;

/** A job whose process died is free after a quarter of an hour; what it did was one transaction, hence nothing. */
const QUEUE = `
  select pgboss.create_queue('ledger', '{
    "policy": "standard", "retryLimit": 5, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 900
  }');
`;

const AMOUNTS = ['appropriation', 'amendments', 'carry_over', 'committed', 'actual', 'forecast'];

const TABLES = `
  create table ledger_source (
    id uuid not null,
    name text not null,
    -- What its columns are, as it was when a file of it was last checked.
    mapping jsonb not null,
    format jsonb not null,
    used_at timestamptz not null default now(),
    constraint pk_ledger_source primary key (id),
    constraint uq_ledger_source_name unique (name)
  );

  create table ledger_import (
    id uuid not null,
    version integer not null default 1,
    state text not null default 'new',
    file_name text not null,
    file_type text,
    bytes bigint not null default 0,
    sha256 text,
    source_name text not null,
    -- How the file is written: as it was found, and as it is read.
    detected jsonb,
    format jsonb,
    mapping jsonb,
    -- The headings, and the first rows as text.
    columns jsonb not null default '[]',
    sample jsonb not null default '[]',
    -- Why the file can't be read, or what became of the last thing that was to be done with it.
    fault text,
    -- Percent of what is being done.
    progress integer not null default 0,
    -- Counts and sums of the last check.
    result jsonb,
    created_at timestamptz not null default now(),
    created_by_id uuid not null,
    applied_at timestamptz,
    applied_by_id uuid,
    undone_at timestamptz,
    undone_by_id uuid,
    constraint pk_ledger_import primary key (id),
    constraint fk_ledger_import_created_by_id foreign key (created_by_id) references person (id),
    constraint fk_ledger_import_applied_by_id foreign key (applied_by_id) references person (id),
    constraint fk_ledger_import_undone_by_id foreign key (undone_by_id) references person (id),
    constraint ck_ledger_import_state check (state in (
      'new', 'receiving', 'draft', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
    constraint ck_ledger_import_file_type check (file_type in ('csv', 'xlsx'))
  );
  create index ix_ledger_import_created_at on ledger_import (created_at);
  create index ix_ledger_import_sha256 on ledger_import (sha256);

  create table ledger_chunk (
    import_id uuid not null,
    position integer not null,
    content bytea not null,
    constraint pk_ledger_chunk primary key (import_id, position),
    constraint fk_ledger_chunk_import_id foreign key (import_id) references ledger_import (id) on delete cascade
  );
  -- Files are compressed already, or read once.
  alter table ledger_chunk alter column content set storage external;

  create table ledger_row (
    import_id uuid not null,
    -- As a spreadsheet counts rows, the first is 1.
    number integer not null,
    cells text[] not null,
    key text not null,
    year integer,
    kind text,
    direction text,
    ${AMOUNTS.map((amount) => `${amount}_cents bigint,`).join(' ')}
    outcome text,
    fault text,
    line_id uuid,
    constraint pk_ledger_row primary key (import_id, number),
    constraint fk_ledger_row_import_id foreign key (import_id) references ledger_import (id) on delete cascade
  );

  -- What an import sets in a line; null where it sets nothing. Its line may be gone later.
  create table ledger_change (
    import_id uuid not null,
    line_id uuid not null,
    project_id uuid not null,
    first_row integer not null,
    row_count integer not null,
    ${AMOUNTS.map((amount) => `${amount}_before bigint, ${amount}_after bigint,`).join(' ')}
    undo_outcome text,
    constraint pk_ledger_change primary key (import_id, line_id),
    constraint fk_ledger_change_import_id foreign key (import_id) references ledger_import (id) on delete cascade
  );
`;
