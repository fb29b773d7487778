import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { dropDatabase } from './drop-database.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

/** What one run of Jest has open; shared by all projects of the run that need a database. */
let running;

/**
 * Starts the PostgreSQL of the tests (an embedded one, or the one of TEST_DATABASE_URL) and migrates one database,
 * which each test file clones, for two roles as in production. The workers find all of it by the environment.
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
  await dropAll(serverUrl, prefix);
  await stop();
}

async function start() {
  const platform = await compiledPlatform();
  const prefix = `agenda_test_${process.pid}_${Date.now().toString(36)}`;
  const server = process.env.TEST_DATABASE_URL
    ? { ownerUrl: process.env.TEST_DATABASE_URL, stop: () => Promise.resolve() }
    : await startEmbedded(platform.startEmbeddedPostgres);
  try {
    const url = server.url ?? (await makeApplicationRole(server.ownerUrl, `${prefix}_app`));
    await onServer(server.ownerUrl, (client) => client.query(`create database ${prefix}_empty`));
    const [owner, application] = [server.ownerUrl, url].map((each) => databaseUrl(each, `${prefix}_empty`));
    await migrateDatabase({ owner, application, platform });
    process.env.TEST_APPLICATION_URL = url;
  } catch (error) {
    await dropAll(server.ownerUrl, prefix).catch(() => undefined);
    await server.stop();
    throw error;
  }
  process.env.TEST_SERVER_URL = server.ownerUrl;
  process.env.TEST_DATABASE_PREFIX = prefix;
  return { serverUrl: server.ownerUrl, prefix, stop: server.stop };
}

/** The role of the application on a server that is not ours; where it can't be made, one role has to do for both. */
async function makeApplicationRole(ownerUrl, role) {
  const password = randomBytes(12).toString('hex');
  const url = new URL(ownerUrl);
  try {
    await onServer(ownerUrl, (client) =>
      client.query(`create role ${role} login password '${password}'; grant ${role} to current_user`),
    );
  } catch (error) {
    if (error.code !== '42501') throw error;
    process.stderr.write(
      'The role of TEST_DATABASE_URL may not create roles: all tests run under it alone.\n',
    );
    return ownerUrl;
  }
  return Object.assign(url, { username: role, password }).href;
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
    return { url: postgres.url, ownerUrl: postgres.ownerUrl, stop };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function migrateDatabase({ owner, application, platform }) {
  const { grantToApplication, migrate, roleOf } = platform;
  await onDatabase(owner, platform, async (dataSource) => {
    await migrate(dataSource);
    if (application !== owner) {
      await grantToApplication(dataSource, await onDatabase(application, platform, roleOf));
    }
  });
}

async function onDatabase(url, { dataSourceOptions }, work) {
  const { DataSource } = await import('typeorm');
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 2 }));
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function dropAll(serverUrl, prefix) {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { datname } of rows) await dropDatabase(client, datname);
    if (process.env.TEST_DATABASE_URL) await client.query(`drop role if exists ${prefix}_app`);
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
