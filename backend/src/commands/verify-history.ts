import { parseArgs } from 'node:util';
import pg from 'pg';
import { loadConfig, StartError } from '../config/index.js';
import {
  type Anchor,
  anchorName,
  HistoryNotSealed,
  parseAnchor,
  sealAll,
  type VerifiedHistory,
  verifyHistory,
} from '../platform/index.js';
import { runningDatabase } from './running-database.js';

const USAGE = `Compares the history with its seals and names each version that was altered, removed or inserted:
  npm run verify-history [-- --anchor r123:HASH]
An anchor is what an earlier run showed, or revision and hash of a log line "history sealed": with it a history that
was rewritten together with its seals is found as well. Ends with 1 when a fault is found.
`;
/** A run that is done sooner needs no line for each of its parts. */
const SILENT_MS = 2_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const anchor = anchorOf(process.argv.slice(2));
  const database = await runningDatabase(loadConfig(), { log: say, join: true });
  try {
    say(`Verifying the history in ${database.place}`);
    const isWhole = await onClient(database.ownerUrl, (client) => verifyAndSeal(client, anchor));
    process.exitCode = isWhole ? 0 : 1;
  } finally {
    await database.stop();
  }
} catch (error) {
  if (!(error instanceof StartError || error instanceof HistoryNotSealed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function anchorOf(args: string[]): Anchor | undefined {
  try {
    const { values } = parseArgs({ args, options: { anchor: { type: 'string' } } });
    return values.anchor === undefined ? undefined : parseAnchor(values.anchor);
  } catch {
    throw new StartError(USAGE);
  }
}

async function onClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'digital-agenda verify-history' });
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`The database can not be reached: ${(error as Error).message}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is not sealed yet gets its seal at the end, but never on top of a fault. */
async function verifyAndSeal(client: pg.Client, anchor: Anchor | undefined): Promise<boolean> {
  const begin = Date.now();
  const found = await verifyHistory(client, {
    anchor,
    progress: ({ part, place, of }) => {
      if (Date.now() - begin > SILENT_MS) say(`  ${place} of ${of}: ${part}`);
    },
  });
  for (const fault of found.faults) say(fault);
  say(outcome(found));
  if (found.faults.length > 0) return false;
  const { sealedUpTo, unsealed, head } = found.unsealed > 0 ? await sealAll(client) : found;
  if (sealedUpTo > found.sealedUpTo)
    say(`Sealed up to r${sealedUpTo} now; ${unsealed} revisions not sealed yet.`);
  if (head !== null) say(`Anchor: ${anchorName({ rev: sealedUpTo, head })}`);
  return true;
}

function outcome({ faults, versions, sealedUpTo, unsealed }: VerifiedHistory): string {
  return (
    `${faults.length === 0 ? 'The history is whole' : `FAULTS FOUND: ${faults.length}`}: ` +
    `${versions} versions, sealed up to r${sealedUpTo}; ${unsealed} revisions not sealed yet.`
  );
}
