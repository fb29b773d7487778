import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../config/index.js';
import { APPLICATION, OWNER, readSecrets, type Secrets } from './cluster-roles.js';
import { socketFolderOf } from './folders.js';
import { findRunning } from './postmaster-pid.js';

/** How the embedded PostgreSQL is reached. Unix socket only. */
export interface Addresses {
  /** Folder of the socket, which `pg` takes as host. */
  readonly host: string;
  /** Address under the application's role, which makes no tables; holds its password. */
  readonly url: string;
  /** Address under the role that owns the database; it may create others and is no superuser. */
  readonly ownerUrl: string;
}

/** Puts the addresses together. */
export function addressesOf(socketFolder: string, { owner, application }: Secrets): Addresses {
  const address = (role: string, password: string): string =>
    `postgresql://${role}:${password}@localhost/${OWNER}?host=${encodeURIComponent(socketFolder)}`;
  return {
    host: socketFolder,
    url: address(APPLICATION, application),
    ownerUrl: address(OWNER, owner),
  };
}

/**
 * Finds the PostgreSQL that a server has running on a folder; null when none has. It stays that server's: `stop` lets go
 * of it and no more.
 * @throws StartError when one is running, and this user may not read its passwords
 */
export async function joinEmbeddedPostgres(
  dataDir: string,
): Promise<(Addresses & { stop: () => Promise<void> }) | null> {
  try {
    const real = await realpath(dataDir);
    const postmaster = await findRunning(join(real, 'postgres/data'));
    if (postmaster?.ready !== true) return null;
    const secrets = await readSecrets(join(real, 'postgres'));
    return { ...addressesOf(socketFolderOf(real), secrets), stop: () => Promise.resolve() };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code !== 'EACCES') throw cause;
    throw new StartError(
      `The data folder ${dataDir} belongs to another user: run this as root or as the user who started the server.`,
      { cause },
    );
  }
}
