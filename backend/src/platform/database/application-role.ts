import type { DataSource } from 'typeorm';
import { StartError } from '../../config/index.js';

/** What a connection says of its own role and of the database that it reached. */
export interface RoleSeen {
  role: string;
  /** The same for two connections to one database of one server. */
  database: string;
  isSuperuser: boolean;
}

/** Asks a connection which role it has and which database it reached. */
export async function roleOf(dataSource: DataSource): Promise<RoleSeen> {
  const [seen] = await dataSource.query<RoleSeen[]>(`
    select current_user as role, rolsuper as "isSuperuser",
           concat_ws('/', pg_postmaster_start_time(), d.oid) as database
      from pg_roles, pg_database d where rolname = current_user and d.datname = current_database()`);
  if (seen === undefined) throw new Error('The database does not know its own user.');
  return seen;
}

/**
 * Gives the role of the application what it needs, and takes what it doesn't: it reads all, changes rows of live tables,
 * and may neither make, alter or empty tables nor write history, change records and the list of migrations; those are
 * written by functions with the owner's rights. Done at each start, as a migration may have brought new tables.
 * @throws StartError when the role could help itself to more than it is given
 */
export async function grantToApplication(owner: DataSource, application: RoleSeen): Promise<void> {
  const { database, role: ownerRole } = await roleOf(owner);
  if (application.database !== database) {
    throw new StartError('DATABASE_URL and MIGRATION_DATABASE_URL lead to different databases.');
  }
  const [power] = await owner.query<{ isOwner: boolean }[]>(
    `select pg_has_role($1, $2, 'member') as "isOwner"`,
    [application.role, ownerRole],
  );
  if (application.isSuperuser || power?.isOwner === true) {
    throw new StartError(
      `The role ${application.role} of DATABASE_URL is a superuser or has the rights of ${ownerRole}: take a role without, or leave MIGRATION_DATABASE_URL away.`,
    );
  }
  await owner.transaction(async (manager) => {
    // One start at a time: two that give the same right at once would meet each other in the catalogue.
    await manager.query('select pg_advisory_xact_lock(20220223)');
    const [names] = await manager.query<{ role: string; database: string }[]>(
      'select quote_ident($1) as role, quote_ident(current_database()) as database',
      [application.role],
    );
    if (names === undefined) return;
    await manager.query(grants(names));
    for (const name of CALLED_BY_APPLICATION) {
      const [found] = await manager.query<{ there: boolean }[]>(
        'select to_regprocedure($1) is not null as there',
        [name],
      );
      if (found?.there) await manager.query(`grant execute on function ${name} to ${names.role}`);
    }
  });
}

/** Functions in schema history that do one thing with the rights of the owner, whoever calls them. */
const CALLED_BY_APPLICATION = ['history.seal_next(integer)'];

/** What was given before is taken first, so that nothing stays that a former version gave. */
const grants = ({ role, database }: { role: string; database: string }): string => `
  revoke create, temporary on database ${database} from public;
  revoke create on schema public from public;
  revoke execute on all functions in schema history, pgboss from public;

  revoke all on schema public, history, as_of, pgboss from ${role};
  revoke all on all tables in schema public, history, as_of, pgboss from ${role};
  revoke all on all sequences in schema public, history from ${role};
  revoke all on all functions in schema history, pgboss from ${role};

  grant usage on schema public, history, as_of, pgboss to ${role};
  grant select on all tables in schema public, history, as_of to ${role};
  grant insert, update, delete on all tables in schema public to ${role};
  grant select, insert, update, delete on all tables in schema pgboss to ${role};
  revoke insert, update, delete on public.change, public.schema_migration from ${role};
  grant usage on all sequences in schema public to ${role};
`;
