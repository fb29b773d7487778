import { randomBytes } from 'node:crypto';
import { Client, type QueryResultRow } from 'pg';
import { dropDatabase } from './jest/drop-database.mjs';
import { startServer } from './server';

/**
 * What a database holds when a test gets it: not even a schema (`nothing`), the schema (`empty`), the reference strategy
 * and organisation on top (`strategy`), or the 30 lead projects on top of that (`sample`).
 */
export type Contents = 'nothing' | 'empty' | 'strategy' | 'sample';

/** A database that one test file has for itself. */
export interface TestDatabase {
  /** Address for `DATABASE_URL`, under the application's role. */
  url: string;
  /** Address for `MIGRATION_DATABASE_URL`, under the role that owns the database. */
  ownerUrl: string;
  /** Runs one statement as the owner, on a connection of its own. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Clones a database that was prepared once per run; drop it at the end of the file. */
export async function freshDatabase(contents: Contents = 'empty'): Promise<TestDatabase> {
  const { serverUrl, applicationUrl, prefix } = testServer();
  if (contents === 'strategy' || contents === 'sample') await prepareOnce(contents);
  const name = `${prefix}_${randomBytes(5).toString('hex')}`;
  const template = contents === 'nothing' ? 'template0' : `${prefix}_${contents}`;
  await runOn(serverUrl, `create database ${name} template ${template}`);
  const ownerUrl = databaseUrl(serverUrl, name);
  return {
    url: databaseUrl(applicationUrl, name),
    ownerUrl,
    query: (sql, parameters) => runOn(ownerUrl, sql, parameters),
    drop: async () => {
      await onServer(serverUrl, (client) => dropDatabase(client, name));
    },
  };
}

/** Lets the built server fill a database at its first start, as it does for whoever installs it. */
async function prepareOnce(contents: 'strategy' | 'sample'): Promise<void> {
  const { serverUrl, applicationUrl, prefix } = testServer();
  const name = `${prefix}_${contents}`;
  const draft = `${name}_draft`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Several workers may want it at once; the first one makes it.
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await dropDatabase(client, draft);
    await client.query(`create database ${draft} template ${prefix}_empty`);
    const server = await startServer(databaseUrl(applicationUrl, draft), {
      MIGRATION_DATABASE_URL: databaseUrl(serverUrl, draft),
      SAMPLE_PORTFOLIO: contents === 'sample' ? 'on' : 'off',
    });
    await server.stop();
    await client.query(`alter database ${draft} rename to ${name}`);
  } finally {
    await client.end();
  }
}

function testServer(): { serverUrl: string; applicationUrl: string; prefix: string } {
  const { TEST_SERVER_URL, TEST_APPLICATION_URL, TEST_DATABASE_PREFIX } = process.env;
  if (!TEST_SERVER_URL || !TEST_APPLICATION_URL || !TEST_DATABASE_PREFIX)
    throw new Error('This test needs a database: it belongs into test/api or test/browser.');
  return { serverUrl: TEST_SERVER_URL, applicationUrl: TEST_APPLICATION_URL, prefix: TEST_DATABASE_PREFIX };
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOn<Row>(url: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return onServer(url, async (client) => (await client.query<Row & QueryResultRow>(sql, parameters)).rows);
}

async function onServer<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
