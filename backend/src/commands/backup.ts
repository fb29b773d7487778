import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { StartError } from '../config/index.js';
import { writeBackup } from '../platform/backup/index.js';
import { withDatabase } from './with-app.js';

const USAGE = `Writes a backup of all data, also while the server runs; see docs/backup.md:
  npm run backup -- --to FOLDER
In FOLDER a new folder is made for each backup, named by its instant.
`;
const MEBIBYTE = 1_048_576;

await withDatabase(async ({ ownerUrl, place }) => {
  const into = folderOf(process.argv.slice(2));
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const { folder, manifest, bytes } = await writeBackup({ ownerUrl, into, product: version }).catch(
    (error: unknown) => {
      throw readable(error, into);
    },
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Backup of ${place} as of r${manifest.rev}: ${rows} rows, ${(bytes / MEBIBYTE).toFixed(1)} MiB in ${folder}\n`,
  );
});

function folderOf(args: string[]): string {
  try {
    const { to } = parseArgs({ args, options: { to: { type: 'string' } } }).values;
    if (to !== undefined) return to;
  } catch {
    throw new StartError(USAGE);
  }
  throw new StartError(USAGE);
}

function readable(error: unknown, into: string): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === '42501')
    return new StartError(
      'The role may not read everything: set MIGRATION_DATABASE_URL to that of the owner.',
    );
  return syscall === undefined ? error : new StartError(`No backup was written to ${into}: ${message}.`);
}
