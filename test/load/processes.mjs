import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const root = path.resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;

/** Runs a program to its end, its lines shown; fails when it fails. */
export async function run(file, args, environment) {
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${code}.`);
}

/** Starts a server and waits until an address of it answers; ends with it when it ends. */
export async function serve(file, { environment, address }) {
  const child = spawn(process.execPath, [path.join(root, file)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}.`);
    if (Date.now() > deadline) throw new Error(`${file} does not answer.`);
    if (await answers(address)) break;
    await pause(100);
  }
  return {
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Signs in as a sample account and returns the cookie. */
export async function signIn(origin, login) {
  const answer = await fetch(`${origin}/api/v1/session/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'digital-agenda' },
    body: JSON.stringify({ login }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`Signing in was answered by ${answer.status}.`);
  return cookie;
}

/** Makes a folder for a database; `stops` is told how it goes away again. */
export async function temporaryFolder(stops) {
  const made = await mkdtemp(path.join(os.tmpdir(), 'digital-agenda-bench-'));
  // PostgreSQL runs as another user when this is started by root.
  await chmod(made, 0o755);
  stops.push(() => rm(made, { recursive: true, force: true }));
  return made;
}
