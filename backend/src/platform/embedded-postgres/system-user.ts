import { userInfo } from 'node:os';
import { stat } from 'node:fs/promises';
import { StartError } from '../../config/index.js';
import { run } from './run.js';

/** The user of the operating system that PostgreSQL runs as, which is never root. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True when the server itself runs as root, so that files have to be handed over. */
  readonly switched: boolean;
}

/**
 * Chooses the user: the own one, or, since PostgreSQL refuses to run as root, the owner of the existing data, else
 * `postgres`, else `nobody`.
 * @throws StartError when there is none
 */
export async function chooseSystemUser(dataFolder: string): Promise<SystemUser> {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    throw new StartError('The embedded PostgreSQL runs on Linux and macOS only; set DATABASE_URL.');
  }
  if (uid !== 0) return { name: ownName(uid), uid, gid, switched: false };

  const owner = await stat(dataFolder).catch(() => null);
  if (owner && owner.uid !== 0) {
    return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid, switched: true };
  }
  for (const name of ['postgres', 'nobody']) {
    const user = await lookUp(name);
    if (user) return user;
  }
  throw new StartError(
    'PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody"; set DATABASE_URL.',
  );
}

function ownName(uid: number): string {
  try {
    return userInfo().username;
  } catch (cause) {
    throw new StartError(
      `The user ${uid} is unknown to this machine, and PostgreSQL refuses to run as such a user; set DATABASE_URL.`,
      { cause },
    );
  }
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const uid = await run('id', ['-u', name]);
  const gid = await run('id', ['-g', name]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout), switched: true };
}
