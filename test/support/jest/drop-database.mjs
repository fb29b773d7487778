/**
 * Drops a database and ends whatever still uses it. Not `with (force)`: that refuses where an autovacuum worker is in the
 * database, which belongs to no role and which only a superuser may end by force; the plain command ends it by itself.
 * @param {import('pg').Client} client of the role that owns the database, connected to another one
 * @param {string} name
 */
export async function dropDatabase(client, name) {
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename is not null',
    [name],
  );
  await client.query(`drop database if exists ${name}`);
}
