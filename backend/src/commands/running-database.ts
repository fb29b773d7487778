import type { Config } from '../config/index.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.js';

/** A database that can be used, and how to let go of it. */
export interface RunningDatabase {
  url: string;
  /** Where it is, without secrets, to be shown at start. */
  place: string;
  stop: () => Promise<void>;
}

/** Uses the configured database, or starts the embedded one. */
export async function runningDatabase(config: Config, log: (line: string) => void): Promise<RunningDatabase> {
  if (config.databaseUrl !== null) {
    const { host, pathname } = new URL(config.databaseUrl);
    return { url: config.databaseUrl, place: `${host}${pathname}`, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log,
    onLost: (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  });
  return { url: server.url, place: config.dataDir, stop: server.stop };
}
