import { randomBytes } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inUse } from './launch.js';
import { findRunning } from './postmaster-pid.js';

/** Owns the database and may create others; no superuser. The database is called as its owner. */
export const OWNER = 'agenda';
/** The application's role: owns nothing and makes nothing, has what the owner gives it. */
export const APPLICATION = 'agenda_app';

/** The passwords of both roles, each in a file that nobody but the server's own user can read. */
export interface Secrets {
  readonly owner: string;
  readonly application: string;
}

const ownerFile = 'secret';
const applicationFile = 'secret-app';

/** Reads the passwords in the folder of a cluster. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const [owner, application] = await Promise.all(
    [ownerFile, applicationFile].map(async (file) => (await readFile(join(folder, file), 'utf8')).trim()),
  );
  return { owner: owner ?? '', application: application ?? '' };
}

/** Makes what passwords are missing in the folder of a cluster, and returns all. */
export async function settleSecrets(folder: string): Promise<Secrets> {
  for (const file of [ownerFile, applicationFile]) {
    const password = `${randomBytes(24).toString('base64url')}\n`;
    await writeFile(join(folder, file), password, { mode: 0o600, flag: 'wx' }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
  return readSecrets(folder);
}

/** Writes who may sign in, in place of what initdb has written. */
export async function writeAccessRules(dataFolder: string): Promise<void> {
  await writeFile(join(dataFolder, 'pg_hba.conf'), [OWNER, APPLICATION].map(accessRule).join(''));
}

const accessRule = (role: string): string => `local all ${role} scram-sha-256\n`;

/** Who may not end the connections of the application could not drop a database that it uses. */
const MAY_END_ITS_CONNECTIONS = `GRANT ${APPLICATION} TO ${OWNER}`;

/** Statements, one a line as the single-user mode reads them, for a new cluster. */
export function rolesAndDatabase({ owner, application }: Secrets): string[] {
  return [
    `CREATE ROLE ${OWNER} LOGIN CREATEDB PASSWORD '${owner}'`,
    `CREATE DATABASE ${OWNER} OWNER ${OWNER}`,
    `CREATE ROLE ${APPLICATION} LOGIN PASSWORD '${application}'`,
    MAY_END_ITS_CONNECTIONS,
  ];
}

/** How long a start waits for another server, or for another start, that is at work on the same folder. */
const PATIENCE_MS = 5_000;

/**
 * Gives a cluster of a version that knew the owner alone its second role. The line in the access rules is written last:
 * whoever is cut off, or meets another start at the same work, does it again with the same password.
 * @param asSuperuser runs statements without a server; false when a server or another start holds the folder
 * @throws StartError when a server keeps running on the folder
 */
export async function settleApplicationRole(
  { dataDir, folder }: { dataDir: string; folder: string },
  asSuperuser: (statements: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const dataFolder = join(folder, 'data');
  const rules = join(dataFolder, 'pg_hba.conf');
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await readFile(rules, 'utf8')).includes(accessRule(APPLICATION))) {
    const { application } = await settleSecrets(folder);
    const other = await findRunning(dataFolder);
    if (other !== null && Date.now() > deadline) throw inUse(dataDir, other.pid);
    if (other === null && (await asSuperuser([settleRole(application), MAY_END_ITS_CONNECTIONS]))) {
      await appendFile(rules, accessRule(APPLICATION));
    } else {
      await sleep(100);
    }
  }
}

const settleRole = (password: string): string =>
  `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${APPLICATION}') ` +
  `THEN ALTER ROLE ${APPLICATION} LOGIN PASSWORD '${password}'; ` +
  `ELSE CREATE ROLE ${APPLICATION} LOGIN PASSWORD '${password}'; END IF; END $$`;
