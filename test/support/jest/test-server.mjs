import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const root = path.resolve(import.meta.dirname, '../../..');

/** What one run of Jest has open; shared by all projects of the run that need a database. */
let running;

/**
 * Starts the PostgreSQL of the tests (an embedded one, or the one of TEST_DATABASE_URL) and migrates one database,
 * which each test file clones. The workers find both by the environment.
 * @returns the address of the migrated database
 */
export async function startTestServer() {
  running ??= start();
  const { serverUrl, prefix } = await running;
  return databaseUrl(serverUrl, `${prefix}_empty`);
}

/** Drops what the run has left and stops the PostgreSQL that it started. */
export async function stopTestServer() {
  if (!running) return;
  const { serverUrl, prefix, stop } = await running.finally(() => (running = undefined));
  await dropDatabases(serverUrl, prefix);
  await stop();
}

async function start() {
  const { startEmbeddedPostgres, dataSourceOptions, migrate } = await compiledPlatform();
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: () => Promise.resolve() }
    : await startEmbedded(startEmbeddedPostgres);
  const prefix = `agenda_test_${process.pid}_${Date.now().toString(36)}`;
  try {
    await onServer(server.url, (client) => client.query(`create database ${prefix}_empty`));
    await migrateDatabase({ url: databaseUrl(server.url, `${prefix}_empty`), dataSourceOptions, migrate });
  } catch (error) {
    await dropDatabases(server.url, prefix).catch(() => undefined);
    await server.stop();
    throw error;
  }
  process.env.TEST_SERVER_URL = server.url;
  process.env.TEST_DATABASE_PREFIX = prefix;
  return { serverUrl: server.url, prefix, stop: server.stop };
}

async function compiledPlatform() {
  const platform = path.join(root, 'dist/server/platform/index.js');
  if (!existsSync(platform)) throw new Error('The server is not built, and its tests need it: npm run build');
  return { ...(await import(platform)), ...(await import(embeddedPostgres())) };
}

function embeddedPostgres() {
  return path.join(root, 'dist/server/platform/embedded-postgres/index.js');
}

async function startEmbedded(startEmbeddedPostgres) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'agenda-test-'));
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir,
      // A test database need not survive the machine.
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    });
    const stop = async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { url: postgres.url, stop };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function migrateDatabase({ url, dataSourceOptions, migrate }) {
  const { DataSource } = await import('typeorm');
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 2 }));
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function dropDatabases(serverUrl, prefix) {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
