import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.js';

/** What `postmaster.pid` says about the server of a data folder. */
export interface Postmaster {
  readonly pid: number;
  /** True when it takes connections. */
  readonly ready: boolean;
}

/** Reads the lock file of a data folder; null when there is none. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | null> {
  const lines = await readLines(join(dataFolder, 'postmaster.pid'));
  const pid = Number(lines?.[0]);
  return lines && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

/**
 * Tells which PostgreSQL is running on a data folder, if any. A lock file may outlive its server, and its number
 * may meanwhile belong to another program, so the command line of that process is looked at.
 */
export async function findRunning(dataFolder: string): Promise<Postmaster | null> {
  const postmaster = await readPostmaster(dataFolder);
  return postmaster && (await servesFolder(postmaster.pid, dataFolder)) ? postmaster : null;
}

/**
 * Removes lock files whose number belongs to some other program now. PostgreSQL itself removes those of dead
 * processes, but takes any living one of the same user for its predecessor and refuses to start.
 */
export async function removeMisleadingLocks(dataFolder: string, socketFolder: string): Promise<void> {
  for (const file of [join(dataFolder, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const pid = Number((await readLines(file))?.[0]);
    if (pid > 0 && isAlive(pid) && !(await servesFolder(pid, dataFolder))) await rm(file, { force: true });
  }
}

async function servesFolder(pid: number, dataFolder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return commandLine.split('\0').includes(dataFolder);
  }
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
  return stdout.includes(` -D ${dataFolder} `);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readLines(file: string): Promise<string[] | null> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
