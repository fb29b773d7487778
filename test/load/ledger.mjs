import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeXlsx } from 'hucre';
import pg from 'pg';
import { root, run, serve, signIn, temporaryFolder } from './processes.mjs';

/**
 * Receives, checks, applies and undoes a file of the ledger in a generated portfolio: `npm run bench:ledger --
 * [--rows 100000] [--projects 10000] [--data FOLDER]`. First as CSV in Windows-1252 with German numbers, then the same
 * rows as a workbook. The memory of the server is looked at all the time, and every progress that it tells is noted.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    projects: { type: 'string', default: '10000' },
    data: { type: 'string' },
    port: { type: 'string', default: '4295' },
  },
});
const BUDGET_MS = 60_000;
const LOOK_EVERY_MS = 100;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = ['Kontierung', 'Bezeichnung', 'Haushaltsjahr', 'Haushaltsart', 'Ist', 'Obligo'];
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
  const { lines, facts } = await fill(database.ownerUrl);
  const origin = `http://127.0.0.1:${options.port}`;
  const { stop, pid } = await serve('dist/server/main.js', {
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
  const memory = watchMemory(pid);
  stops.push(memory.stop);
  const client = clientOf(origin, await signIn(origin, 'finance'));
  const rows = bookingsOf(lines, Number(options.rows));
  const runs = [];
  for (const file of [csvOf(rows), await workbookOf(rows)]) {
    runs.push(await importOf(file, { client, memory }));
    say(JSON.stringify(runs.at(-1)));
  }
  await report(facts, runs);
  if (runs.some(({ total }) => total > BUDGET_MS)) process.exitCode = 1;
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function fill(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('public.project') is not null as there");
    if (!rows[0].there)
      await run('dist/server/commands/generate.js', ['--projects', options.projects], { DATABASE_URL: url });
    const lines = await client.query(
      `select account_assignment as account, title, year, l.kind from budget_line l join project p on p.id = l.project_id
        where direction = 'expense' and account_assignment is not null order by l.id`,
    );
    const facts = await client.query(
      `select (select count(*)::int from project) as projects, (select count(*)::int from budget_line) as lines,
              current_setting('server_version') as postgres`,
    );
    return { lines: lines.rows, facts: facts.rows[0] };
  } finally {
    await client.end();
  }
}

/** Bookings in turns over all lines; one in a thousand names an account that nobody has. */
function bookingsOf(lines, count) {
  return Array.from({ length: count }, (_, index) => {
    const { account, title, year, kind } = lines[index % lines.length];
    return {
      account: index % 1000 === 999 ? `unbekannt-${index}` : account,
      title,
      year,
      kind: kind === 'capital' ? 'Finanzhaushalt' : 'Ergebnishaushalt',
      actual: ((index * 7919) % 2_500_000) + 1,
      committed: (index * 104_729) % 400_000,
    };
  });
}

function csvOf(rows) {
  const german = (cents) =>
    (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const text = [
    HEADINGS.join(';'),
    ...rows.map(({ account, title, year, kind, actual, committed }) =>
      [account, `"${title.replaceAll('"', '""')}"`, year, kind, german(actual), german(committed)].join(';'),
    ),
    '',
  ].join('\r\n');
  // All letters of the titles are ones of Latin 1, which Windows-1252 has at the same place.
  return {
    name: 'CSV, Windows-1252',
    fileName: 'buchungen.csv',
    type: 'text/csv',
    bytes: Buffer.from(text, 'latin1'),
  };
}

async function workbookOf(rows) {
  const cells = rows.map(({ account, title, year, kind, actual, committed }) => [
    account,
    title,
    year,
    kind,
    // Other amounts than in the CSV file, so that all lines change again.
    (actual + 1) / 100,
    committed / 100,
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: 'Buchungen', rows: [HEADINGS, ...cells] }] });
  return { name: 'XLSX', fileName: 'buchungen.xlsx', type: XLSX, bytes: Buffer.from(bytes) };
}

