import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { root, run, serve, signIn, temporaryFolder } from './processes.mjs';

/**
 * Measures how long the difference of two moments of a generated portfolio takes, as JSON page and as file:
 * `npm run bench:compare -- [--projects 1000] [--data FOLDER] [--rounds 20]`. Each question is asked for the first time
 * on a server that has just been started, and then over and over.
 */
const { values: options } = parseArgs({
  options: {
    projects: { type: 'string', default: '1000' },
    data: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    port: { type: 'string', default: '4280' },
  },
});
const QUESTIONS = [
  { name: 'a month ago → now', query: (day) => `from=${day(30)}` },
  { name: 'a year ago → now', query: (day) => `from=${day(365)}` },
  { name: 'a year ago → half a year ago', query: (day) => `from=${day(365)}&to=${day(182)}` },
  { name: 'a year ago → now, slipped, page 2', query: (day) => `from=${day(365)}&kind=slipped&page=2` },
  { name: 'a year ago → now, all as CSV', query: (day) => `from=${day(365)}&format=csv` },
];
const say = (line) => process.stdout.write(`${line}\n`);
const stops = [];

try {
  const { startEmbeddedPostgres } = await import(
    path.join(root, 'dist/server/platform/embedded-postgres/index.js')
  );
  const database = await startEmbeddedPostgres({
    dataDir: options.data ?? (await temporaryFolder(stops)),
    log: say,
  });
  stops.push(database.stop);
  const facts = await fill(database.ownerUrl);
  const origin = `http://127.0.0.1:${options.port}`;
  const { stop } = await serve('dist/server/main.js', {
    address: `${origin}/health/ready`,
    environment: {
      NODE_ENV: 'production',
      DATABASE_URL: database.ownerUrl,
      HOST: '127.0.0.1',
      PORT: options.port,
      SAMPLE_ACCOUNTS: 'on',
      INSECURE_HTTP_COOKIE: 'on',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: 'off',
    },
  });
  stops.push(stop);
  const cookie = await signIn(origin, 'commission');
  const answers = [];
  for (const question of QUESTIONS) answers.push(await measure(question, { origin, cookie }));
  await report(facts, answers);
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function fill(url) {
  const there = await ask(url, "select to_regclass('public.project') is not null as there");
  if (!there.there)
    await run('dist/server/commands/generate.js', ['--projects', options.projects], { DATABASE_URL: url });
  return ask(
    url,
    `select (select count(*)::int from project) as projects, (select count(*)::int from change) as revisions,
            current_setting('server_version') as postgres`,
  );
}

async function measure({ name, query }, { origin, cookie }) {
  const day = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const address = `${origin}/api/v1/portfolio/compare?${query(day)}`;
  const times = [];
  let bytes = 0;
  let different;
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    const begin = performance.now();
    const answer = await fetch(address, { headers: { cookie } });
    const text = await answer.text();
    times.push(performance.now() - begin);
    if (!answer.ok) throw new Error(`${address} was answered by ${answer.status}: ${text}`);
    bytes = Buffer.byteLength(text);
    if (text.startsWith('{')) different = JSON.parse(text).different;
  }
  const [first, ...rest] = times;
  const sorted = rest.sort((a, b) => a - b);
  const result = {
    name,
    first,
    p50: sorted[Math.floor(sorted.length / 2)],
    max: sorted.at(-1),
    bytes,
    different,
  };
  say(JSON.stringify(result));
  return result;
}

async function report({ projects, revisions, postgres }, answers) {
  const date = new Date().toISOString().slice(0, 10);
  const file = path.join(root, 'test/load/results', `${date}-compare-${projects}.md`);
  const ms = (value) => `${Math.round(value).toLocaleString('en')} ms`;
  const lines = [
    `# The difference of two moments: ${projects.toLocaleString('en')} projects, ${date}`,
    '',
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${postgres}. Load average at the end ${os.loadavg()[0]?.toFixed(1)}. ${revisions.toLocaleString('en')} revisions. One connection; client, server and database share the machine. "First" is the first time that the question is asked; the others are the ${options.rounds} times after it.`,
    '',
    '| question | projects that are different | first | p50 | longest | bytes |',
    '| --- | --: | --: | --: | --: | --: |',
    ...answers.map(
      ({ name, first, p50, max, bytes, different }) =>
        `| ${name} | ${different?.toLocaleString('en') ?? ''} | ${ms(first)} | ${ms(p50)} | ${ms(max)} | ${bytes.toLocaleString('en')} |`,
    ),
    '',
  ];
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, lines.join('\n'));
  say(`Written to ${path.relative(root, file)}`);
}

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}
