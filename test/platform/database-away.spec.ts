import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../backend/src/platform/index';
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

const AWAY = { status: 503, code: 'database-away', retryAfter: '5' };

function inShort({ status, body, headers }: ApiAnswer): object {
  return { status, code: (body as { code?: string }).code, retryAfter: headers['retry-after'] };
}
