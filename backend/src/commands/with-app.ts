import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../app.setup.js';
import { type Config, loadConfig, StartError } from '../config/index.js';
import { dataSourceOptions, migrate } from '../platform/index.js';
import { runningDatabase } from './running-database.js';

/**
 * Brings the schema of a database up to date.
 * @throws StartError when the database can't be reached or is from a newer version
 */
export async function prepareSchema(url: string): Promise<string[]> {
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 2 }));
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartError(
      `The database can not be reached: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Runs one task of the command line on a migrated database with the whole application at hand, then stops all of it. */
export async function withApp(
  task: (app: NestFastifyApplication, config: Config) => Promise<void>,
): Promise<void> {
  try {
    const config = loadConfig();
    const database = await runningDatabase(config, (line) => process.stdout.write(`${line}\n`));
    try {
      await prepareSchema(database.url);
      const app = await createApp(config, database.url);
      try {
        await task(app, config);
      } finally {
        await app.close();
      }
    } finally {
      await database.stop();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
