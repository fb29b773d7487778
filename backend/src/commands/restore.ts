import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../config/index.js';
import { restoreBackup } from '../platform/backup/index.js';
import { prepareSchema } from './prepare-schema.js';
import { withDatabase } from './with-app.js';

const USAGE = `Fills an empty database from a backup, all of it or nothing; see docs/backup.md:
  npm run restore -- --from FOLDER
FOLDER is that of one backup. The database is that of DATABASE_URL, or a new one in DATA_DIR.
`;

await withDatabase(async (database) => {
  const from = folderOf(process.argv.slice(2));
  const manifest = await restoreBackup({ ownerUrl: database.ownerUrl, from });
  const newer = await prepareSchema(database);
  process.stdout.write(
    `Restored into ${database.place}: the state of ${manifest.takenAt}, r${manifest.rev}, of version ${manifest.product}` +
      `${newer.length > 0 ? `; ${newer.length} newer migrations run` : ''}.\n` +
      'Sessions are not restored: everybody signs in again.\n',
  );
});

function folderOf(args: string[]): string {
  try {
    const { from } = parseArgs({ args, options: { from: { type: 'string' } } }).values;
    if (from !== undefined) return resolve(from);
  } catch {
    throw new StartError(USAGE);
  }
  throw new StartError(USAGE);
}
