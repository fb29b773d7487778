import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { root, run, serve, signIn } from './processes.mjs';

/**
 * Measures what sealing costs: revisions per second of a generated portfolio, the time to verify it, and edits of single
 * projects per second with and without it: `npm run bench:history -- [--projects 10000] [--data FOLDER]`.
 */
const { values: options } = parseArgs({
  options: {
    projects: { type: 'string', default: '10000' },
    data: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '6' },
    connections: { type: 'string', default: '1,8' },
    port: { type: 'string', default: '4270' },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);
const stops = [];
/** The sealer runs as always but finds nothing to do, and twins are not found by revision. */
const WITHOUT = `
  do $$ declare found text; begin
    for found in select indexname from pg_indexes where schemaname = 'history'
                  and (indexname like 'ix_history_%_from' or indexname like 'ix_history_%_to') loop
      execute format('drop index history.%I', found);
    end loop;
  end $$;
  create or replace function history.seal_next(most integer, out revisions integer, out sealed_up_to bigint,
    out head bytea, out waiting bigint) language sql as $$ select 0, 0::bigint, sha256(''), 0::bigint $$`;

try {
  const { startEmbeddedPostgres } = await import(
    path.join(root, 'dist/server/platform/embedded-postgres/index.js')
  );
  const database = await startEmbeddedPostgres({ dataDir: options.data ?? (await folder()), log: say });
  stops.push(database.stop);
  const facts = await fill(database.ownerUrl);
  const sealing = await sealAndVerify(database.ownerUrl);
  const writing = await writePath(database.ownerUrl);
  await report({ ...facts, ...sealing, writing });
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function folder() {
  const made = await mkdtemp(path.join(os.tmpdir(), 'digital-agenda-bench-'));
  // PostgreSQL runs as another user when this is started by root.
  await chmod(made, 0o755);
  stops.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function fill(url) {
  const [{ there }] = await ask(url, "select to_regclass('public.project') is not null as there");
  if (!there)
    await run('dist/server/commands/generate.js', ['--projects', options.projects], { DATABASE_URL: url });
  await ask(url, 'truncate history.seal, history.seal_leaf, history.seal_layout');
  const [facts] = await ask(
    url,
    `select (select count(*)::int from project) as projects, (select count(*)::int from change) as revisions,
            current_setting('server_version') as postgres`,
  );
  return facts;
}

async function sealAndVerify(url) {
  const { sealAll, verifyHistory } = await import(path.join(root, 'dist/server/platform/index.js'));
  return onClient(url, async (client) => {
    const sealSeconds = await timed(() => sealAll(client));
    await client.query('vacuum analyze history.seal, history.seal_leaf');
    let verified;
    const verifySeconds = await timed(async () => (verified = await verifyHistory(client)));
    const { rows } = await client.query(
      "select pg_size_pretty(sum(pg_total_relation_size(c.oid))) as size from pg_class c where relname in ('seal', 'seal_leaf')",
    );
    say(
      `${verified.versions} versions: sealed in ${sealSeconds} s, verified in ${verifySeconds} s, ${rows[0].size}`,
    );
    if (verified.faults.length > 0) throw new Error(verified.faults[0]);
    return { sealSeconds, verifySeconds, versions: verified.versions, size: rows[0].size };
  });
}

/** Two copies of the database and a server for each; rounds in turns, so that what else the machine does hits both. */
async function writePath(url) {
  const sides = [];
  for (const [index, name] of ['plain', 'sealed'].entries()) {
    const copy = new URL(url);
    copy.pathname = `/bench_${name}`;
    await ask(url.replace(/\/[^/?]*(\?|$)/, '/postgres$1'), [
      `drop database if exists bench_${name} with (force)`,
      `create database bench_${name} template ${new URL(url).pathname.slice(1)}`,
    ]);
    if (name === 'plain') await ask(copy.href, WITHOUT);
    const origin = `http://127.0.0.1:${Number(options.port) + index}`;
    const { stop } = await serve('dist/server/main.js', {
      address: `${origin}/health/ready`,
      environment: {
        NODE_ENV: 'production',
        DATABASE_URL: copy.href,
        HOST: '127.0.0.1',
        PORT: String(Number(options.port) + index),
        SAMPLE_ACCOUNTS: 'on',
        INSECURE_HTTP_COOKIE: 'on',
        LOG_LEVEL: 'warn',
        RATE_LIMIT: 'off',
      },
    });
    stops.push(stop);
    const cookie = await signIn(origin, 'portfolio-office');
    const numbers = await ask(
      copy.href,
      "select number from project where phase <> 'completed' order by number limit 64",
    );
    sides.push({ name, origin, cookie, numbers: numbers.map(({ number }) => number) });
  }
  const results = [];
  for (const connections of options.connections.split(',').map(Number)) {
    const rounds = [];
    for (let round = 0; round <= Number(options.rounds); round += 1) {
      const rates = {};
      for (const side of round % 2 === 0 ? sides : [...sides].reverse())
        rates[side.name] = await edit(side, connections);
      // The first round makes plans and compiles code.
      if (round > 0) rounds.push(rates);
    }
    const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
    results.push({
      connections,
      plain: middle(rounds.map(({ plain }) => plain)),
      sealed: middle(rounds.map(({ sealed }) => sealed)),
      ratio: middle(rounds.map(({ plain, sealed }) => sealed / plain)),
    });
    say(JSON.stringify(results.at(-1)));
  }
  return results;
}

/** Edits of single projects per second, each connection its own project. */
async function edit({ origin, cookie, numbers }, connections) {
  const end = Date.now() + Number(options.seconds) * 1000;
  let edits = 0;
  const person = async (number) => {
    const address = `${origin}/api/v1/projects/${number}`;
    let { version } = await (await fetch(address, { headers: { cookie } })).json();
    while (Date.now() < end) {
      const answer = await fetch(address, {
        method: 'PATCH',
        headers: {
          cookie,
          'content-type': 'application/merge-patch+json',
          'x-requested-with': 'digital-agenda',
          'if-match': `"${version}"`,
        },
        body: JSON.stringify({ summary: `Fassung ${version}` }),
      });
      if (!answer.ok) throw new Error(`An edit was answered by ${answer.status}: ${await answer.text()}`);
      ({ version } = await answer.json());
      edits += 1;
    }
  };
  await Promise.all(numbers.slice(0, connections).map(person));
  return edits / Number(options.seconds);
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return Number(((performance.now() - begin) / 1000).toFixed(1));
}

async function report({
  projects,
  revisions,
  versions,
  postgres,
  sealSeconds,
  verifySeconds,
  size,
  writing,
}) {
  const date = new Date().toISOString().slice(0, 10);
  const file = path.join(root, 'test/load/results', `${date}-history-seal-${projects}.md`);
  const lines = [
    `# Sealing the history: ${projects.toLocaleString('en')} projects, ${date}`,
    '',
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${postgres}. Load average at the end ${os.loadavg()[0]?.toFixed(1)}.`,
    '',
    `${revisions} revisions with ${versions.toLocaleString('en')} versions were sealed in ${sealSeconds} s (${Math.round(versions / sealSeconds).toLocaleString('en')} versions, ${Math.round(revisions / sealSeconds)} revisions per second) and verified in ${verifySeconds} s. The seals take ${size}.`,
    '',
    `Edits of single projects per second: "plain" without the indexes of twins by revision and without sealing, "sealed" as it is; ${options.rounds} rounds of ${options.seconds} s in turns, the middle one counts, the ratio is the middle one of the pairs.`,
    '',
    '| connections | plain | sealed | ratio |',
    '| --: | --: | --: | --: |',
    ...writing.map(
      ({ connections, plain, sealed, ratio }) =>
        `| ${connections} | ${plain.toFixed(0)} | ${sealed.toFixed(0)} | ${ratio.toFixed(2)} |`,
    ),
    '',
  ];
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, lines.join('\n'));
  say(`Written to ${path.relative(root, file)}`);
}

async function ask(url, sql) {
  return onClient(url, async (client) => {
    let rows = [];
    for (const statement of [sql].flat()) rows = [await client.query(statement)].flat().at(-1).rows;
    return rows;
  });
}

async function onClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
