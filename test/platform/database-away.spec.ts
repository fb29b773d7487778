import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../backend/src/platform/index';
import { amount, tellFigures } from '../faults/figures';
import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../support/api';
import { endAll, eventually, postgresPid, type ServerProcess, startServer } from './server-process.js';

let folder: string;
let dataDir: string;
let postgres: ServerProcess;
let api: TestApi;
let office: ApiClient;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'agenda-'));
  chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'away');
  postgres = await startServer(dataDir);
  await prepareSchema(postgres.url);
  api = await startApi(postgres.url, { LOG_LEVEL: 'silent' });
  office = await api.as('portfolio-office');
});
afterAll(async () => {
  await api.stop();
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

async function prepareSchema(url: string): Promise<void> {
  const dataSource = new DataSource(dataSourceOptions({ url, poolSize: 2 }));
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

/** Kills PostgreSQL and keeps it down: a halted supervisor can not bring it back. */
async function takeAway(): Promise<void> {
  postgres.child.kill('SIGSTOP');
  process.kill(postgresPid(dataDir), 'SIGKILL');
  await eventually(async () => (await api.anonymous.get('/health/ready')).status === 503);
}

async function bringBack(): Promise<void> {
  postgres.child.kill('SIGCONT');
  await eventually(async () => (await api.anonymous.get('/health/ready')).status === 200);
}

const reads = [
  '/api/v1/projects',
  '/api/v1/projects?asOf=r0',
  '/api/v1/portfolio/summary',
  '/api/v1/session',
];

describe('a server whose database is away', () => {
  it('says so with 503 and when to try again, is alive and not ready, and recovers by itself', async () => {
    for (const url of reads) expect((await office.get(url)).status).toBe(200);
    await takeAway();
    for (const url of reads) expect(inShort(await office.get(url))).toEqual(AWAY);
    expect(inShort(await office.send('POST', '/api/v1/projects', { title: 'x' }))).toEqual(AWAY);
    expect(inShort(await api.anonymous.get('/health/ready'))).toEqual(AWAY);
    expect((await api.anonymous.get('/health/live')).status).toBe(200);
    expect((await api.anonymous.get('/metrics')).status).toBe(200);
    await bringBack();
    for (const url of reads) expect((await office.get(url)).status).toBe(200);
  });

  it('answers what was under way when it went, and lives on', async () => {
    const answers: ApiAnswer[] = [];
    let goesOn = true;
    const asking = Array.from({ length: 12 }, async (_, index) => {
      while (goesOn) {
        const answer =
          index % 4 === 0
            ? await office.get('/api/v1/projects?format=csv&asOf=r0')
            : await office.get(reads[index % reads.length] ?? '');
        answers.push(answer);
      }
    });
    await eventually(() => answers.length > 50);
    await takeAway();
    await bringBack();
    goesOn = false;
    await Promise.all(asking);
    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 503]);
  });
});

const SECONDS = amount('DATABASE_AWAY_SECONDS', 3);
const ASKING = 8;
const AT_LATEST_MS = 5_000;

describe('requests that come while the database is away', () => {
  it(`are each answered within five seconds by 503 and when to try again (${SECONDS} s)`, async () => {
    await takeAway();
    const until = Date.now() + SECONDS * 1000;
    const answers: { said: object; tookMs: number }[] = [];
    const ask = async (index: number): Promise<void> => {
      for (let turn = index; Date.now() < until; turn += 1) {
        const began = performance.now();
        const answer =
          turn % 3 === 0
            ? await office.send('POST', '/api/v1/projects', A_PROJECT, { 'idempotency-key': `away-${turn}` })
            : await office.get(reads[turn % reads.length] ?? '');
        answers.push({ said: inShort(answer), tookMs: performance.now() - began });
        await pause(20);
      }
    };
    const readiness: number[] = [];
    const watch = async (): Promise<void> => {
      while (Date.now() < until) {
        readiness.push((await api.anonymous.get('/health/ready')).status);
        await pause(250);
      }
    };
    await Promise.all([watch(), ...Array.from({ length: ASKING }, (_, index) => ask(index))]);
    const slowestMs = Math.ceil(Math.max(...answers.map(({ tookMs }) => tookMs)));
    await bringBack();
    for (const url of reads) expect((await office.get(url)).status).toBe(200);

    const other = answers.filter(({ said }) => JSON.stringify(said) !== JSON.stringify(AWAY));
    tellFigures(`database away for ${SECONDS} s`, {
      requests: answers.length,
      'not 503': other.length,
      'slowest ms': slowestMs,
    });
    expect(other).toEqual([]);
    expect(slowestMs).toBeLessThan(AT_LATEST_MS);
    expect(new Set(readiness)).toEqual(new Set([503]));
    expect(answers.length).toBeGreaterThan(SECONDS * ASKING);
  }, 120_000);
});

const A_PROJECT = { title: 'x', primaryActionField: 'innovation' };
const AWAY = { status: 503, code: 'database-away', retryAfter: '5' };

function inShort({ status, body, headers }: ApiAnswer): object {
  return { status, code: (body as { code?: string }).code, retryAfter: headers['retry-after'] };
}
