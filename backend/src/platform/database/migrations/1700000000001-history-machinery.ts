import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The machinery of time travel: one revision per transaction, drawn at commit, and for every tracked table a twin
 * in schema `history` and a view of the same name in schema `as_of` (backend/decisions/0002-time-travel.md).
 */
export class HistoryMachinery1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;
      create schema history;
      create schema as_of;
      create sequence history.revision;

      create table public.change (
        rev bigint not null,
        at timestamptz not null,
        actor_id uuid,
        command text not null,
        reason text,
        source text not null,
        constraint pk_change primary key (rev),
        constraint uq_change_at unique (at)
      );
    `);
    await runner.query(OPEN_REVISION);
    await runner.query(CURRENT_REV);
    await runner.query(REFUSE_TRUNCATE);
    await runner.query(REBUILD);
    await runner.query(TRACK);
    await runner.query(ALTER_TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema as_of cascade;
      drop schema history cascade;
      drop function public.current_rev();
      drop table public.change;
    `);
  }
}

/**
 * The advisory lock makes the order of revisions the order of commits: it is taken at commit and held to its end, so
 * nobody can see a revision while a smaller one is still on its way.
 */
const OPEN_REVISION = `
  create function history.open_revision() returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    opened bigint;
  begin
    if current_setting('agenda.tx', true) = pg_current_xact_id()::text then
      return current_setting('agenda.tx_rev')::bigint;
    end if;
    perform pg_advisory_xact_lock(20220222);
    opened := nextval('history.revision');
    insert into public.change (rev, at, actor_id, command, reason, source)
    values (
      opened,
      greatest(clock_timestamp(), (select at from public.change order by rev desc limit 1) + interval '1 microsecond'),
      nullif(current_setting('agenda.actor', true), '')::uuid,
      coalesce(nullif(current_setting('agenda.command', true), ''), 'unknown'),
      nullif(current_setting('agenda.reason', true), ''),
      coalesce(nullif(current_setting('agenda.source', true), ''), 'unknown: database')
    );
    perform set_config('agenda.tx', pg_current_xact_id()::text, true),
            set_config('agenda.tx_rev', opened::text, true);
    return opened;
  end $$;
`;

/** The revision that a query speaks of: the moment that was asked for, else the latest one in the query's snapshot. */
const CURRENT_REV = `
  create function public.current_rev() returns bigint language sql stable as $$
    select coalesce(
      nullif(current_setting('agenda.rev', true), '')::bigint,
      (select max(rev) from public.change),
      0)
  $$;
`;

const REFUSE_TRUNCATE = `
  create function history.refuse_truncate() returns trigger language plpgsql as $$
  begin
    raise exception 'table % keeps its history and can not be truncated', tg_table_name;
  end $$;
`;

/**
 * Makes the view and the trigger function of a tracked table from the columns that it has now. The trigger reads the
 * row as it is at commit, so that several changes of one row in one transaction become one version, and a row that
 * ends as it began gets none.
 */
const REBUILD = `
  create function history.rebuild(tracked text) returns void language plpgsql as $$
  declare
    all_columns text;
    own_columns text;
  begin
    select string_agg(quote_ident(attname), ', ' order by attnum),
           string_agg(quote_ident(attname), ', ' order by attnum) filter (where attgenerated = '')
      into all_columns, own_columns
      from pg_attribute
     where attrelid = format('public.%I', tracked)::regclass and attnum > 0 and not attisdropped;

    execute format('drop view if exists as_of.%I', tracked);
    execute format(
      'create view as_of.%1$I as select %2$s from history.%1$I
        where from_rev <= current_setting(''agenda.rev'')::bigint and to_rev > current_setting(''agenda.rev'')::bigint',
      tracked, all_columns);

    execute format($function$
      create or replace function history.keep_%1$s() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public as $keep$
      declare
        forever constant bigint := 9223372036854775807;
        row_id constant uuid := coalesce(new.id, old.id);
        revision bigint;
      begin
        if not exists (
          (select %2$s from public.%1$I where id = row_id
           except select %2$s from history.%1$I where id = row_id and to_rev = forever)
          union all
          (select %2$s from history.%1$I where id = row_id and to_rev = forever
           except select %2$s from public.%1$I where id = row_id)
        ) then
          return null;
        end if;
        revision := history.open_revision();
        delete from history.%1$I where id = row_id and from_rev = revision;
        update history.%1$I set to_rev = revision where id = row_id and to_rev = forever;
        insert into history.%1$I (from_rev, to_rev, %2$s)
          select revision, forever, %2$s from public.%1$I where id = row_id;
        return null;
      end $keep$;
    $function$, tracked, own_columns);
  end $$;
`;

/** Gives a table its twin, view and triggers. The table needs a uuid column "id" as its key. */
const TRACK = `
  create function history.track(tracked text) returns void language plpgsql as $$
  begin
    execute format('create table history.%1$I (from_rev bigint not null, to_rev bigint not null,
                    like public.%1$I including generated)', tracked);
    execute format('alter table history.%1$I add constraint pk_history_%2$s primary key (id, from_rev)', tracked, tracked);
    execute format('create unique index uq_history_%2$s_open on history.%1$I (id) where to_rev = 9223372036854775807',
                   tracked, tracked);
    if exists (select from pg_attribute where attrelid = format('public.%I', tracked)::regclass
                and attname = 'project_id' and not attisdropped) then
      execute format('create index ix_history_%2$s_project on history.%1$I (project_id, from_rev)', tracked, tracked);
    end if;
    perform history.rebuild(tracked);
    execute format('create constraint trigger keep_history after insert or update or delete on public.%1$I
                    deferrable initially deferred for each row execute function history.keep_%2$s()', tracked, tracked);
    execute format('create trigger refuse_truncate before truncate on public.%I
                    for each statement execute function history.refuse_truncate()', tracked);
  end $$;
`;

/**
 * Alters a tracked table together with its twin and view. Column additions read the same for both; \`twin_ddl\` says it
 * when the twin needs less (constraints and defaults belong to the live table alone).
 */
const ALTER_TABLE = `
  create function history.alter_table(tracked text, ddl text, twin_ddl text default null) returns void
  language plpgsql as $$
  begin
    execute format('drop view as_of.%I', tracked);
    execute format('alter table public.%I %s', tracked, ddl);
    execute format('alter table history.%I %s', tracked, coalesce(twin_ddl, ddl));
    perform history.rebuild(tracked);
  end $$;
`;
