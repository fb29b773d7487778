import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.setup.js';
import { type Config, loadConfig, StartError } from '../config/index.js';
import { prepareSchema } from './prepare-schema.js';
import { type RunningDatabase, runningDatabase } from './running-database.js';

/** What a task of the command line gets beside the application. */
export interface TaskSettings {
  config: Config;
  /** For what the application's own role may not do; holds a password. */
  ownerUrl: string;
}

/**
 * Runs one task of the command line on a migrated database with the whole application at hand, then stops all of it. A
 * server may be running on the same database.
 */
export async function withApp(
  task: (app: NestFastifyApplication, settings: TaskSettings) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database, config) => {
    await prepareSchema(database);
    const app = await createApp(config, database.url);
    try {
      await task(app, { config, ownerUrl: database.ownerUrl });
    } finally {
      await app.close();
    }
  });
}

/** Runs one task of the command line on a database as it is. What is to be mended by whoever calls it is one sentence. */
export async function withDatabase(
  task: (database: RunningDatabase, config: Config) => Promise<void>,
): Promise<void> {
  try {
    const config = loadConfig();
    const log = (line: string): void => void process.stdout.write(`${line}\n`);
    const database = await runningDatabase(config, { log, join: true });
    try {
      await task(database, config);
    } finally {
      await database.stop();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
