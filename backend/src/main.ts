import { pathToFileURL } from 'node:url';
import { createApp } from './app.setup.js';
import { SampleAccounts, Sweep } from './accounts/index.js';
import { prepareSchema } from './commands/prepare-schema.js';
import { runningDatabase } from './commands/running-database.js';
import { type Config, loadConfig, StartError } from './config/index.js';
import { loadFirstData } from './first-data.js';
import { stopOnSignals } from './graceful-stop.js';
import { NoticeSweep } from './notices/index.js';
import { HistorySealer, Jobs, REQUEST_TIMEOUTS, Transactions } from './platform/index.js';

const SWEEP_EVERY_MS = 15 * 60_000;
const NOTICES_EVERY_MS = 60_000;

/**
 * Starts the server: database, schema, first data, HTTP. Stops in order on SIGINT and SIGTERM.
 * @throws StartError with one clear sentence for whoever starts it
 */
export async function start(
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<void> {
  const config = loadConfig();
  const database = await runningDatabase(config, { log: say });
  say(`Database: ${database.place}`);
  try {
    const run = await prepareSchema(database);
    if (run.length > 0) say(`Schema: ${run.length} migrations run`);
    const app = await createApp(config, database.url, REQUEST_TIMEOUTS);
    stopOnSignals(app, database, { pauseSeconds: config.stopPauseSeconds });
    await loadFirstData(app, { ownerUrl: database.ownerUrl, say });
    await app.get(SampleAccounts).settle();
    sweep(app.get(Sweep), app.get(Transactions));
    tellPeople(app.get(NoticeSweep));
    app.get(HistorySealer).start();
    await app.get(Jobs).start();
    await app.listen({ port: config.port, host: config.host });
    sayWhere(config, say);
  } catch (error) {
    await database.stop();
    throw readable(error, config);
  }
}

/** What has had its time is removed; when the database is away, a quarter of an hour later. */
function sweep(accounts: Sweep, transactions: Transactions): void {
  const all = (): Promise<unknown> => Promise.all([accounts.all(), transactions.forgetOldKeys()]);
  setInterval(() => void all().catch(() => undefined), SWEEP_EVERY_MS).unref();
}

/** Who is to be told something is told by mail; when the database is away, a minute later. */
function tellPeople(notices: NoticeSweep): void {
  setInterval(() => void notices.run().catch(() => undefined), NOTICES_EVERY_MS).unref();
}

function sayWhere(config: Config, say: (line: string) => void): void {
  const address =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`;
  say(`\nDigital Agenda is ready: ${address}`);
  if (config.oidc !== null) say(`Sign in with ${config.oidc.label} (${config.oidc.issuer.href}).`);
  say(
    config.sampleAccounts
      ? 'Sign in: choose one of the sample roles on the sign-in page, no password needed.'
      : 'Sign in with a local account; `npm run account -- --help` makes one.',
  );
}

function readable(error: unknown, config: Config): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE') return new StartError(`Port ${config.port} is taken: set PORT to a free one.`);
  if (code === 'EACCES')
    return new StartError(`Port ${config.port} may not be used: set PORT to one above 1023.`);
  return error;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    process.exit(1);
  });
}
