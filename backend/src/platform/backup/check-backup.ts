import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../../config/index.js';
import { FORMAT, type Manifest, MANIFEST_FILE, SUMS_FILE } from './manifest.js';

/** The backup can't be taken as it is; says everything that is wrong with it. */
export class BackupRefused extends StartError {
  constructor(folder: string, faults: readonly string[]) {
    super(`Nothing was restored from ${folder}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/**
 * Reads every byte of a backup and compares it with its sums, before anything is done with it.
 * @throws BackupRefused with each file that is missing or not what was written
 */
export async function checkBackup(folder: string, knownMigrations: readonly string[]): Promise<Manifest> {
  const sums = await sumsOf(folder);
  const faults: string[] = [];
  for (const [file, expected] of sums) {
    const found = await sumOf(join(folder, file));
    if (found === null) faults.push(`${file} is missing.`);
    else if (found !== expected) faults.push(`${file} is not what was written: its SHA-256 is another one.`);
  }
  if (faults.length > 0) throw new BackupRefused(folder, faults);

  const manifest = JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')) as Manifest;
  if (manifest.format !== FORMAT) {
    throw new BackupRefused(folder, [
      `It has format ${String(manifest.format)} of version ${manifest.product}; this version reads another one.`,
    ]);
  }
  const unlisted = manifest.tables
    .filter(({ file }) => !sums.has(file))
    .map(({ file }) => `${file} has no sum.`);
  const unknown = manifest.migrations.filter((name) => !knownMigrations.includes(name));
  if (unknown.length > 0) {
    unlisted.push(
      `It is of a newer version, ${manifest.product}, with migrations that this one lacks: ${unknown.join(', ')}.`,
    );
  }
  if (unlisted.length > 0) throw new BackupRefused(folder, unlisted);
  return manifest;
}

async function sumsOf(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, SUMS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupRefused(folder, [
      `${SUMS_FILE} can't be read (${error.code}): it is no backup, or not a whole one.`,
    ]);
  });
  const lines = text.split('\n').filter((line) => line !== '');
  // Names with a slash would lead out of the folder.
  const sums = lines.map((line) => /^([0-9a-f]{64}) {2}([\w.-]+)$/.exec(line));
  if (sums.includes(null)) throw new BackupRefused(folder, [`${SUMS_FILE} is not what was written.`]);
  const found = new Map(sums.map((match) => [match?.[2] ?? '', match?.[1] ?? '']));
  if (!found.has(MANIFEST_FILE))
    throw new BackupRefused(folder, [`${SUMS_FILE} does not list ${MANIFEST_FILE}.`]);
  return found;
}

async function sumOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
