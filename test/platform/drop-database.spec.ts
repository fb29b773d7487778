import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../backend/src/platform/embedded-postgres/index';
import { dropDatabase } from '../support/jest/drop-database.mjs';

/** An autovacuum worker that begins within a second and works slowly, so that it is met. */
const settings = {
  autovacuum_naptime: '1s',
  autovacuum_vacuum_threshold: '10',
  autovacuum_vacuum_cost_delay: '100ms',
  autovacuum_vacuum_cost_limit: '1',
};

describe('dropping the database of a test', () => {
  it('ends the connections and the autovacuum worker that are in it', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'agenda-drop-'));
    chmodSync(dataDir, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir, settings });
    const owner = await connected(postgres.ownerUrl);
    try {
      await owner.query('create database used');
      const url = new URL(postgres.ownerUrl);
      url.pathname = '/used';
      const user = await connected(url.href);
      await user.query(
        'create table t as select g, repeat(md5(g::text), 9) from generate_series(1, 100000) g',
      );
      await user.query('delete from t where g % 2 = 0');
      await untilVacuumed(owner);
      await expect(owner.query('drop database used with (force)')).rejects.toMatchObject({ code: '42501' });
      await dropDatabase(owner, 'used');
      const { rows } = await owner.query("select from pg_database where datname = 'used'");
      expect(rows).toEqual([]);
    } finally {
      await owner.end();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  // Its end is what the test is about.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function untilVacuumed(owner: Client): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await owner.query(
      "select from pg_stat_activity where datname = 'used' and usename is null",
    );
    if (rows.length > 0) return;
    await pause(100);
  }
  throw new Error('No autovacuum worker came.');
}
