import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { prepareSchema } from '../../backend/src/commands/prepare-schema';
import { restoreBackup, writeBackup } from '../../backend/src/platform/backup/index';
import { sealAll, verifyHistory } from '../../backend/src/platform/index';
import { OverviewProjection } from '../../backend/src/portfolio/index';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { endAll, eventually, startServer } from './server-process';

type Backup = Awaited<ReturnType<typeof writeBackup>>;
type Anchor = NonNullable<Parameters<typeof verifyHistory>[1]>['anchor'];

/** A change that the server has acknowledged. */
interface Acknowledged {
  project: string;
  title: string;
  rev: number;
  /** True when the answer was there before the backup began. */
  before: boolean;
}

const CLIENTS = 4;
const root = path.resolve(import.meta.dirname, '../..');

let folder: string;
let original: TestDatabase;
let restored: TestDatabase;
let api: TestApi;
let backup: Backup;
let anchor: Anchor;
const written: Acknowledged[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'agenda-backup-'));
  chmodSync(folder, 0o755);
  original = await freshDatabase('sample');
  restored = await freshDatabase('nothing');
  api = await startApi(original.url, { DATABASE_POOL_SIZE: '8' });
  backup = await backupUnderLoad();
  await restoreBackup({ ownerUrl: restored.ownerUrl, from: backup.folder });
}, 120_000);
afterAll(async () => {
  await endAll();
  await api.stop();
  await original.drop();
  await restored.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets several people rename projects without a pause, and takes a backup in the middle of it. */
async function backupUnderLoad(): Promise<Backup> {
  let begun = false;
  let goesOn = true;
  const rename = async (index: number): Promise<void> => {
    const person = await api.as('portfolio-office');
    for (let n = 0; goesOn; n += 1) {
      const project = `DA-2022-00${1 + ((index + n) % 6)}`;
      const title = `Vorhaben ${index}-${n}`;
      const rev = await renamed(person, project, title);
      if (rev !== null) written.push({ project, title, rev, before: !begun });
    }
  };
  const load = Promise.all(Array.from({ length: CLIENTS }, (_, index) => rename(index)));
  await eventually(() => written.length > 40);
  const { sealedUpTo: rev, head } = await asOwner(original, sealAll);
  anchor = { rev, head };
  begun = true;
  const taken = await writeBackup({ ownerUrl: original.ownerUrl, into: folder, product: '0.0.0' });
  const during = written.length;
  await eventually(() => written.length > during + 5);
  goesOn = false;
  await load;
  return taken;
}

/** Renames a project; null when somebody else was quicker. */
async function renamed(person: ApiClient, project: string, title: string): Promise<number | null> {
  const url = `/api/v1/projects/${project}`;
  const { etag } = await person.get(url);
  const answer = await person.send<{ moment: string }>('PATCH', url, { title }, { 'if-match': etag ?? '' });
  if (answer.status === 412) return null;
  expect(answer.status).toBe(200);
  return Number(/^r(\d+)/.exec(answer.body.moment)?.[1]);
}

async function asOwner<T>({ ownerUrl }: TestDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}

describe('a backup that is taken while people write', () => {
  it('holds everything but what would do harm when it comes back', async () => {
    const tables = await original.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
        where table_schema in ('public', 'history') and table_type = 'BASE TABLE' order by 1`,
    );
    const { manifest } = backup;
    const held = [...manifest.tables.map(({ name }) => name), ...manifest.leftOut, 'public.schema_migration'];
    expect([...held].sort()).toEqual(tables.map(({ name }) => name).sort());
    expect(await restored.query('select from session')).toEqual([]);
  });

  it('is readable by nobody else, and checkable by the ordinary tool', async () => {
    const files = readdirSync(backup.folder);
    for (const file of files) expect(statSync(path.join(backup.folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(backup.folder).mode & 0o777).toBe(0o700);
    await promisify(execFile)('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], {
      cwd: backup.folder,
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  describe('and restored', () => {
    let copy: TestApi;
    let reader: ApiClient;
    const paths = [
      '/api/v1/projects?pageSize=50&sort=title',
      '/api/v1/portfolio/summary',
      '/api/v1/projects/DA-2022-003',
      '/api/v1/projects/DA-2022-003/history',
    ];

    it('agrees with itself: every twin with its table, and the chain of seals up to the newest one', async () => {
      const tables = await restored.query<{ name: string }>(
        `select table_name as name from information_schema.views where table_schema = 'as_of' order by 1`,
      );
      expect(tables.length).toBeGreaterThan(20);
      for (const { name } of tables) {
        const [row] = await restored.query<{ same: boolean }>(`
          with live as (select to_jsonb(t) as row from public.${name} t),
               open as (select to_jsonb(t) - 'from_rev' - 'to_rev' as row from history.${name} t
                         where to_rev = 9223372036854775807)
          select not exists (select row from live except select row from open)
             and not exists (select row from open except select row from live)
             and (select count(*) from live) = (select count(*) from open) as same`);
        expect({ name, same: row?.same }).toEqual({ name, same: true });
      }
      const { faults, sealedUpTo } = await asOwner(restored, (client) => verifyHistory(client, { anchor }));
      expect(faults).toEqual([]);
      expect(sealedUpTo).toBeGreaterThanOrEqual(anchor?.rev ?? Infinity);
    });

    it('runs, and has every change that was acknowledged before the backup began', async () => {
      await prepareSchema(restored);
      copy = await startApi(restored.url);
      reader = await copy.as('portfolio-office');
      const before = written.filter((each) => each.before);
      expect(before.length).toBeGreaterThan(20);
      expect(Math.max(...before.map(({ rev }) => rev))).toBeLessThanOrEqual(backup.manifest.rev);
      expect(written.some(({ rev }) => rev > backup.manifest.rev)).toBe(true);
      for (const { project, title, rev } of written.filter((each) => each.rev <= backup.manifest.rev)) {
        const answer = await reader.get<{ title: string }>(`/api/v1/projects/${project}?asOf=r${rev}`);
        expect({ rev, title: answer.body.title }).toEqual({ rev, title });
      }
    });

    it('answers as the original does, for every moment up to the snapshot', async () => {
      const witness = await api.as('portfolio-office');
      const { rev } = backup.manifest;
      for (const moment of [Math.floor(rev / 3), Math.floor((rev * 2) / 3), rev - 1, rev]) {
        for (const url of paths) {
          const asked = `${url}${url.includes('?') ? '&' : '?'}asOf=r${moment}`;
          const [one, other] = [await witness.get(asked), await reader.get(asked)];
          expect({ asked, status: one.status }).toEqual({ asked, status: 200 });
          expect({ asked, body: other.body }).toEqual({ asked, body: one.body });
        }
      }
    });

    it('has no half change: the read model is what a rebuild makes of the rest', async () => {
      const count = 'select count(*) from history.project_overview';
      const before = await restored.query(count);
      await copy.app.get(OverviewProjection).rebuildOverviews({ command: 'overview.rebuild' });
      expect(await restored.query(count)).toEqual(before);
    });

    it('goes on with revisions that have not been named before', async () => {
      expect(await renamed(reader, 'DA-2022-001', 'Danach')).toBeGreaterThan(backup.manifest.rev);
      await copy.stop();
    });
  });
});

describe('a backup that can not be restored', () => {
  let target: TestDatabase;
  let damaged: string;

  beforeEach(async () => {
    target = await freshDatabase('nothing');
    damaged = path.join(folder, 'damaged');
    cpSync(backup.folder, damaged, { recursive: true });
  });
  afterEach(async () => {
    rmSync(damaged, { recursive: true });
    await target.drop();
  });

  const refusal = (): Promise<string> =>
    restoreBackup({ ownerUrl: target.ownerUrl, from: damaged }).then(
      () => 'It was restored.',
      (error: unknown) => String(error),
    );
  const file = (name: string): string => path.join(damaged, name);
  const nothingWritten = async (): Promise<void> =>
    expect(await target.query(`select from pg_tables where schemaname in ('public', 'history')`)).toEqual([]);

  /** Writes the manifest anew with fitting sums, as another version might have. */
  function rewrite(change: (manifest: Backup['manifest']) => object): void {
    const manifest = JSON.stringify(change(backup.manifest));
    writeFileSync(file('manifest.json'), manifest);
    const sum = createHash('sha256').update(manifest).digest('hex');
    const sums = readFileSync(file('SHA256SUMS'), 'utf8');
    writeFileSync(file('SHA256SUMS'), sums.replace(/^\w+(?= {2}manifest\.json)/m, sum));
  }

  it.each(['public.project.copy.gz', 'history.risk.copy.gz', 'manifest.json'])(
    'is refused when one bit of %s is another one',
    async (name) => {
      const bytes = readFileSync(file(name));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(file(name), bytes);
      expect(await refusal()).toContain(`${name} is not what was written`);
      await nothingWritten();
    },
  );

  it('is refused with the name of each part that is missing', async () => {
    rmSync(file('public.risk.copy.gz'));
    rmSync(file('history.need.copy.gz'));
    const message = await refusal();
    expect(message).toContain('public.risk.copy.gz is missing');
    expect(message).toContain('history.need.copy.gz is missing');
    await nothingWritten();
  });

  it('is refused when its list of sums is cut off or gone', async () => {
    const sums = readFileSync(file('SHA256SUMS'), 'utf8').split('\n');
    writeFileSync(file('SHA256SUMS'), sums.filter((line) => !line.includes('public.risk.')).join('\n'));
    expect(await refusal()).toContain('public.risk.copy.gz has no sum');
    rmSync(file('SHA256SUMS'));
    expect(await refusal()).toContain('no backup, or not a whole one');
    await nothingWritten();
  });

  it('is refused when it is of a newer version or format', async () => {
    rewrite((manifest) => ({ ...manifest, migrations: [...manifest.migrations, 'Tomorrow1800000000000'] }));
    expect(await refusal()).toContain('Tomorrow1800000000000');
    rewrite((manifest) => ({ ...manifest, format: 2 }));
    expect(await refusal()).toContain('It has format 2');
    await nothingWritten();
  });

  it('leaves nothing behind when its rows do not fit together', async () => {
    rewrite((manifest) => ({
      ...manifest,
      tables: manifest.tables.filter(({ name }) => name !== 'public.strategy'),
    }));
    expect(await refusal()).toMatch(/fk_\w+ does not hold/);
    rewrite((manifest) => ({
      ...manifest,
      tables: manifest.tables.map((table) => ({ ...table, rows: table.rows + 1 })),
    }));
    expect(await refusal()).toMatch(/got \d+ rows of \d+/);
    await nothingWritten();
  });

  it('is not restored into a database that holds something', async () => {
    await target.query('create table something (id int)');
    expect(await refusal()).toContain('The database is not empty');
  });
});

describe('the commands beside a running server', () => {
  const command = (name: string, dataDir: string, ...args: string[]): Promise<{ stdout: string }> =>
    promisify(execFile)(process.execPath, [`dist/server/commands/${name}.js`, ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: '', DATA_DIR: dataDir },
    });

  it('restore into its database and back it up, without a second server', async () => {
    const dataDir = path.join(folder, 'running');
    const { url } = await startServer(dataDir);
    const into = path.join(folder, 'again');
    const { stdout } = await command('restore', dataDir, '--from', backup.folder);
    expect(stdout).toContain(`r${backup.manifest.rev}`);
    await command('backup', dataDir, '--to', into);
    const [again = ''] = readdirSync(into);
    const part = (taken: string): Buffer => readFileSync(path.join(taken, 'history.project.copy.gz'));
    expect(part(path.join(into, again)).equals(part(backup.folder))).toBe(true);
    const client = new Client({ connectionString: url });
    await client.connect();
    expect((await client.query('select max(rev) as rev from change')).rows).toEqual([
      { rev: backup.manifest.rev },
    ]);
    await client.end();
  }, 60_000);
});
