import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { cleanEnvironment } from './run.js';
import type { SystemUser } from './system-user.js';

/**
 * Starts PostgreSQL, tells its process number, and asks it to stop (SIGINT, "fast shutdown") as soon as the pipe
 * from the server closes, which it does however the server ends, by `kill -9` too. Ends when PostgreSQL ends.
 * Uses nothing but what is built into every shell.
 */
const script = `
exec 3<&0 </dev/null
"$@" 3<&- >&2 &
postgres=$!
trap "" INT HUP TERM
echo $postgres
(read -r line <&3; kill -INT $postgres) >/dev/null &
watcher=$!
wait $postgres
code=$?
kill -KILL $watcher 2>/dev/null
exit $code
`;

/** A running PostgreSQL together with the shell that watches over it. */
export interface Guardian {
  /** Process number of PostgreSQL. */
  readonly pid: number;
  /** False as soon as PostgreSQL has ended. */
  readonly running: () => boolean;
  /** Resolves when PostgreSQL has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks PostgreSQL to stop; insists after the given time. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

/**
 * Starts a program under a guardian, in a session of its own, so that Ctrl-C in the terminal reaches the server
 * alone, which can then finish what it is answering. Doesn't keep Node from ending.
 * @param logFile open file that takes the messages of PostgreSQL
 */
export async function startGuardian(
  command: readonly [string, ...string[]],
  user: SystemUser,
  logFile: number,
): Promise<Guardian> {
  const identity = user.switched ? { uid: user.uid, gid: user.gid } : {};
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
    ...identity,
    cwd: '/',
    env: cleanEnvironment,
    detached: true,
    stdio: ['pipe', 'pipe', logFile],
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const { stdin, stdout } = child;
  if (!(stdin instanceof Socket) || !(stdout instanceof Socket))
    throw new Error('The guardian has no pipes.');
  // The guardian reads no byte and may go first; `ended` tells.
  stdin.on('error', () => undefined);
  const pid = await readPid(stdout, ended);
  for (const part of [child, stdin, stdout]) part.unref();

  return {
    pid,
    running: () => !over,
    ended,
    async stop(patienceMs) {
      stdin.end();
      if (over) return;
      child.ref();
      // SIGQUIT gives up what is open and is repaired at the next start.
      const timer = setTimeout(() => over || process.kill(pid, 'SIGQUIT'), patienceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function readPid(stdout: Socket, ended: Promise<void>): Promise<number> {
  const lines = createInterface({ input: stdout });
  const line = once(lines, 'line').then(([text]) => Number(text));
  const pid = await Promise.race([line, ended.then(() => 0)]);
  lines.close();
  return pid;
}
