import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { root, run, serve, signIn } from './processes.mjs';

/**
 * Measures how long it takes to compute scenarios over a generated portfolio, through the API:
 * `npm run bench:scenarios -- [--projects 3000] [--data FOLDER] [--rounds 5]`. Every round gives the projects other
 * benefits, so that each one is another problem. Two in a hundred are must-do, and there is an either-or of two projects
 * for every twenty.
 */
const { values: options } = parseArgs({
  options: {
    projects: { type: 'string', default: '3000' },
    data: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    port: { type: 'string', default: '4281' },
  },
});
const SIZES = [40, 200, 500];
const SHARES = [0.6, 0.3];
const say = (line) => process.stdout.write(`${line}\n`);
const stops = [];

try {
  const { startEmbeddedPostgres } = await import(
    path.join(root, 'dist/server/platform/embedded-postgres/index.js')
  );
  const database = await startEmbeddedPostgres({ dataDir: options.data ?? (await folder()), log: say });
  stops.push(database.stop);
  const postgres = await fill(database.ownerUrl);
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
  const call = await caller(origin);
  const candidates = await candidatesOf(call);
  const rows = [];
  for (const size of SIZES) {
    for (const share of SHARES) rows.push(await measure(call, { ...candidates, size, share }));
  }
  await report(postgres, candidates, rows);
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
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('public.project') is not null as there");
    if (!rows[0].there)
      await run('dist/server/commands/generate.js', ['--projects', options.projects], { DATABASE_URL: url });
    return (await client.query("select current_setting('server_version') as version")).rows[0].version;
  } finally {
    await client.end();
  }
}

/** Asks the API as finance. */
async function caller(origin) {
  const cookie = await signIn(origin, 'finance');
  return async (method, address, { body, version } = {}) => {
    const answer = await fetch(`${origin}/api/v1${address}`, {
      method,
      headers: {
        cookie,
        origin,
        'x-requested-with': 'digital-agenda',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${address} was answered by ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
}

/** The budget with the most projects that lack money, and these projects. */
async function candidatesOf(call) {
  let best = { budget: null, projects: [] };
  for (const budget of (await call('GET', '/budgets?pageSize=200')).items) {
    const { id } = await call('POST', '/scenarios', { body: { title: budget.title, budgetId: budget.id } });
    const phases = ['idea', 'proposal', 'approved', 'in-progress', 'rollout', 'paused'];
    await call('PATCH', `/scenarios/${id}`, { body: { phases }, version: 1 });
    const projects = (await call('GET', `/scenarios/${id}`)).candidates.filter(({ gaps }) => gaps.length > 0);
    if (projects.length > best.projects.length) best = { budget, projects };
  }
  if (best.projects.length < Math.max(...SIZES))
    throw new Error(`Only ${best.projects.length} projects lack money: give --projects a larger number.`);
  return best;
}

async function measure(call, { budget, projects, size, share }) {
  const chosen = projects.slice(0, size);
  const ceilings = ceilingsOf(chosen, share);
  const groups = Array.from({ length: Math.floor(size / 20) }, (_, group) => ({
    title: '',
    projectIds: [chosen[group * 20 + 3], chosen[group * 20 + 4]].map(({ id }) => id),
  }));
  const times = [];
  const states = {};
  let chosenShare = 0;
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const { id } = await call('POST', '/scenarios', {
      body: { title: `${size} ${share} ${round}`, budgetId: budget.id },
    });
    const choices = chosen.map((project, place) => ({
      projectId: project.id,
      standing: place % 50 === 7 ? 'must' : 'free',
      benefit: (place * 7 + round * 3 + Math.floor(place / 5)) % 5,
      isAdded: true,
    }));
    const { version } = await call('PATCH', `/scenarios/${id}`, {
      body: { phases: [], ceilings, groups, choices, excludesConflicts: false },
      version: 1,
    });
    const begin = performance.now();
    await call('POST', `/scenarios/${id}/result`, { version });
    times.push(performance.now() - begin);
    const { result } = await call('GET', `/scenarios/${id}`);
    states[result.state] = (states[result.state] ?? 0) + 1;
    chosenShare += result.decisions.filter(({ isIn }) => isIn).length / size / Number(options.rounds);
  }
  times.sort((a, b) => a - b);
  const row = {
    size,
    share,
    p50: times[Math.floor(times.length / 2)],
    max: times.at(-1),
    states,
    in: chosenShare,
  };
  say(JSON.stringify(row));
  return row;
}

/** A share of what all of them lack, of each year and kind. */
function ceilingsOf(projects, share) {
  const wanted = new Map();
  for (const { gaps } of projects)
    for (const { year, kind, gapCents } of gaps)
      wanted.set(`${year} ${kind}`, (wanted.get(`${year} ${kind}`) ?? 0) + gapCents);
  return [...wanted].map(([cell, cents]) => ({
    year: Number(cell.split(' ')[0]),
    kind: cell.split(' ')[1],
    ceilingCents: Math.floor(cents * share),
  }));
}

async function report(postgres, { budget }, rows) {
  const date = new Date().toISOString().slice(0, 10);
  const file = path.join(root, 'test/load/results', `${date}-scenarios.md`);
  const seconds = (value) => `${(value / 1000).toFixed(2)} s`;
  const lines = [
    `# Computing scenarios: ${date}`,
    '',
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${postgres}. Load average at the end ${os.loadavg()[0]?.toFixed(1)}. ${Number(options.projects).toLocaleString('en')} generated projects; budget ${budget.yearFrom} to ${budget.yearTo}. The time is that of the whole request: reading the figures, computing in the worker, giving reasons, keeping the result. ${options.rounds} problems each.`,
    '',
    '| candidates | ceilings, of the need | p50 | longest | chosen, on average | proven |',
    '| --: | --: | --: | --: | --: | --- |',
    ...rows.map(
      ({ size, share, p50, max, states, in: chosen }) =>
        `| ${size} | ${share * 100} % | ${seconds(p50)} | ${seconds(max)} | ${Math.round(chosen * 100)} % | ${Object.entries(
          states,
        )
          .map(([state, count]) => `${count} × ${state}`)
          .join(', ')} |`,
    ),
    '',
    '`best`: nothing is worth more, and nothing worth as much costs less. `best-worth`: nothing is worth more; time was up before the cheapest was proven. `good`: time was up (20 s) before any proof; all terms are kept.',
    '',
  ];
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, lines.join('\n'));
  say(`Written to ${path.relative(root, file)}`);
}
