import { join } from 'node:path';
import { type Addresses, addressesOf } from './addresses.js';
import { prepareCluster } from './cluster.js';
import type { Secrets } from './cluster-roles.js';
import { prepareEngine } from './engine.js';
import { cannotBeWritten, prepareDataFolder, prepareSocketFolder } from './folders.js';
import { type Place } from './launch.js';
import { serverArguments, type ServerSettings } from './server-arguments.js';
import { supervise } from './supervise.js';
import { chooseSystemUser } from './system-user.js';

/** What `startEmbeddedPostgres` takes. */
export interface EmbeddedPostgresOptions {
  /** Folder that holds everything; made if it is not there. */
  readonly dataDir: string;
  /** Takes a line whenever something happens that takes time or that an operator should know. */
  readonly log?: (line: string) => void;
  /** Settings of PostgreSQL that replace or add to the usual ones; tests turn off `fsync`. */
  readonly settings?: ServerSettings;
  /** Is told once when PostgreSQL has ended and cannot be brought back: the server should end as well. */
  readonly onLost?: (error: Error) => void;
}

/** A running PostgreSQL and how to reach it. Unix socket only. */
export interface EmbeddedPostgres extends Addresses {
  /** Process number, which changes when PostgreSQL had to be started again. */
  readonly pid: () => number | null;
  /** Stops PostgreSQL in order. Close all connections first; what is open is cut off. May be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL of its own in a folder, as root (under another user) or as an ordinary user. It stops when
 * this process ends, however it ends, and is started again when it ends by itself.
 * @throws StartError with one sentence for whoever starts the server
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = await prepare(options).catch((error: unknown) => {
    const isOfFileSystem = error instanceof Error && 'syscall' in error;
    throw isOfFileSystem ? cannotBeWritten(options.dataDir, error) : error;
  });
  const server = await supervise(place, options.onLost ?? (() => undefined));
  return { ...addressesOf(place.socketFolder, place.secrets), pid: server.pid, stop: server.stop };
}

async function prepare({
  dataDir,
  log = () => undefined,
  settings = {},
}: EmbeddedPostgresOptions): Promise<Place & { secrets: Secrets }> {
  const user = await chooseSystemUser(join(dataDir, 'postgres/data'));
  const real = await prepareDataFolder(dataDir, user);
  const engine = await prepareEngine(real, user, log);
  const { dataFolder, secrets } = await prepareCluster({ dataDir: real, engine, user, settings, log });
  const socketFolder = await prepareSocketFolder(real, user);
  return {
    dataDir,
    dataFolder,
    socketFolder,
    secrets,
    logFile: join(real, 'postgres.log'),
    command: [engine.postgres, ...serverArguments({ dataFolder, socketFolder, settings })],
    user,
    log,
  };
}
