import type { ClientBase } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartError } from '../../config/index.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNamingStrategy } from './naming-strategy.js';
import { useProjectTypes } from './pg-types.js';

/** Arguments of {@link dataSourceOptions}. */
export interface DataSourceSettings {
  /** `postgresql://…`; a socket's folder as `?host=`. */
  url: string;
  poolSize: number;
  entities?: DataSourceOptions['entities'];
  /** Absent where work may take as long as it takes: migrations, loading, backups. */
  timeouts?: Timeouts;
}

/** After how many milliseconds PostgreSQL itself gives up. */
export interface Timeouts {
  statement: number;
  /** Waiting for somebody else's lock. */
  lock: number;
  /** A transaction in which nothing happens. */
  idle: number;
}

/** What answers a request never takes this long unless something is wrong; exports set their own. */
export const REQUEST_TIMEOUTS: Timeouts = { statement: 15_000, lock: 5_000, idle: 60_000 };

/** Builds the options of the one connection pool. `synchronize` is off everywhere; migrations make the schema. */
export function dataSourceOptions({
  url,
  poolSize,
  entities,
  timeouts,
}: DataSourceSettings): DataSourceOptions {
  useProjectTypes();
  return {
    type: 'postgres',
    url,
    entities: entities ?? [],
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    applicationName: 'digital-agenda',
    extra: {
      max: poolSize,
      // Half of a word's trigrams is near enough for a search that forgives typing errors.
      options: `-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.5${timeouts ? timeoutOptions(timeouts) : ''}`,
      connectionTimeoutMillis: 5_000,
      onConnect: surviveLoss,
    },
  };
}

function timeoutOptions({ statement, lock, idle }: Timeouts): string {
  return ` -c statement_timeout=${statement} -c lock_timeout=${lock} -c idle_in_transaction_session_timeout=${idle}`;
}

/**
 * The pool listens to connections that nobody uses. One that breaks in use fails its statement, which is answered, and
 * reports the same once more as an event, which would end the process if nobody listened.
 */
function surviveLoss(client: ClientBase): void {
  client.on('error', () => undefined);
}

/**
 * Runs what is missing of the migrations and returns their names. Several server processes may start at once: one
 * migrates, the others wait.
 * @throws UnknownMigrations when the database was migrated by a newer version
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(20220223)');
    await refuseNewerDatabase(dataSource);
    const run = await dataSource.runMigrations();
    return run.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock(20220223)');
    await lock.release();
  }
}

async function refuseNewerDatabase(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ found: string | null }[]>(
    "select to_regclass('public.schema_migration')::text as found",
  );
  if (row?.found == null) return;
  const known = new Set<string>(MIGRATIONS.map(({ name }) => name));
  const done = await dataSource.query<{ name: string }[]>('select name from schema_migration');
  const unknown = done.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new UnknownMigrations(unknown);
}

/** The database was migrated by a newer version of this program than the one that was started. */
export class UnknownMigrations extends StartError {
  constructor(names: string[]) {
    super(
      `The database has migrations that this version does not know (${names.join(', ')}): start a newer version.`,
    );
  }
}
