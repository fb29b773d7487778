import { createHash } from 'node:crypto';
import { access, chmod, chown, constants, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../config/index.js';
import { run } from './run.js';
import type { SystemUser } from './system-user.js';

/** Longest path of a socket in bytes; macOS allows 103, Linux 107. */
const longestSocketPath = 103;

/**
 * Makes the data folder if it is not there.
 * @returns its real path, by which a running PostgreSQL is recognised
 * @throws StartError when it cannot be written, or PostgreSQL's user cannot get into it
 */
export async function prepareDataFolder(dataDir: string, user: SystemUser): Promise<string> {
  try {
    const made = await mkdir(dataDir, { recursive: true });
    if (made !== undefined) await chmod(dataDir, user.switched ? 0o711 : 0o700);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (user.switched) await letPass(dataDir);
  } catch (cause) {
    throw cannotBeWritten(dataDir, cause);
  }
  const real = await realpath(dataDir);
  const entered = await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', real], { user });
  if (entered.code !== 0) {
    throw new StartError(
      `PostgreSQL runs as user "${user.name}" when the server is started by root, and that user may not enter the data folder ${dataDir}; choose another one with DATA_DIR.`,
    );
  }
  return real;
}

/** Says in one sentence that the data folder cannot be written, and why. */
export function cannotBeWritten(dataDir: string, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message.split(',')[0] : 'unknown reason';
  return new StartError(
    `The data folder ${dataDir} cannot be written (${reason}); choose another one with DATA_DIR, or set DATABASE_URL.`,
    { cause },
  );
}

/** Makes a folder with exactly this mode, whatever the umask, and hands it to the user. */
export async function makeFolder(path: string, mode: number, user?: SystemUser): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, mode);
  if (user?.switched) await chown(path, user.uid, user.gid);
}

/**
 * The folder of the socket: `run` in the data folder, or a short one below /tmp where the path would be too long for a
 * socket.
 */
export function socketFolderOf(dataDir: string): string {
  const usual = join(dataDir, 'run');
  if (Buffer.byteLength(join(usual, '.s.PGSQL.5432')) <= longestSocketPath) return usual;
  return `/tmp/digital-agenda-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
}

/** Makes the folder of the socket, which nobody but PostgreSQL's user may enter. */
export async function prepareSocketFolder(dataDir: string, user: SystemUser): Promise<string> {
  const folder = socketFolderOf(dataDir);
  if (folder.startsWith(dataDir)) {
    await makeFolder(folder, 0o700, user);
    return folder;
  }
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  // Anybody may write to /tmp: what somebody else has put there under this name is not used.
  const found = await lstat(folder);
  if (!found.isDirectory() || ![process.getuid?.(), user.uid].includes(found.uid)) {
    throw new StartError(
      `The folder ${folder} belongs to somebody else; choose a DATA_DIR with a shorter path.`,
    );
  }
  await makeFolder(folder, 0o700, user);
  return folder;
}

/** Lets other users pass through, not look into, a folder that root keeps for itself (as `mktemp -d` makes it). */
async function letPass(folder: string): Promise<void> {
  const { mode, uid } = await stat(folder);
  if (uid === 0 && (mode & 0o001) === 0) await chmod(folder, (mode & 0o777) | 0o011);
}
