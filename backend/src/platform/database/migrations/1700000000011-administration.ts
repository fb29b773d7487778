import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the administration needs: versions of units, the version of a person beside the rights (a change of the name
 * alone is then known in the history, without the name), and twins that are found by revision, for the change log.
 */
export class Administration1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const version = 'add column version integer not null default 1';
    await runner.query(`select history.alter_table('org_unit', $1)`, [version]);
    await runner.query(`select history.alter_table('person_rights', $1)`, [version]);
    await runner.query(INDEX_REVISIONS);
    await runner.query(`
      select history.index_revisions(table_name::text) from information_schema.tables
       where table_schema = 'history' and table_type = 'BASE TABLE'
         and exists (select from information_schema.columns c
                      where c.table_schema = 'history' and c.table_name = tables.table_name and c.column_name = 'to_rev')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare found text; begin
        for found in select indexname from pg_indexes where schemaname = 'history'
                      and (indexname like 'ix_history_%_from' or indexname like 'ix_history_%_to') loop
          execute format('drop index history.%I', found);
        end loop;
      end $$;
      drop function history.track(text);
      alter function history.keep_versions(text) rename to track;
      drop function history.index_revisions(text)`);
    await runner.query(`select history.alter_table('org_unit', 'drop column version'),
                               history.alter_table('person_rights', 'drop column version')`);
  }
}

/**
 * A twin is looked up by the revision that made a version, and by the one that ended it. Both only ever grow, so that
 * keeping them in order costs a write next to nothing. Tables that are tracked from now on get the same.
 */
const INDEX_REVISIONS = `
  create function history.index_revisions(tracked text) returns void language plpgsql as $$
  begin
    execute format('create index if not exists ix_history_%s_from on history.%I (from_rev)', tracked, tracked);
    execute format('create index if not exists ix_history_%s_to on history.%I (to_rev)
                    where to_rev < 9223372036854775807', tracked, tracked);
  end $$;
  alter function history.track(text) rename to keep_versions;
  create function history.track(tracked text) returns void language plpgsql as $$
  begin
    perform history.keep_versions(tracked), history.index_revisions(tracked);
  end $$;
`;
