/**
 * The statements that would make the schema of a migrated database into what the entities say; none when migrations and
 * entities agree. It does not see a changed CHECK expression (such a constraint gets a new name), nor what a generated
 * column is made of. Works on a data source and a database that are thrown away, because it changes both.
 */
export async function migrationDrift(dataSource) {
  await acceptGeneratedColumns(dataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/**
 * TypeORM looks up generated columns in a table of its own, which no migration makes, and wants their expression in the
 * entity as well, where it would stand a second time.
 */
async function acceptGeneratedColumns(dataSource) {
  await dataSource.query(
    `create table if not exists typeorm_metadata
       (type text, database text, schema text, "table" text, name text, value text)`,
  );
  const generated = await dataSource.query(
    `insert into typeorm_metadata
     select 'GENERATED_COLUMN', table_catalog, table_schema, table_name, column_name, 'as migrated'
       from information_schema.columns where is_generated = 'ALWAYS' and table_schema = 'public'
     returning "table", name`,
  );
  for (const { table, name } of generated) {
    const entity = dataSource.entityMetadatas.find(({ tableName }) => tableName === table);
    const column = entity?.columns.find(({ databaseName }) => databaseName === name);
    if (column) Object.assign(column, { generatedType: 'STORED', asExpression: 'as migrated' });
  }
}
