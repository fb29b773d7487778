import { Client, type QueryResultRow } from 'pg';

/**
 * What a database holds when a test gets it: the schema (`empty`), or the reference strategy, the sample accounts and
 * the 30 lead projects on top (`sample`).
 */
export type Contents = 'empty' | 'sample';

/** A database that one test file has for itself. */
export interface TestDatabase {
  /** Address for `DATABASE_URL`. */
  url: string;
  /** Runs one statement on a connection of its own. */
  query<Row extends QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

let count = 0;

/** Clones a database that was migrated once per run; drop it at the end of the file. */
export async function freshDatabase(contents: Contents = 'empty'): Promise<TestDatabase> {
  const { serverUrl, prefix } = testServer();
  count += 1;
  const name = `${prefix}_${process.pid}_${count}`;
  await runOn(serverUrl, `create database ${name} template ${prefix}_${contents}`);
  const url = databaseUrl(serverUrl, name);
  return {
    url,
    query: (sql, parameters) => runOn(url, sql, parameters),
    drop: async () => {
      await runOn(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

function testServer(): { serverUrl: string; prefix: string } {
  const { TEST_SERVER_URL: serverUrl, TEST_DATABASE_PREFIX: prefix } = process.env;
  if (!serverUrl || !prefix)
    throw new Error('This test needs a database: it belongs into test/api or test/browser.');
  return { serverUrl, prefix };
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOn<Row extends QueryResultRow>(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}
