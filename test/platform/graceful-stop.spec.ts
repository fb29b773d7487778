import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type RunningServer, startServer } from '../support/server';
import { eventually } from './server-process.js';

let database: TestDatabase;
let server: RunningServer;
let lock: Client;

beforeEach(async () => {
  database = await freshDatabase('strategy');
  server = await startServer(database.url, { STOP_PAUSE_SECONDS: '2', SAMPLE_PORTFOLIO: 'off' });
  lock = new Client({ connectionString: database.url });
  await lock.connect();
});
afterEach(async () => {
  await lock.end();
  await server.stop();
  await database.drop();
});

const headers = { 'x-requested-with': 'digital-agenda', 'content-type': 'application/json' };

async function signIn(): Promise<string> {
  const answer = await fetch(`${server.origin}/api/v1/session/sample`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login: 'portfolio-office' }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function create(cookie: string): Promise<Response> {
  return fetch(`${server.origin}/api/v1/projects`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ title: 'Noch fertig geworden', primaryActionField: 'innovation' }),
  });
}

const readiness = (): Promise<number> => fetch(`${server.origin}/health/ready`).then(({ status }) => status);
const listens = (): Promise<boolean> =>
  fetch(`${server.origin}/health/live`).then(
    () => true,
    () => false,
  );

describe('a server that is asked to stop', () => {
  it('says that it is not ready, listens no more, finishes what is under way, then ends', async () => {
    const cookie = await signIn();
    // A request that takes long: somebody holds the table it writes to.
    await lock.query('begin; lock table project in access exclusive mode');
    const underWay = create(cookie);
    await eventually(async () => (await waiting()) > 0);
    const ended = once(server.process, 'exit');

    server.process.kill('SIGTERM');
    await eventually(async () => (await readiness()) === 503);
    // While it waits for the load balancer to notice it still works.
    expect((await fetch(`${server.origin}/api/v1/strategies`, { headers: { cookie } })).status).toBe(200);
    await eventually(async () => !(await listens()));
    expect(server.process.exitCode).toBeNull();
    await lock.query('commit');

    const answer = await underWay;
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    expect(await ended).toEqual([0, null]);
    expect(await database.query('select title from project where id = $1', [id])).toEqual([
      { title: 'Noch fertig geworden' },
    ]);
  });

  it('does not wait for ever: a request that never ends is cut off', async () => {
    const sent = await halfARequest(await signIn());
    const ended = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    server.process.kill('SIGTERM');
    await once(sent, 'close');
    const [code] = (await ended) as [number | null];
    expect(code).not.toBeNull();
  }, 40_000);
});

/** Says that a body follows, and sends a part of it only. */
async function halfARequest(cookie: string): Promise<Socket> {
  const socket = connect(Number(new URL(server.origin).port), 'localhost');
  await once(socket, 'connect');
  socket.resume();
  const head = [
    'POST /api/v1/projects HTTP/1.1',
    'Host: localhost',
    `Cookie: ${cookie}`,
    'Content-Length: 100',
  ];
  socket.write(
    [...head, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', '{"title":'].join(
      '\r\n',
    ),
  );
  return socket;
}

async function waiting(): Promise<number> {
  const rows = await database.query(`select 1 from pg_locks where not granted`);
  return rows.length;
}
