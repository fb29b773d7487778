import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { middleOf, measure } from './measure.mjs';
import { readOptions } from './options.mjs';
import { root, run, serve, signIn } from './processes.mjs';
import { scenarios, someNumbers } from './questions.mjs';
import { reportOf } from './report.mjs';

/** A round before the ones that count, so that plans are made and code is compiled. */
const WARM_UP_SECONDS = 2;
/** What a careful programmer of the bare server would have; the product does without. */
const BARE_INDEXES = `
  create index if not exists ix_bench_title on project (title collate "de-x-icu", number);
  create index if not exists ix_bench_expected_end on project (expected_end, number);
  analyze project`;

const options = readOptions();
const say = (line) => process.stdout.write(`${line}\n`);
const stops = [];

try {
  await bench();
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function bench() {
  const { startEmbeddedPostgres } = await import(
    path.join(root, 'dist/server/platform/embedded-postgres/index.js')
  );
  const dataDir = options.data ?? (await temporaryFolder());
  const database = await startEmbeddedPostgres({ dataDir, log: say });
  stops.push(database.stop);
  await fill(database);
  const facts = await ask(database.ownerUrl);
  const product = await startProduct(database);
  const bare = await startBare(database.ownerUrl);
  const results = await measureAll({ product, bare, url: database.ownerUrl }, scenarios(facts));
  await write(results, facts);
}

async function temporaryFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'digital-agenda-bench-'));
  // PostgreSQL runs as another user when this is started by root.
  await chmod(folder, 0o755);
  stops.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function fill({ url, ownerUrl }) {
  const there = await query(ownerUrl, "select to_regclass('public.project') is not null as there");
  const [filled] = there[0].there
    ? await query(ownerUrl, 'select count(*)::int as projects from project')
    : [];
  if (filled === undefined || filled.projects === 0) {
    await run('dist/server/commands/generate.js', ['--projects', String(options.projects)], {
      DATABASE_URL: url,
      MIGRATION_DATABASE_URL: ownerUrl,
    });
  } else if (filled.projects !== options.projects) {
    throw new Error(`The folder holds ${filled.projects} projects, not ${options.projects}.`);
  }
  await query(ownerUrl, BARE_INDEXES);
}

/** What the questions need to know, and the version of the database. */
async function ask(url) {
  const [{ today, version }] = await query(
    url,
    `select to_char(now() at time zone 'Europe/Berlin' - interval '1 year', 'YYYY-MM-DD') as today,
            current_setting('server_version') as version`,
  );
  const numbers = await query(url, 'select number from project order by number');
  const then = await query(
    url,
    `select number from history.project_overview
      where from_rev <= (select max(rev) from change where at < $1::date)
        and to_rev > (select max(rev) from change where at < $1::date) order by number`,
    [today],
  );
  return {
    yearAgo: today,
    postgres: version,
    numbers: someNumbers(numbers.map(({ number }) => number)),
    numbersThen: someNumbers(then.map(({ number }) => number)),
  };
}

async function startProduct({ url, ownerUrl }) {
  const origin = `http://127.0.0.1:${options.port}`;
  const { stop } = await serve('dist/server/main.js', {
    address: `${origin}/health/ready`,
    environment: {
      NODE_ENV: 'production',
      RATE_LIMIT: 'off',
      DATABASE_URL: url,
      MIGRATION_DATABASE_URL: ownerUrl,
      DATABASE_POOL_SIZE: String(options.pool),
      HOST: '127.0.0.1',
      PORT: String(options.port),
      SAMPLE_ACCOUNTS: 'on',
      INSECURE_HTTP_COOKIE: 'on',
      LOG_LEVEL: 'warn',
    },
  });
  stops.push(stop);
  return { origin, headers: { cookie: await signIn(origin, 'portfolio-office') } };
}

async function startBare(url) {
  const port = options.port + 1;
  const origin = `http://127.0.0.1:${port}`;
  const { stop } = await serve('test/load/bare-server.mjs', {
    address: `${origin}/list?sort=number`,
    environment: { DATABASE_URL: url, PORT: String(port), POOL_SIZE: String(options.pool) },
  });
  stops.push(stop);
  return { origin, headers: {} };
}

async function measureAll({ product, bare, url }, all) {
  const wanted = all.filter(({ key }) => options.only === undefined || options.only.includes(key));
  const results = [];
  for (const { key, title, ours, bare: bareOnes } of wanted) {
    for (const connections of options.connections) {
      const sides = {
        ours: { ...product, paths: ours },
        ...(bareOnes && { bare: { ...bare, paths: bareOnes } }),
      };
      const result = { key, title, connections, ...(await inTurns(sides, { connections, url })) };
      results.push(result);
      const beside = result.bare ? `, bare ${result.bare.perSecond.toFixed(0)}/s` : '';
      say(`${title}, ${connections} connections: ${result.ours.perSecond.toFixed(0)}/s${beside}`);
    }
  }
  return results;
}

/** Statements that nobody waits for any more still run: they would be paid for by the next measurement. */
async function untilIdle(url) {
  for (;;) {
    const [{ busy }] = await query(
      url,
      `select count(*)::int as busy from pg_stat_activity
        where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
    );
    if (busy === 0) return;
    await pause(200);
  }
}

/** Rounds of both sides in turns, so that whatever else the machine does hits both. */
async function inTurns(sides, { connections, url }) {
  const rounds = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const [name, side] of Object.entries(sides)) {
      await untilIdle(url);
      const isWarmUp = round === 0;
      const seconds = isWarmUp ? WARM_UP_SECONDS : options.seconds;
      const measured = await measure({ ...side, connections, seconds });
      if (!isWarmUp) rounds[name].push(measured);
    }
  }
  return Object.fromEntries(Object.entries(rounds).map(([name, all]) => [name, middleOf(all)]));
}

async function write(results, { postgres }) {
  const folder = path.join(root, 'test/load/results');
  const date = new Date().toISOString().slice(0, 10);
  const { projects } = options;
  await mkdir(folder, { recursive: true });
  const smaller = projects === 10_000 ? undefined : await lastRun(path.join(folder, 'last-10000.json'));
  const report = reportOf({ options, results, date, versions: { postgres }, smaller });
  const file = path.join(folder, `${date}-${projects}.md`);
  await writeFile(file, report);
  await writeFile(
    path.join(folder, `last-${projects}.json`),
    `${JSON.stringify({ projects, date, results }, null, 1)}\n`,
  );
  say(`\n${report}\nWritten to ${path.relative(root, file)}`);
}

async function lastRun(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function query(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(sql, values);
    return [result].flat().at(-1).rows;
  } finally {
    await client.end();
  }
}
