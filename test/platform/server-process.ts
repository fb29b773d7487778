import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

const script = path.join(import.meta.dirname, 'start-postgres.mjs');

/** What `start-postgres.mjs` says: where PostgreSQL is, or why it was not started. */
interface Said {
  /** Address under the role that owns the database. */
  url: string;
  /** Address under the application's role. */
  applicationUrl: string;
  /** Folder of the socket. */
  host: string;
  refused?: string;
  by?: string;
}

/** A process of its own that has started, or failed to start, the embedded PostgreSQL of a folder. */
export interface ServerProcess extends Said {
  child: ChildProcess;
}

const started = new Set<ChildProcess>();

/** Starts a process and waits until it has said how it went. */
export async function startServer(dataDir: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.add(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { ...(JSON.parse(line) as Said), child };
}

/** Ends a process by a signal and waits for its end. */
export async function end(
  { child }: Pick<ServerProcess, 'child'>,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Ends whatever a failed test has left. */
export async function endAll(): Promise<void> {
  for (const child of started) await end({ child });
  started.clear();
}

/** Process number of the PostgreSQL that holds a folder, by its lock file. */
export function postgresPid(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Waits until a condition holds, for at most ten seconds. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs one statement over a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  // A server that is killed breaks the connection; the statement's own failure is what counts.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
