import { DataSource } from 'typeorm';
import { ENTITIES } from '../../backend/src/entities';
import { dataSourceOptions } from '../../backend/src/platform/index';
import { migrationDrift } from '../../scripts/migration-drift.mjs';
import { freshDatabase, type TestDatabase } from '../support/database';

describe('the schema that the migrations make', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    dataSource = new DataSource(
      dataSourceOptions({ url: database.ownerUrl, poolSize: 2, entities: ENTITIES }),
    );
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is what the entities say', async () => {
    expect(await migrationDrift(dataSource)).toEqual([]);
  });

  it.each([
    ['a column that no entity has', 'alter table session add column colour text', 'DROP COLUMN "colour"'],
    ['a missing column', 'alter table session drop column seen_at', 'ADD "seen_at"'],
    ['another type', 'alter table milestone alter column title type varchar(500)', '"title"'],
  ])('is found to differ by %s', async (_, change, remedy) => {
    await dataSource.query(change);
    expect(await migrationDrift(dataSource)).toContainEqual(expect.stringContaining(remedy));
  });
});
