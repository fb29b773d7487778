import type { Config } from '../config/index.js';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.js';

/** How one database is reached under its two roles; both addresses hold a password. */
export interface DatabaseAddress {
  /** Under the application's role. */
  url: string;
  /** Under the role that owns it; the same address where there is one role for all. */
  ownerUrl: string;
}

/** A database that can be used, and how to let go of it. */
export interface RunningDatabase extends DatabaseAddress {
  /** Where it is, without secrets, to be shown at start. */
  place: string;
  stop: () => Promise<void>;
}

/**
 * Uses the configured database, or the embedded one: starts it, or, where a command says that it may, joins the one
 * that a server has running.
 */
export async function runningDatabase(
  config: Config,
  { log, join = false }: { log: (line: string) => void; join?: boolean },
): Promise<RunningDatabase> {
  if (config.databaseUrl !== null) {
    const { host, pathname } = new URL(config.databaseUrl);
    return {
      url: config.databaseUrl,
      ownerUrl: config.migrationDatabaseUrl ?? config.databaseUrl,
      place: `${host}${pathname}`,
      stop: () => Promise.resolve(),
    };
  }
  const running = join ? await joinEmbeddedPostgres(config.dataDir) : null;
  const server =
    running ??
    (await startEmbeddedPostgres({
      dataDir: config.dataDir,
      log,
      onLost: (error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      },
    }));
  return { url: server.url, ownerUrl: server.ownerUrl, place: config.dataDir, stop: server.stop };
}
