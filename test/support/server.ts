import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const patienceMs = 60_000;

/** A server process of the built application. */
export interface RunningServer {
  /** Origin, e.g. `http://localhost:40123`. */
  origin: string;
  readonly process: ChildProcess;
  /** All that it has said so far, its log included. */
  said(): string;
  stop(): Promise<void>;
}

/**
 * Starts the built server, on a free port unless the settings name one, and waits until it is ready.
 * @throws Error with all that the server said, when it ends or is not ready in time
 */
export async function startServer(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const port = Number(settings.PORT ?? (await freePort()));
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['scripts/start.mjs', '--no-build'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    await untilReady(child, origin);
  } catch (cause) {
    await stop(child);
    throw new Error(`The server did not start:\n${said.join('')}`, { cause });
  }
  return { origin, process: child, said: () => said.join(''), stop: () => stop(child) };
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`The server was not ready within ${patienceMs} ms.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), pause(10_000, false, { ref: false })]);
  if (!inTime) child.kill('SIGKILL');
}

/** The system takes ports of outgoing connections from above these. */
const PORTS = { first: 20_000, count: 12_000 };

/** A port that nobody listens on, and that stays free for who listens, stops and listens again. */
export async function freePort(): Promise<number> {
  const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
  const probe = createServer().listen(port, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  probe.close();
  await once(probe, 'close');
  return port;
}
