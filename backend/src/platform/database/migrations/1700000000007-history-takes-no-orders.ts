import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closes what a role that may only write live tables could do to the past (backend/decisions/0009-two-database-roles.md).
 * Settings are anybody's to set, so a revision is no longer believed to be the running transaction's because a setting
 * says so: its change record names the transaction, and nobody but the owner writes change records. Functions that run
 * with the owner's rights look into the temporary schema last, where anybody may put what is called like a type.
 */
export class HistoryTakesNoOrders1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table public.change add column transaction_id xid8');
    await runner.query(OPEN_REVISION);
    await runner.query(REBUILD);
    await runner.query(REBUILD_ALL);
  }

  down(): Promise<void> {
    throw new Error('There is no way back to believing settings.');
  }
}

/**
 * The setting only says where to look. What the row says can't be forged, nor kept for later: a number of a transaction
 * may come a second time in another cluster that holds a copy, but then the row is older than the transaction.
 */
const OPEN_REVISION = `
  create or replace function history.open_revision() returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    opened bigint;
  begin
    select rev into opened from public.change
     where rev = nullif(current_setting('agenda.tx_rev', true), '')::bigint
       and transaction_id = pg_current_xact_id() and at >= transaction_timestamp();
    if found then
      return opened;
    end if;
    perform pg_advisory_xact_lock(20220222);
    opened := nextval('history.revision');
    insert into public.change (rev, at, actor_id, command, reason, source, transaction_id)
    values (
      opened,
      greatest(clock_timestamp(), transaction_timestamp(),
               (select at from public.change order by rev desc limit 1) + interval '1 microsecond'),
      nullif(current_setting('agenda.actor', true), '')::uuid,
      coalesce(nullif(current_setting('agenda.command', true), ''), 'unknown'),
      nullif(current_setting('agenda.reason', true), ''),
      coalesce(nullif(current_setting('agenda.source', true), ''), 'unknown: database'),
      pg_current_xact_id()
    );
    perform set_config('agenda.tx_rev', opened::text, true);
    return opened;
  end $$;
`;

/** As before, but a row can't leave its history behind by a change of its id. */
const REBUILD = `
  create or replace function history.rebuild(tracked text) returns void language plpgsql as $$
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
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $keep$
      declare
        forever constant bigint := 9223372036854775807;
        row_id constant uuid := coalesce(new.id, old.id);
        revision bigint;
      begin
        if old.id <> new.id then
          raise exception 'the id of a row of %1$s never changes' using errcode = 'restrict_violation';
        end if;
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

const REBUILD_ALL = `
  select history.rebuild(t.relname) from pg_class t join pg_class twin using (relname)
   where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
     and twin.relnamespace = 'history'::regnamespace and twin.relkind = 'r'
`;
