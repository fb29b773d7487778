import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { root, run, serve, signIn, temporaryFolder } from './processes.mjs';

/**
 * Measures what finance looks at across a generated portfolio: `npm run bench:finance -- [--projects 10000]
 * [--data FOLDER] [--rounds 15]`. Before each question a revision is drawn, so that no kept answer counts; beside it
 * stands a bare statement that sums the same needs, lines and counter-fundings by year and kind, without any server.
 */
const { values: options } = parseArgs({
  options: {
    projects: { type: 'string', default: '10000' },
    data: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    port: { type: 'string', default: '4290' },
  },
});
const BUDGET_MS = 300;
const say = (line) => process.stdout.write(`${line}\n`);
const day = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const GROUPINGS = ['office', 'directorate', 'actionField', 'subBudget', 'leadProject'];
const QUESTIONS = [
  { name: 'exceptions, all years', path: 'exceptions' },
  { name: 'exceptions, one budget', path: 'exceptions?budget=dhh-2026-27' },
  {
    name: 'exceptions, gaps without destination, page 20',
    path: 'exceptions?kind=gap-without-destination&page=20',
  },
  ...GROUPINGS.map((grouping) => ({ name: `matrix by ${grouping}`, path: `matrix?groupBy=${grouping}` })),
  { name: 'matrix by office, one budget', path: 'matrix?groupBy=office&budget=dhh-2026-27' },
  ...GROUPINGS.map((grouping) => ({
    name: `projects of the largest group by ${grouping}`,
    largestOf: grouping,
  })),
  { name: 'years', path: 'years' },
  { name: 'years, one budget', path: 'years?budget=dhh-2026-27' },
  { name: 'changes of a month', path: `changes?from=${day(30)}` },
  { name: 'changes of a quarter', path: `changes?from=${day(91)}` },
  { name: 'changes of a year by budget', path: `changes?from=${day(365)}&groupBy=budget` },
  { name: 'exceptions as of a year ago', path: `exceptions?asOf=${day(365)}`, isPast: true },
  { name: 'matrix by office as of a year ago', path: `matrix?groupBy=office&asOf=${day(365)}`, isPast: true },
];
/** What any answer about all amounts has to read at least. */
const BARE = `
  select year, kind, sum(cents)::bigint as cents
    from (select year, kind, amount_cents as cents from need
          union all select year, kind, amount_cents from counter_funding
          union all select year, kind, appropriation_cents + amendments_cents + carry_over_cents from budget_line) part
   group by year, kind order by year, kind`;
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
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  stops.push(() => client.end());
  const facts = await fill(client, database.ownerUrl);
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
  const headers = { cookie: await signIn(origin, 'finance') };
  const asked = { client, headers, address: `${origin}/api/v1/finance` };
  const answers = [];
  for (const question of QUESTIONS) answers.push(await measure(question, asked));
  await report(facts, answers);
  if (answers.some(({ p50, isPast }) => !isPast && p50 > BUDGET_MS)) process.exitCode = 1;
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function fill(client, url) {
  const { rows } = await client.query("select to_regclass('public.project') is not null as there");
  if (!rows[0].there)
    await run('dist/server/commands/generate.js', ['--projects', options.projects], { DATABASE_URL: url });
  const facts = await client.query(
    `select (select count(*)::int from project) as projects, (select count(*)::int from need) as needs,
            (select count(*)::int from budget_line) as lines,
            (select count(distinct year)::int from need) as years,
            (select count(*)::int from history.budget_line) + (select count(*)::int from history.need) as versions,
            current_setting('server_version') as postgres`,
  );
  return facts.rows[0];
}

async function measure({ name, path: named, largestOf, isPast = false }, { client, headers, address }) {
  const url = `${address}/${named ?? (await pathOfLargest(largestOf, { headers, address }))}`;
  const [times, bareTimes] = [[], []];
  let bytes = 0;
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    await client.query('select history.open_revision()');
    const bareBegin = performance.now();
    await client.query(BARE);
    bareTimes.push(performance.now() - bareBegin);
    // What is past never changes: each round asks another page, with as much to compute.
    const addressOfRound = isPast ? `${url}&yearFrom=${2000 + round}` : url;
    const begin = performance.now();
    const answer = await fetch(addressOfRound, { headers });
    const text = await answer.text();
    times.push(performance.now() - begin);
    if (!answer.ok) throw new Error(`${addressOfRound} was answered by ${answer.status}: ${text}`);
    bytes = Buffer.byteLength(text);
  }
  const [first, ...rest] = times;
  const p50 = middle(rest);
  const load = os.loadavg()[0];
  const result = { name, isPast, first, least: Math.min(...rest), p50, bare: middle(bareTimes), bytes, load };
  say(JSON.stringify(result));
  return result;
}

async function pathOfLargest(grouping, { headers, address }) {
  const answer = await fetch(`${address}/matrix?groupBy=${grouping}`, { headers });
  const { groups } = await answer.json();
  const [largest] = groups.sort((a, b) => b.projects - a.projects);
  return `matrix/projects?groupBy=${grouping}&group=${encodeURIComponent(largest.key)}&kind=operating&measure=gap`;
}

function middle(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

async function report({ projects, needs, lines, years, versions, postgres }, answers) {
  const date = new Date().toISOString().slice(0, 10);
  const file = path.join(root, 'test/load/results', `${date}-finance-${projects}.md`);
  const ms = (value) => `${Math.round(value).toLocaleString('en')} ms`;
  const count = (value) => value.toLocaleString('en');
  const text = [
    `# Finance across all projects: ${count(projects)} projects, ${years} years of needs, ${date}`,
    '',
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${postgres}. ${count(needs)} needs, ${count(lines)} budget lines, ${count(versions)} versions of both. One connection; client, server and database share the machine, and others worked on it: the load average stands beside each figure. Before each question a revision is drawn, so nothing is answered from what was kept. "First" is the first time that the question is asked; least and p50 are of the ${options.rounds} times after it. The bare statement sums needs, counter-fundings and lines by year and kind on a connection of its own, in the same minute.`,
    '',
    '| question | first | least | p50 | bare statement | ratio | load | bytes |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...answers.map(
      ({ name, first, least, p50, bare, bytes, load }) =>
        `| ${name} | ${ms(first)} | ${ms(least)} | ${ms(p50)} | ${ms(bare)} | ${(p50 / bare).toFixed(1)} | ${load?.toFixed(1)} | ${count(bytes)} |`,
    ),
    '',
  ];
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text.join('\n'));
  say(`Written to ${path.relative(root, file)}`);
}
