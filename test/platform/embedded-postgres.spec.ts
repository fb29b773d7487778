import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { joinEmbeddedPostgres } from '../../backend/src/platform/embedded-postgres/addresses';
import { prepareEngine } from '../../backend/src/platform/embedded-postgres/engine';
import { run } from '../../backend/src/platform/embedded-postgres/run';
import { chooseSystemUser } from '../../backend/src/platform/embedded-postgres/system-user';
import { end, endAll, eventually, postgresPid, query, startServer } from './server-process.js';

let folder: string;

/** A place for the data folders of these tests that PostgreSQL's own user may enter. */
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'agenda-'));
  chmodSync(folder, 0o755);
});

afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = (dataDir: string) => path.join(dataDir, 'postgres/data/postmaster.pid');

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  beforeAll(() => (dataDir = path.join(folder, 'usual')));

  it('gives a role that owns its database and may create others, but is no superuser', async () => {
    const { url } = await startServer(dataDir);
    const role =
      'select current_user as name, rolsuper, rolcreatedb from pg_roles where rolname = current_user';
    expect(await query(url, role)).toEqual([{ name: 'agenda', rolsuper: false, rolcreatedb: true }]);
    await query(url, 'create extension pg_trgm');
    await query(url, 'create database other');
  });

  it('gives the application another role, which makes nothing', async () => {
    const { applicationUrl } = await startServer(dataDir);
    const role =
      'select current_user as name, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user';
    expect(await query(applicationUrl, role)).toEqual([
      { name: 'agenda_app', rolsuper: false, rolcreatedb: false, rolcreaterole: false },
    ]);
    await expect(query(applicationUrl, 'create table mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(query(applicationUrl, 'set role agenda')).rejects.toMatchObject({ code: '42501' });
  });

  it('runs as an ordinary user, also when root starts it', async () => {
    const { host } = await startServer(dataDir);
    expect(statSync(path.join(dataDir, 'postgres/data')).uid).toBeGreaterThan(0);
    expect(statSync(host).uid).toBeGreaterThan(0);
  });

  it('listens on no port, and lets nobody else near its socket and its password', async () => {
    const { url, host } = await startServer(dataDir);
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    for (const file of ['postgres/secret', 'postgres/secret-app']) {
      expect(statSync(path.join(dataDir, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('refuses a wrong password, and the superuser altogether', async () => {
    const { url } = await startServer(dataDir);
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    wrong.username = 'postgres';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28000' });
  });

  it('does not take German quotation marks and dashes for letters', async () => {
    const { url } = await startServer(dataDir);
    const words = await query(url, `select to_tsvector('simple', '„Ämter“ – heute')::text as words`);
    expect(words).toEqual([{ words: `'heute':2 'ämter':1` }]);
  });

  it('keeps its data when it is stopped and started again', async () => {
    const first = await startServer(dataDir);
    await query(first.url, 'create table kept as select 7 as n');
    await end(first);
    expect(existsSync(lockFile(dataDir))).toBe(false);
    const second = await startServer(dataDir);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('puts its socket elsewhere when the path of the data folder is too long for one', async () => {
    const { url, host } = await startServer(path.join(folder, 'long'.repeat(30)));
    expect(host).toMatch(/^\/tmp\/digital-agenda-/);
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await endAll();
    rmSync(host, { recursive: true });
  });
});

describe('a data folder of a version that knew one role', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = path.join(folder, 'one-role');
    const { url } = await startServer(dataDir);
    await query(url, 'create table kept as select 7 as n');
    await endAll();
    await forgetApplicationRole(dataDir);
  });

  it('gets the other role at its next start, and keeps what it holds', async () => {
    const { url, applicationUrl } = await startServer(dataDir);
    expect(await query(url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await query(applicationUrl, 'select current_user as name')).toEqual([{ name: 'agenda_app' }]);
  });

  it('gets it when a start was cut off half way, and two of them do it at once', async () => {
    await endAll();
    const rules = path.join(dataDir, 'postgres/data/pg_hba.conf');
    writeFileSync(rules, 'local all agenda scram-sha-256\n');
    const servers = await Promise.all([startServer(dataDir), startServer(dataDir)]);
    const winner = servers.find((server) => server.refused === undefined);
    expect(await query(winner?.applicationUrl ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(readFileSync(rules, 'utf8').match(/agenda_app/g)?.length).toBeGreaterThan(0);
  });

  /** Takes away what such a version did not make. */
  async function forgetApplicationRole(dataDir: string): Promise<void> {
    const dataFolder = path.join(dataDir, 'postgres/data');
    const user = await chooseSystemUser(dataFolder);
    const engine = await prepareEngine(dataDir, user, () => undefined);
    const args = ['--single', '-D', dataFolder, 'postgres'];
    const { stderr } = await run(engine.postgres, args, { user, input: 'DROP ROLE agenda_app' });
    expect(stderr).not.toMatch(/ERROR|FATAL/);
    rmSync(path.join(dataDir, 'postgres/secret-app'));
    writeFileSync(path.join(dataFolder, 'pg_hba.conf'), 'local all agenda scram-sha-256\n');
  }
});

describe('a command beside a running server', () => {
  it('joins its PostgreSQL, and finds none when nothing runs', async () => {
    const dataDir = path.join(folder, 'joined');
    expect(await joinEmbeddedPostgres(dataDir)).toBeNull();
    const { url } = await startServer(dataDir);
    const joined = await joinEmbeddedPostgres(dataDir);
    expect(joined?.ownerUrl).toBe(url);
    expect(await query(joined?.url ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
    await endAll();
    expect(await joinEmbeddedPostgres(dataDir)).toBeNull();
  });
});

describe('a data folder that can not be used', () => {
  it('is named in one sentence when it can not be written', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const server = await startServer(path.join(file, 'data'));
    expect(server.by).toBe('StartError');
    expect(server.refused).toMatch(/^The data folder .+ cannot be written .+\.$/);
  });

  it('is refused when another major version wrote it', async () => {
    const dataDir = path.join(folder, 'old');
    await end(await startServer(dataDir));
    writeFileSync(path.join(dataDir, 'postgres/data/PG_VERSION'), '17\n');
    const server = await startServer(dataDir);
    expect(server.by).toBe('StartError');
    expect(server.refused).toContain('PostgreSQL 17');
  });
});

describe('what is killed', () => {
  let dataDir: string;
  beforeAll(() => (dataDir = path.join(folder, 'killed')));

  it('takes PostgreSQL along, in order, when it is the server', async () => {
    const server = await startServer(dataDir);
    await end(server, 'SIGKILL');
    await eventually(() => !existsSync(lockFile(dataDir)));
  });

  it('can be started again at once and finds everything', async () => {
    const first = await startServer(dataDir);
    await query(first.url, 'create table after_server as select 7 as n');
    await end(first, 'SIGKILL');
    const second = await startServer(dataDir);
    expect(await query(second.url, 'select n from after_server')).toEqual([{ n: 7 }]);
  });

  it('can be started again when PostgreSQL was killed as well and left its lock file', async () => {
    const first = await startServer(dataDir);
    await query(first.url, 'create table after_both as select 7 as n');
    // A halted server can not bring PostgreSQL back.
    first.child.kill('SIGSTOP');
    process.kill(postgresPid(dataDir), 'SIGKILL');
    await end(first, 'SIGKILL');
    expect(existsSync(lockFile(dataDir))).toBe(true);
    const second = await startServer(dataDir);
    expect(await query(second.url, 'select n from after_both')).toEqual([{ n: 7 }]);
  });

  it('is brought back by the server when it is PostgreSQL alone', async () => {
    const { url } = await startServer(dataDir);
    await query(url, 'create table after_postgres as select 7 as n');
    const killed = postgresPid(dataDir);
    process.kill(killed, 'SIGKILL');
    await eventually(() => query(url, 'select 1').then(Boolean, () => false));
    expect(postgresPid(dataDir)).not.toBe(killed);
    expect(await query(url, 'select n from after_postgres')).toEqual([{ n: 7 }]);
  });

  it('is not mistaken for another program that has its process number by now', async () => {
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeFileSync(lockFile(dataDir), `${other.pid}\n${dataDir}/postgres/data\n1\n5432\n\n\n1 1\nready\n`);
    const { url } = await startServer(dataDir);
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    other.kill();
    await once(other, 'exit');
  });
});

describe('two starts on one folder', () => {
  it('leave one server, and the other says who has the folder', async () => {
    const dataDir = path.join(folder, 'twice');
    // Both are first starts, at once: the folder is empty.
    const servers = await Promise.all([startServer(dataDir), startServer(dataDir)]);
    const refused = servers.filter((server) => server.refused !== undefined);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.by).toBe('StartError');
    expect(refused[0]?.refused).toContain(`already running: PostgreSQL, process ${postgresPid(dataDir)}`);
    const winner = servers.find((server) => server.refused === undefined);
    expect(await query(winner?.url ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
  });
});
