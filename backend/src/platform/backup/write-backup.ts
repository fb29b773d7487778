import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartError } from '../../config/index.js';
import { migrationsOf, PLAIN_VALUES, sequencesOf, tablesOf } from './catalogue.js';
import { FORMAT, LEFT_OUT, type Manifest, MANIFEST_FILE, SUMS_FILE } from './manifest.js';

/** A backup that lies in its place, whole. */
export interface WrittenBackup {
  folder: string;
  manifest: Manifest;
  /** Bytes of all its files. */
  bytes: number;
}

/**
 * Writes a backup of all data into a new folder below `into`, named by its instant. Everything is read in one snapshot,
 * while others go on writing; memory stays the same however much it is. Until it is whole, and on the disk, the folder
 * has another name, and what is broken off is removed.
 * @param ownerUrl address under a role that may read everything
 */
export async function writeBackup({
  ownerUrl,
  into,
  product,
}: {
  ownerUrl: string;
  into: string;
  product: string;
}): Promise<WrittenBackup> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'digital-agenda backup',
    options: PLAIN_VALUES,
  });
  await client.connect();
  try {
    return await inSnapshot(client, async (takenAt) => {
      const folder = join(resolve(into), `digital-agenda-${takenAt.slice(0, 19).replaceAll(':', '')}Z`);
      const draft = `${folder}.unfinished`;
      await mkdir(into, { recursive: true });
      await mkdir(draft, { mode: 0o700 });
      try {
        const { manifest, bytes } = await fill(draft, { client, takenAt, product });
        await settle(draft);
        await rename(draft, folder);
        await settle(resolve(into));
        return { folder, manifest, bytes };
      } catch (error) {
        await rm(draft, { recursive: true, force: true });
        throw error;
      }
    });
  } finally {
    await client.end();
  }
}

/**
 * Shows the work one state of all tables. They are locked against being altered first: a server of a newer version that
 * starts meanwhile waits with its migrations.
 */
async function inSnapshot<T>(client: pg.Client, work: (takenAt: string) => Promise<T>): Promise<T> {
  const names = (await tablesOf(client)).map(({ name }) => name);
  if (names.length === 0)
    throw new StartError('The database has no tables yet: there is nothing to back up.');
  await client.query('begin isolation level repeatable read read only');
  await client.query(`lock table ${names.join(', ')} in access share mode`);
  const { rows } = await client.query<{ now: string }>(
    `select to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  );
  const value = await work(rows[0]?.now ?? '');
  await client.query('commit');
  return value;
}

async function fill(
  folder: string,
  { client, takenAt, product }: { client: pg.Client; takenAt: string; product: string },
): Promise<{ manifest: Manifest; bytes: number }> {
  const sums: string[] = [];
  let bytes = 0;
  const write = async (file: string, source: Readable | string): Promise<void> => {
    const written = await writePart(join(folder, file), source);
    sums.push(`${written.sha256}  ${file}\n`);
    bytes += written.bytes;
  };

  const tables: Manifest['tables'] = [];
  for (const { name, columns } of await tablesOf(client)) {
    const file = `${name.replaceAll('"', '')}.copy.gz`;
    const rows = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
    await write(file, rows);
    tables.push({ name, columns, rows: rows.rowCount, file });
  }
  const manifest: Manifest = {
    format: FORMAT,
    product,
    takenAt,
    rev: await newestRevision(client),
    migrations: await migrationsOf(client),
    tables,
    sequences: await valuesOf(client, await sequencesOf(client)),
    leftOut: LEFT_OUT,
  };
  await write(MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`);
  await writePart(join(folder, SUMS_FILE), sums.join(''));
  return { manifest, bytes };
}

/** Writes one file, rows compressed, waits until it is on the disk and tells what it holds. */
async function writePart(
  path: string,
  source: Readable | string,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  const target = file.createWriteStream({ flush: true });
  const measured = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  if (typeof source === 'string') await pipeline(Readable.from([Buffer.from(source)]), measured, target);
  else await pipeline(source, createGzip(), measured, target);
  return { sha256: hash.digest('hex'), bytes };
}

/** Waits until the names in a folder are on the disk. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function newestRevision(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ rev: string }>(
    'select coalesce(max(rev), 0) as rev from public.change',
  );
  return Number(rows[0]?.rev);
}

/** Sequences know no snapshots; a value that is ahead of the rows leaves a gap and no more. */
async function valuesOf(client: pg.Client, names: readonly string[]): Promise<Manifest['sequences']> {
  const values = [];
  for (const name of names) {
    const { rows } = await client.query<{ value: string | null }>(
      `select case when is_called then last_value end as value from ${name}`,
    );
    const value = rows[0]?.value;
    if (value != null) values.push({ name, value: Number(value) });
  }
  return values;
}
