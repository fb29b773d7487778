import { DataSource } from 'typeorm';
import { StartError } from '../config/index.js';
import { dataSourceOptions, grantToApplication, migrate, roleOf } from '../platform/index.js';
import type { DatabaseAddress } from './running-database.js';

const NO_RIGHT = '42501';

/**
 * Brings the schema of a database up to date under the role that owns it, and gives the application's role its rights.
 * @throws StartError when the database can't be reached, is from a newer version or the roles don't fit
 */
export async function prepareSchema({ url, ownerUrl }: DatabaseAddress): Promise<string[]> {
  return withDataSource(ownerUrl, async (owner) => {
    const run = await migrate(owner).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== NO_RIGHT) throw error;
      throw new StartError(
        'The schema is to be brought up to date, and the role of DATABASE_URL may not do it: set MIGRATION_DATABASE_URL.',
      );
    });
    if (ownerUrl !== url) await grantToApplication(owner, await withDataSource(url, roleOf));
    return run;
  });
}

/** Does something over a few connections of its own, without the time-outs of requests. */
export async function withDataSource<T>(
  url: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 2 }));
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartError(
      `The database can not be reached: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
