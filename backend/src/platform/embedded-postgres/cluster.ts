import { mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../config/index.js';
import {
  rolesAndDatabase,
  readSecrets,
  type Secrets,
  settleApplicationRole,
  settleSecrets,
  writeAccessRules,
} from './cluster-roles.js';
import type { Engine } from './engine.js';
import { makeFolder } from './folders.js';
import { complaintIn, run, type Outcome } from './run.js';
import { serverArguments, type ServerSettings } from './server-arguments.js';
import type { SystemUser } from './system-user.js';

const leftoverAfterMs = 10 * 60_000;

/**
 * Database words are split in the text search by what the locale calls a letter; `C` would take the German
 * quotation marks for letters. The first of these that the machine knows is used.
 */
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'de_DE.UTF-8', 'C'];

/** The files of the database on disk. */
export interface Cluster {
  readonly dataFolder: string;
  readonly secrets: Secrets;
}

/**
 * Makes the database in `<dataDir>/postgres` if it is not there. It is made in a sibling and renamed, so that two
 * first starts at once, or one that is cut off, never leave half of one.
 * @throws StartError when it cannot be made, or was written by another major version of PostgreSQL
 */
export async function prepareCluster(options: {
  dataDir: string;
  engine: Engine;
  user: SystemUser;
  settings: ServerSettings;
  log: (line: string) => void;
}): Promise<Cluster> {
  const folder = join(options.dataDir, 'postgres');
  const dataFolder = join(folder, 'data');
  if ((await versionOf(dataFolder)) === null) {
    options.log(`Setting up the database in ${options.dataDir}`);
    await removeLeftovers(options.dataDir);
    const draft = await mkdtemp(join(options.dataDir, 'postgres.new-'));
    try {
      await fillDraft(draft, options);
      await rename(draft, folder);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      // When another start was quicker, its database is as good as this one.
      if ((await versionOf(dataFolder)) === null) throw error;
    }
  }
  const version = await versionOf(dataFolder);
  if (version !== options.engine.major) {
    throw new StartError(
      `The database in ${options.dataDir} was written by PostgreSQL ${version}, and this is PostgreSQL ${options.engine.major}; choose another DATA_DIR.`,
    );
  }
  await settleApplicationRole({ dataDir: options.dataDir, folder }, async (statements) => {
    const made = await singleUser(dataFolder, statements, options);
    if (/lock file/.test(made.stderr)) return false;
    refuseFailure(made);
    return true;
  });
  return { dataFolder, secrets: await readSecrets(folder) };
}

async function fillDraft(
  draft: string,
  options: { engine: Engine; user: SystemUser; settings: ServerSettings },
): Promise<void> {
  const { user } = options;
  const data = join(draft, 'data');
  await makeFolder(draft, user.switched ? 0o711 : 0o700);
  await makeFolder(data, 0o700, user);
  const secrets = await settleSecrets(draft);

  refuseFailure(await initialise(data, options));
  await writeAccessRules(data);
  refuseFailure(await singleUser(data, rolesAndDatabase(secrets), options));
}

/** Runs statements, one a line, as the superuser, whom no server ever lets in. */
async function singleUser(
  dataFolder: string,
  statements: readonly string[],
  { engine, user, settings }: { engine: Engine; user: SystemUser; settings: ServerSettings },
): Promise<Outcome> {
  const args = ['--single', ...serverArguments({ dataFolder, settings }), 'postgres'];
  const outcome = await run(engine.postgres, args, { user, input: statements.join('\n') });
  return /^.*(ERROR|FATAL|PANIC):/m.test(outcome.stderr) ? { ...outcome, code: 1 } : outcome;
}

async function initialise(
  data: string,
  { engine, user, settings }: { engine: Engine; user: SystemUser; settings: ServerSettings },
): Promise<Outcome> {
  const args = [`--pgdata=${data}`, '--username=postgres', '--auth=reject', '--encoding=UTF8', '--locale=C'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (settings['fsync'] === 'off') args.push('--no-sync');
  let outcome: Outcome = { code: -1, stdout: '', stderr: '' };
  for (const locale of characterLocales) {
    outcome = await run(engine.initdb, [...args, `--lc-ctype=${locale}`], { user });
    if (!outcome.stderr.includes('invalid locale')) break;
  }
  return outcome;
}

function refuseFailure({ code, stderr }: Outcome): void {
  if (code === 0) return;
  throw new StartError(`The database could not be set up: ${complaintIn(stderr)} (code ${code}).`);
}

async function versionOf(dataFolder: string): Promise<string | null> {
  try {
    return (await readFile(join(dataFolder, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes what set-ups that were cut off left behind; a young one may belong to a start that is at work. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith('postgres.new-')) continue;
    const path = join(dataDir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > leftoverAfterMs) await rm(path, { recursive: true, force: true });
  }
}
