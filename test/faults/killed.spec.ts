import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endAll, postgresPid, query, startServer as startPostgres } from '../platform/server-process.js';
import { type RunningServer, startServer } from '../support/server';
import { faultsOfHistory } from './whole-history';
import { amount, tellFigures } from './figures';
import { type NetworkClient, signIn } from './http-client';

const ROUNDS = amount('FAULT_ROUNDS', 2);
const WRITERS = 8;
const LOAD_MS = 2_000;

let folder: string;
let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'agenda-'));
  chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'killed');
  server = await start();
});
afterAll(async () => {
  await server.stop();
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** The server as it is installed, with the PostgreSQL that it brings along; on the same port again after the first time. */
async function start(): Promise<RunningServer> {
  const again = (server as RunningServer | undefined)?.origin;
  return startServer('', {
    DATA_DIR: dataDir,
    SAMPLE_PORTFOLIO: 'off',
    ...(again === undefined ? {} : { PORT: new URL(again).port }),
  });
}

/** What is killed: both at once, with the guardian between them, or one alone. */
const VICTIMS = ['server and database', 'database', 'server'] as const;

function kill(victim: (typeof VICTIMS)[number]): void {
  const postmaster = postgresPid(dataDir);
  const guardian = Number(
    execFileSync('ps', ['-o', 'ppid=', '-p', String(postmaster)], { encoding: 'utf8' }),
  );
  if (victim !== 'database') server.process.kill('SIGKILL');
  if (victim === 'server and database') process.kill(guardian, 'SIGKILL');
  if (victim !== 'server') process.kill(postmaster, 'SIGKILL');
}

const counted = { requests: 0, unanswered: 0, busy: 0, acknowledged: 0 };
let goesOn = true;

/**
 * Creates projects one after the other and changes each. What gets no answer is sent again, with the same key, until
 * there is one: whoever gave up would not know whether it was done.
 */
async function write(client: NetworkClient, marks: string[]): Promise<void> {
  while (goesOn) {
    const title = `Vorhaben ${randomUUID()}`;
    const made = await persist<{ id: string; version: number }>(client, '/api/v1/projects', {
      body: { title, primaryActionField: 'innovation' },
    });
    marks.push(title);
    const milestone = { title: `Ziel von ${title}`, expectedOn: '2030-01-31' };
    await persist(client, `/api/v1/projects/${made.id}/milestones`, {
      body: milestone,
      version: made.version,
    });
  }
}

async function persist<Body>(
  client: NetworkClient,
  address: string,
  change: { body: object; version?: number },
): Promise<Body> {
  const key = randomUUID();
  for (;;) {
    counted.requests += 1;
    const answer = await client.send<Body>('POST', address, { ...change, key }).catch(() => null);
    if (answer?.status === 201) {
      counted.acknowledged += 1;
      return answer.body;
    }
    if (answer === null) counted.unanswered += 1;
    else if (answer.status === 503) counted.busy += 1;
    else throw new Error(`${address} was answered by ${answer.status}:\n${server.said().slice(-3_000)}`);
    await pause(50);
  }
}

const isReady = (): Promise<boolean> =>
  fetch(`${server.origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

describe('a server that is killed while it writes', () => {
  it(`has afterwards all that it acknowledged, once and whole (${ROUNDS} times)`, async () => {
    const clients = await Promise.all(
      Array.from({ length: WRITERS }, () => signIn(server.origin, 'portfolio-office')),
    );
    const marks: string[] = [];
    const writing = Promise.all(clients.map((client) => write(client, marks)));
    // A fault of a writer is told at the end; until then it is nobody's unhandled one.
    writing.catch(() => undefined);
    for (let round = 0; round < ROUNDS; round += 1) {
      await pause(LOAD_MS);
      const victim = VICTIMS[round % VICTIMS.length] ?? 'server';
      kill(victim);
      if (victim !== 'database') server = await start();
      while (!(await isReady())) await pause(50);
    }
    await pause(LOAD_MS);
    goesOn = false;
    await writing;
    await server.stop();

    const { url } = await startPostgres(dataDir);
    const projects = await query(url, `select title from project`);
    const titles = projects.map(({ title }) => String(title));
    const there = new Set(titles);
    const lost = marks.filter((mark) => !there.has(mark));
    const doubled = titles.length - there.size;
    const half = await query(url, HALF_WRITTEN);
    const history = await faultsOfHistory(url);
    tellFigures(`kill -9 under load, ${ROUNDS} times`, {
      ...counted,
      lost: lost.length,
      half: half.length,
      doubled,
    });
    expect({ lost, half, doubled, history, unknown: there.size - marks.length }).toEqual({
      lost: [],
      half: [],
      doubled: 0,
      history: [],
      unknown: 0,
    });
    expect(counted.acknowledged).toBe(marks.length * 2);
    expect(counted.unanswered).toBeGreaterThan(0);
  }, 900_000);
});

/** Projects of which some part of what one transaction writes is missing: read model, history, milestone, change record. */
const HALF_WRITTEN = `
  select project.title from project
    left join project_overview overview on overview.id = project.id
    left join history.project version on version.id = project.id and version.to_rev = 9223372036854775807
    left join history.project first on first.id = project.id and first.version = 1
    left join change on change.rev = version.from_rev
    left join milestone on milestone.project_id = project.id
    left join history.milestone kept on kept.id = milestone.id and kept.from_rev = version.from_rev
   where overview.id is null or version.version is distinct from project.version or first.id is null
      or change.actor_id is null or project.version <> 2 or kept.title is distinct from 'Ziel von ' || project.title`;
