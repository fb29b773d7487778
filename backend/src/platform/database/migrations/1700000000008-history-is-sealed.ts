import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals the history in a chain of hashes (backend/decisions/0011-sealed-history.md). The functions here make seals and
 * are all that writes them; what checks them, `platform/history/verify`, trusts nothing that the database holds.
 */
export class HistoryIsSealed1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ALTER_TABLE);
    await runner.query(LAYOUT_OF);
    await runner.query(HASH_OF);
    await runner.query(SEAL_VERSIONS);
    await runner.query(SEAL_NEXT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function history.seal_next, history.seal_versions, history.seal_hash_of, history.seal_layout_of;
      drop table history.seal_leaf, history.seal, history.seal_layout;
    `);
  }
}

/**
 * A leaf is what one revision did to one row of a tracked table: the hash of the version that it opened, if it did, and
 * the revision that began the version it closed, if it did. A layout says which columns a hash is made of: columns that
 * come later do not break it. \`earlier\` has what older versions hold in the columns that are new with a layout.
 */
const TABLES = `
  create table history.seal_layout (
    id integer not null,
    tracked text not null,
    columns text[] not null,
    types text[] not null,
    since_rev bigint not null,
    earlier jsonb not null,
    constraint pk_history_seal_layout primary key (id),
    constraint uq_history_seal_layout unique (tracked, since_rev)
  );
  create table history.seal_leaf (
    rev bigint not null,
    layout_id integer not null,
    id uuid not null,
    closed bigint,
    opened bytea,
    constraint pk_history_seal_leaf primary key (rev, layout_id, id)
  );
  create table history.seal (
    rev bigint not null,
    change bytea not null,
    head bytea not null,
    constraint pk_history_seal primary key (rev)
  );
`;

/** As it was, but no longer takes or turns a column whose values are sealed. */
const ALTER_TABLE = `
  create or replace function history.alter_table(tracked text, ddl text, twin_ddl text default null) returns void
  language plpgsql as $$
  declare
    lost text;
  begin
    execute format('drop view as_of.%I', tracked);
    execute format('alter table public.%I %s', tracked, ddl);
    execute format('alter table history.%I %s', tracked, coalesce(twin_ddl, ddl));
    select string_agg(sealed.name, ', ' order by sealed.name) into lost
      from history.seal_layout layout, unnest(layout.columns, layout.types) sealed (name, type)
     where layout.tracked = alter_table.tracked
       and not exists (
         select from pg_attribute
          where attrelid = format('history.%I', alter_table.tracked)::regclass and not attisdropped
            and attname = sealed.name and format_type(atttypid, atttypmod) = sealed.type);
    if lost is not null then
      raise exception 'history.% has sealed values in %', tracked, lost
        using hint = 'Leave the column in the twin as it is: twin_ddl can say ''alter column … drop not null''.';
    end if;
    perform history.rebuild(tracked);
  end $$;
`;

/** The layout of a table's columns as they are now; a new one where they have changed. \`change\` has one as well. */
const LAYOUT_OF = `
  create function history.seal_layout_of(name text, relation regclass, first_rev bigint) returns history.seal_layout
  language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare
    newest history.seal_layout;
    fresh history.seal_layout;
    added text;
    least_value text;
    greatest_value text;
  begin
    select array_agg(attname::text order by attname), array_agg(format_type(atttypid, atttypmod) order by attname)
      into fresh.columns, fresh.types
      from pg_attribute
     where attrelid = relation and attnum > 0 and not attisdropped and attgenerated = ''
       and attname not in ('from_rev', 'to_rev');
    select * into newest from history.seal_layout where tracked = name order by since_rev desc limit 1;
    if newest.columns = fresh.columns and newest.types = fresh.types then
      return newest;
    end if;
    fresh.earlier := '{}';
    foreach added in array fresh.columns loop
      continue when newest.id is null or added = any (newest.columns);
      execute format('select min(held collate "C"), max(held collate "C")
                        from (select coalesce(to_jsonb(%I), ''null'')::text as held from %s where %I < $1) earlier',
                     added, relation, case name when 'change' then 'rev' else 'from_rev' end)
         into least_value, greatest_value using first_rev;
      if least_value = greatest_value then
        fresh.earlier := fresh.earlier || jsonb_build_object(added, least_value::jsonb);
      end if;
    end loop;
    fresh.id := (select coalesce(max(id), 0) + 1 from history.seal_layout);
    fresh.tracked := name;
    fresh.since_rev := first_rev;
    insert into history.seal_layout select fresh.*;
    return fresh;
  end $$;
`;

/** The expression that hashes a row \`v\` by a layout. */
const HASH_OF = `
  create function history.seal_hash_of(layout history.seal_layout) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
    select format('sha256(convert_to(%L || (select to_jsonb(sealed) from (select %s) sealed)::text, ''UTF8''))',
                  layout.tracked || ' ', string_agg(format('v.%I', name), ', '))
      from unnest(layout.columns) name
  $$;
`;

/** Makes the leaves of one tracked table for the revisions after one and up to another. */
const SEAL_VERSIONS = `
  create function history.seal_versions(tracked text, after_rev bigint, up_to bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare
    layout history.seal_layout := history.seal_layout_of(tracked, format('history.%I', tracked)::regclass, after_rev + 1);
  begin
    execute format($leaves$
      insert into history.seal_leaf (rev, layout_id, id, closed, opened)
      select rev, $1, id, closed.from_rev, opened.hash
        from (select from_rev as rev, id, %2$s as hash
                from history.%1$I v where from_rev > $2 and from_rev <= $3) opened
        full join
             (select to_rev as rev, id, max(from_rev) as from_rev
                from history.%1$I where to_rev > $2 and to_rev <= $3 and to_rev < 9223372036854775807
               group by to_rev, id) closed
       using (rev, id)
    $leaves$, tracked, history.seal_hash_of(layout)) using layout.id, after_rev, up_to;
  end $$;
`;

/**
 * Seals the next revisions, so many at most; of two that try at once one does nothing. Tells how many it sealed, the
 * newest sealed revision with its hash, and how many still wait. Leaves behind the last seal are of a seal that somebody
 * took away: they make room, and the chain goes on from what is there.
 */
const SEAL_NEXT = `
  create function history.seal_next(most integer, out revisions integer, out sealed_up_to bigint, out head bytea,
                                    out waiting bigint)
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp set timezone = 'UTC' set extra_float_digits = 1 set bytea_output = 'hex'
  set intervalstyle = 'postgres' as $$
  declare
    may_seal constant boolean := pg_try_advisory_xact_lock(20220224);
    change_layout history.seal_layout;
    after_rev bigint;
    up_to bigint;
    unsealed record;
  begin
    revisions := 0;
    select rev, seal.head into sealed_up_to, head from history.seal order by rev desc limit 1;
    sealed_up_to := coalesce(sealed_up_to, 0);
    head := coalesce(head, sha256(''));
    after_rev := sealed_up_to;
    select max(rev) into up_to
      from (select rev from public.change where rev > after_rev order by rev limit most) next_ones;
    if may_seal and up_to is not null then
      delete from history.seal_leaf where rev > after_rev;
      delete from history.seal_layout where since_rev > after_rev;
      change_layout := history.seal_layout_of('change', 'public.change'::regclass, after_rev + 1);
      perform history.seal_versions(relname::text, after_rev, up_to)
         from (select relname from pg_class c
                where relnamespace = 'history'::regnamespace and relkind = 'r'
                  and exists (select from pg_attribute where attrelid = c.oid and attname = 'to_rev')
                order by relname) twins;
      for unsealed in execute format('select rev, %s as change from public.change v where rev > $1 and rev <= $2
                                       order by rev', history.seal_hash_of(change_layout)) using after_rev, up_to
      loop
        head := sha256(convert_to(concat_ws(E'\\n', encode(head, 'hex'), unsealed.rev, encode(unsealed.change, 'hex'),
          (select string_agg(to_jsonb(l)::text, E'\\n' order by id) from history.seal_layout l
            where since_rev > sealed_up_to and since_rev <= unsealed.rev),
          (select string_agg(concat_ws(' ', layout_id, id, coalesce(closed::text, '-'),
                                       coalesce(encode(opened, 'hex'), '-')), E'\\n' order by layout_id, id)
             from history.seal_leaf where rev = unsealed.rev)), 'UTF8'));
        insert into history.seal (rev, change, head) values (unsealed.rev, unsealed.change, head);
        sealed_up_to := unsealed.rev;
        revisions := revisions + 1;
      end loop;
    end if;
    select count(*) into waiting from public.change where rev > sealed_up_to;
  end $$;
`;
