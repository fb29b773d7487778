import { startEmbeddedPostgres } from '../../dist/server/platform/embedded-postgres/index.js';

/**
 * A server process for the tests to kill: starts the embedded PostgreSQL of the given folder and says where, as one
 * line of JSON, or says what went wrong, and stops on SIGTERM.
 */
const [, , dataDir] = process.argv;
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '20', shared_buffers: '16MB' };
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  const beating = setInterval(() => undefined, 60_000);
  process.on('SIGTERM', () => {
    clearInterval(beating);
    void postgres.stop();
  });
  tell({ url: postgres.ownerUrl, applicationUrl: postgres.url, host: postgres.host });
} catch (error) {
  tell({ refused: error.message, by: error.name });
  process.exitCode = 1;
}
