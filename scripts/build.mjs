import { buildStale } from './build-stale.mjs';

/** Builds server and interface into dist/, as far as they are not what the sources say; `--all` builds both anyhow. */
try {
  await buildStale({ say: (line) => console.log(line), anyhow: process.argv.includes('--all') });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
