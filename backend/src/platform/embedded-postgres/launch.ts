import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../config/index.js';
import { startGuardian, type Guardian } from './guardian.js';
import { findRunning, readPostmaster, removeMisleadingLocks } from './postmaster-pid.js';
import { complaintIn } from './run.js';
import type { SystemUser } from './system-user.js';

/** How long a PostgreSQL that still runs on the folder gets to stop, as after a quick restart. */
const predecessorPatienceMs = 5_000;
const reportEveryMs = 5_000;
const keptLogBytes = 5_000_000;

/** Where and how PostgreSQL runs; stays the same over its restarts. */
export interface Place {
  readonly dataDir: string;
  readonly dataFolder: string;
  readonly socketFolder: string;
  /** File that takes the messages of PostgreSQL. */
  readonly logFile: string;
  readonly command: readonly [string, ...string[]];
  readonly user: SystemUser;
  readonly log: (line: string) => void;
}

/**
 * Starts PostgreSQL and waits until it takes connections, which includes repairing what a crash has left.
 * @throws StartError when another one keeps running on the folder, or PostgreSQL ends again
 */
export async function launch(place: Place): Promise<Guardian> {
  const deadline = Date.now() + predecessorPatienceMs;
  for (;;) {
    await waitForPredecessor(place, deadline);
    await removeMisleadingLocks(place.dataFolder, place.socketFolder);
    const { handle, size } = await openLog(place.logFile);
    const guardian = await startGuardian(place.command, place.user, handle.fd).finally(() => handle.close());
    if (await becomesReady(guardian, place)) return guardian;

    const said = (await readFile(place.logFile)).subarray(size).toString();
    // Another start was quicker, or what a killed server left in memory is just being cleared away.
    const passing =
      /lock file|shared memory block/.test(said) || (await findRunning(place.dataFolder)) !== null;
    if (!passing || Date.now() > deadline)
      throw new StartError(`PostgreSQL did not start: ${complaintIn(said)}`);
    await sleep(100);
  }
}

async function waitForPredecessor(place: Place, deadline: number): Promise<void> {
  for (let told = false; ; told = true) {
    const other = await findRunning(place.dataFolder);
    if (!other) return;
    if (Date.now() > deadline) throw inUse(place.dataDir, other.pid);
    if (!told)
      place.log(`Waiting for PostgreSQL, process ${other.pid}, which still runs in ${place.dataDir}`);
    await sleep(50);
  }
}

/** Says that another PostgreSQL keeps running on the folder. */
export function inUse(dataDir: string, pid: number): StartError {
  return new StartError(
    `The data folder ${dataDir} is in use by another server (already running: PostgreSQL, process ${pid}); stop that one, or choose another DATA_DIR.`,
  );
}

async function becomesReady(guardian: Guardian, place: Place): Promise<boolean> {
  let reportAt = Date.now() + reportEveryMs;
  while (guardian.running()) {
    const postmaster = await readPostmaster(place.dataFolder);
    if (postmaster?.ready && postmaster.pid === guardian.pid) return true;
    if (Date.now() > reportAt) {
      place.log('PostgreSQL is still getting ready');
      reportAt += reportEveryMs;
    }
    await sleep(10);
  }
  return false;
}

async function openLog(file: string) {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > keptLogBytes) await rename(file, `${file}.old`);
  const handle = await open(file, 'a', 0o600);
  return { handle, size: size > keptLogBytes ? 0 : size };
}