async function importOf({ name, fileName, type, bytes }, { client, memory }) {
  const made = await client.send('POST', '/ledger-imports', { fileName, sourceName: name });
  const at = `/ledger-imports/${made.id}`;
  const before = memory.now();
  memory.begin();
  const steps = { received: await timed(() => client.put(`${at}/file`, bytes, type)) };
  const { detected, mapping } = await client.get(at);
  const told = {};
  for (const [command, done] of [
    ['check', 'checked'],
    ['apply', 'applied'],
  ])
    steps[done] = await timed(async () => {
      told[done] = await untilDone(client, { at, command, done });
    });
  const total = Object.values(steps).reduce((sum, ms) => sum + ms, 0);
  const { result } = await client.get(at);
  steps.undone = await timed(async () => {
    told.undone = await untilDone(client, { at, command: 'undo', done: 'undone' });
  });
  return {
    name,
    bytes: bytes.length,
    detected,
    mapping,
    steps,
    told,
    total,
    result,
    before,
    most: memory.most(),
  };
}

/** Gives a command and looks after it until it is done; answers every progress that was told on the way. */
async function untilDone(client, { at, command, done }) {
  const { version } = await client.get(at);
  await client.send('POST', `${at}/${command}`, undefined, version);
  const told = new Set();
  for (;;) {
    const { state, progress, fault } = await client.get(at);
    if (state === done) return [...told];
    if (fault !== null) throw new Error(`${command} came to nothing: ${fault}`);
    told.add(progress);
    await pause(LOOK_EVERY_MS);
  }
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function clientOf(origin, cookie) {
  const ask = async (method, at, { body, headers = {} } = {}) => {
    const answer = await fetch(`${origin}/api/v1${at}`, {
      method,
      body,
      headers: { cookie, 'x-requested-with': 'digital-agenda', ...headers },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${at} was answered by ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
  return {
    get: (at) => ask('GET', at),
    put: (at, body, type) => ask('PUT', at, { body, headers: { 'content-type': type } }),
    send: (method, at, body, version) =>
      ask(method, at, {
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(version !== undefined && { 'if-match': `"${version}"` }),
        },
      }),
  };
}

/** Looks at the resident memory of a process; as Linux tells it. */
function watchMemory(pid) {
  let [last, most] = [0, 0];
  const look = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    last = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    most = Math.max(most, last);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    now: () => last,
    begin: () => (most = last),
    most: () => most,
    stop: () => clearInterval(timer),
  };
}

async function report({ projects, lines, postgres }, runs) {
  const date = new Date().toISOString().slice(0, 10);
  const file = path.join(root, 'test/load/results', `${date}-ledger-${options.rows}.md`);
  const count = (value) => value.toLocaleString('en');
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
  const steps = (told) =>
    Object.entries(told)
      .map(([step, seen]) => `${step} ${seen.length}`)
      .join(', ');
  const text = [
    `# A file of the ledger: ${count(Number(options.rows))} rows, ${date}`,
    '',
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${postgres}. ${count(projects)} projects, ${count(lines)} budget lines. Client, server and database share the machine, load average at the end ${os.loadavg()[0]?.toFixed(1)}. The total is receiving, checking and applying; undoing stands beside it. Memory is what the server holds (resident), looked at ten times a second. "Told" are the different percentages that somebody sees who looks ten times a second.`,
    '',
    '| file | bytes | received | checked | applied | total | undone | lines changed | rejected | memory before | at most | told |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...runs.map(
      ({ name, bytes, steps: s, total, result, before, most, told }) =>
        `| ${name} | ${count(bytes)} | ${seconds(s.received)} | ${seconds(s.checked)} | ${seconds(s.applied)} | ${seconds(total)} | ${seconds(s.undone)} | ${count(result.lines)} | ${count(result.rejectedRows)} | ${megabytes(before)} | ${megabytes(most)} | ${steps(told)} |`,
    ),
    '',
  ];
  await writeFile(file, text.join('\n'));
  say(`Written to ${path.relative(root, file)}`);
}
