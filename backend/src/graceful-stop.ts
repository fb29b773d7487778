import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RunningDatabase } from './commands/running-database.js';
import { Readiness } from './platform/index.js';

/** So long may requests that are under way take to end once the server listens no more. */
const REQUESTS_END_WITHIN_MS = 10_000;
/** What takes longer than this after that hangs. */
const ALL_ENDS_WITHIN_MS = 5_000;

/**
 * On SIGINT and SIGTERM: says that it is not ready, waits a pause for the load balancer, listens no more, lets requests
 * under way end, then closes the connections to the database, then stops the database that it started.
 */
export function stopOnSignals(
  app: NestFastifyApplication,
  database: RunningDatabase,
  { pauseSeconds }: { pauseSeconds: number },
): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void stopInOrder(app, database, pauseSeconds).finally(() => process.exit());
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function stopInOrder(
  app: NestFastifyApplication,
  database: RunningDatabase,
  pauseSeconds: number,
): Promise<void> {
  app.get(Readiness).leave();
  await pause(pauseSeconds * 1000);
  setTimeout(() => app.getHttpServer().closeAllConnections(), REQUESTS_END_WITHIN_MS).unref();
  setTimeout(() => process.exit(1), REQUESTS_END_WITHIN_MS + ALL_ENDS_WITHIN_MS).unref();
  try {
    await app.close();
  } finally {
    await database.stop();
  }
}
