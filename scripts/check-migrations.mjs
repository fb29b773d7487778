import path from 'node:path';
import { DataSource } from 'typeorm';
import { startTestServer, stopTestServer } from '../test/support/jest/test-server.mjs';
import { migrationDrift } from './migration-drift.mjs';

/** Runs all migrations on an empty database and compares the result with the entities of the built server. */
const server = path.resolve(import.meta.dirname, '../dist/server');

try {
  const { ENTITIES } = await import(path.join(server, 'entities.js'));
  const { dataSourceOptions } = await import(path.join(server, 'platform/index.js'));
  const url = await startTestServer();
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 2, entities: ENTITIES }));
  await dataSource.initialize();
  const drift = await migrationDrift(dataSource).finally(() => dataSource.destroy());
  for (const statement of drift) console.error(`${statement};`);
  if (drift.length > 0) {
    console.error(
      'The entities say something else than the migrations: add a migration, or correct the entity.',
    );
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await stopTestServer();
}
