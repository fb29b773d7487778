import type { TestDatabase } from '../database';

/** What changes without anybody changing anything: when a session was last seen. */
const WITHOUT = ['session'];

/** One text for all that the tables hold; two are the same only when nothing was changed in between. */
export async function fingerprint(database: TestDatabase): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> all ($1) order by tablename`,
    [WITHOUT],
  );
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${name} t`,
  );
  const rows = await database.query<{ name: string; sum: string }>(sums.join(' union all '));
  return rows
    .map(({ name, sum }) => `${name} ${sum}`)
    .sort()
    .join('\n');
}
