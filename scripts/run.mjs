import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build-stale.mjs';

/**
 * Runs a command of the server, `npm run load-strategy -- FILE` and the like, after building the server where it is not
 * what its sources say. The command finds its arguments where it would find them if it were started by itself.
 */
const root = path.resolve(import.meta.dirname, '..');
const [command = ''] = process.argv.splice(2, 1);
const file = path.join(root, 'dist/server/commands', `${command}.js`);

try {
  // Where the tools are not installed, what was built elsewhere is taken as it is.
  if (existsSync(path.join(root, 'node_modules/@nestjs/cli'))) {
    await buildStale({ wanted: ['server'], say: (line) => console.log(line) });
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!/^[\w-]+$/.test(command) || !existsSync(file)) {
  console.error(`There is no command "${command}".`);
  process.exit(1);
}
await import(pathToFileURL(file).href);
