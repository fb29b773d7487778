import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { HistorySealer, sealNext } from '../../backend/src/platform/index';
import { startApi, type TestApi } from '../support/api';
import { aProject } from '../support/projects';
import {
  historyOfTwoOffices,
  OFFICE,
  OTHER_OFFICE,
  type SealedHistory,
  sealedHistory,
} from '../support/sealed-history';

const root = path.resolve(import.meta.dirname, '../..');

describe('the sealed history of the sample portfolio', () => {
  let history: SealedHistory;
  let api: TestApi;

  beforeAll(async () => {
    history = await sealedHistory('sample');
    api = await startApi(history.database.url);
  });
  afterAll(async () => {
    await api.stop();
    await history.drop();
  });

  it('is whole after commands, deletions and a person who became a pseudonym', async () => {
    const lead = await api.as('project-lead');
    const project = await aProject(lead);
    const made = await project.send<{ id: string }>('POST', '/milestones', {
      title: 'Pilot',
      expectedOn: '2030-06-01',
    });
    await history.seal();
    await project.send('PATCH', `/milestones/${made.body.id}`, {
      expectedOn: '2031-01-01',
      moveReason: 'Lieferung verspätet',
    });
    expect((await project.send('DELETE', `/milestones/${made.body.id}`)).status).toBeLessThan(300);
    await history.seal();
    const { head } = await history.verify();
    await history.client.query(`update person set display_name = 'Person 1'`);
    expect(await history.verify()).toMatchObject({ unsealed: 0, faults: [], head });
  });

  it('shows in every tracked table which version was altered', async () => {
    await history.seal();
    const altered = await alterOneVersionOfEach(history);
    expect(altered.length).toBeGreaterThan(20);
    const faults = await history.faults();
    expect(faults.filter((fault) => !fault.startsWith('live row'))).toEqual(altered.sort());
  });
});

/** Alters one text, number or the like in a version of each tracked table; returns what has to be found. */
async function alterOneVersionOfEach({ client, tamper }: SealedHistory): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; column: string; value: string }>(`
    select distinct on (t.relname) t.relname as name, quote_ident(a.attname) as column,
           case a.atttypid when 'text'::regtype then '''altered''' when 'boolean'::regtype then 'not ' || quote_ident(a.attname)
                when 'text[]'::regtype then '''{altered}''' when 'uuid'::regtype then 'uuidv7()'
                else quote_ident(a.attname) || ' + 1' end as value
      from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     where t.relnamespace = 'history'::regnamespace and t.relkind = 'r'
       and exists (select from pg_attribute where attrelid = t.oid and attname = 'to_rev')
       and a.attname not in ('id', 'from_rev', 'to_rev') and a.attgenerated = '' and a.attnotnull
     order by t.relname, a.atttypid = 'uuid'::regtype, a.attnum`);
  const expected: string[] = [];
  for (const { name, column, value } of tables) {
    const { rows } = await client.query<{ id: string; rev: string }>(
      `select id, from_rev as rev from history.${name} order by from_rev desc, id limit 1`,
    );
    // A table in which nothing was ever written has no version to alter.
    if (rows[0] === undefined) continue;
    const { id, rev } = rows[0];
    await tamper(`update history.${name} set ${column} = ${value} where id = '${id}' and from_rev = ${rev}`);
    expected.push(`altered: ${name} ${id} version r${rev}`);
  }
  return expected;
}

describe('sealing', () => {
  let history: SealedHistory;

  beforeEach(async () => {
    history = await sealedHistory();
  });
  afterEach(() => history.drop());

  it('keeps up with writers, and two sealers do not disturb each other', async () => {
    await historyOfTwoOffices(history);
    const clients = await Promise.all(Array.from({ length: 6 }, () => connect(history)));
    let writing = 4;
    const write = async (client: Client): Promise<void> => {
      for (let n = 0; n < 30; n += 1)
        await client.query(`update org_unit set name = 'Amt ' || pg_backend_pid() || ' ' || $1`, [n]);
      writing -= 1;
    };
    const seal = async (client: Client): Promise<number> => {
      let sealed = 0;
      while (writing > 0) sealed += (await sealNext(client, 5)).revisions;
      return sealed;
    };
    const results = await Promise.all(clients.map((client, n) => (n < 4 ? write(client) : seal(client))));
    await Promise.all(clients.map((client) => client.end()));
    const within = results.reduce<number>((sum, sealed) => sum + (sealed ?? 0), 0);
    const { sealedUpTo } = await history.seal();
    const [counted] = (
      await history.client.query<{ seals: number; changes: number }>(
        'select (select count(*)::int from history.seal) as seals, (select count(*)::int from change) as changes',
      )
    ).rows;
    expect(within).toBeGreaterThan(0);
    expect(counted).toEqual({ seals: counted?.changes, changes: 125 });
    expect(await history.verify()).toMatchObject({ sealedUpTo, unsealed: 0, faults: [] });
  });

  it('goes on when columns come, and seals what they hold', async () => {
    await historyOfTwoOffices(history);
    await history.seal();
    await history.client.query(`select history.alter_table('org_unit', 'add column note text')`);
    await history.client.query(
      `select history.alter_table('org_unit', 'add column rank int not null default 7')`,
    );
    expect(await history.faults()).toEqual([]);
    await history.client.query(`update org_unit set note = 'neu', rank = 8`);
    await history.seal();
    expect(await history.faults()).toEqual([]);
    await history.tamper(`update history.org_unit set note = 'alt' where from_rev = 6`);
    await history.tamper(`update history.org_unit set rank = 6 where from_rev = 2`);
    await history.tamper(
      `update history.org_unit set note = 'x' where from_rev = 4 or from_rev = 1 and id = '${OFFICE}'`,
    );
    expect((await history.faults()).filter((fault) => fault.startsWith('altered'))).toEqual([
      `altered: org_unit ${OFFICE} version r1`,
      `altered: org_unit ${OFFICE} version r2`,
      `altered: org_unit ${OFFICE} version r6`,
    ]);
  });

  it('keeps sealed columns in the twin: they are neither dropped nor renamed nor given another type', async () => {
    await historyOfTwoOffices(history);
    await history.seal();
    for (const ddl of [
      'drop column short_name',
      'rename column short_name to label',
      'alter column short_name type varchar(50)',
    ]) {
      await expect(history.client.query(`select history.alter_table('org_unit', $1)`, [ddl])).rejects.toThrow(
        'history.org_unit has sealed values in short_name',
      );
    }
    await history.client.query(
      `select history.alter_table('org_unit', 'drop column short_name', 'alter column short_name drop not null')`,
    );
    await history.client.query(`update org_unit set name = 'Amt ohne Kürzel'`);
    await history.seal();
    expect(await history.faults()).toEqual([]);
    await history.tamper(`update history.org_unit set short_name = 'X' where from_rev = 3 and key = 'b'`);
    expect(await history.faults()).toEqual([`altered: org_unit ${OTHER_OFFICE} version r3`]);
  });

  it('shows sealed columns and tables that are gone', async () => {
    await historyOfTwoOffices(history);
    await history.seal();
    await history.client.query(
      'drop view as_of.org_unit; alter table history.org_unit drop column short_name',
    );
    await history.client.query('drop view as_of.need; drop table history.need');
    expect(await history.faults()).toEqual([
      'removed: table history.need with all its versions',
      'removed: columns short_name of history.org_unit, which are sealed',
    ]);
  });
});

describe('the sealer of the server', () => {
  it('seals what is committed, on its own, and stops with the server', async () => {
    const history = await sealedHistory();
    await historyOfTwoOffices(history);
    const api = await startApi(history.database.url);
    api.app.get(HistorySealer).start();
    await history.client.query(`update org_unit set name = 'Amt A5'`);
    await until(async () => (await unsealed(history)) === 0);
    const { sealedUpTo, ...found } = await history.verify();
    expect(found).toMatchObject({ unsealed: 0, faults: [] });
    const metrics = await api.anonymous.get<string>('/metrics');
    expect(metrics.body).toContain('history_unsealed_revisions 0\n');
    expect(metrics.body).toContain(`history_sealed_revision ${sealedUpTo}\n`);
    await api.stop();
    await until(async () => {
      const { rowCount } = await history.client.query(
        `select from pg_stat_activity where datname = current_database() and application_name like '%sealing'`,
      );
      return rowCount === 0;
    });
    await history.drop();
  });
});

describe('npm run verify-history', () => {
  let history: SealedHistory;

  beforeAll(async () => {
    history = await sealedHistory();
    await historyOfTwoOffices(history);
  });
  afterAll(() => history.drop());

  it('verifies, seals the rest, shows an anchor and takes it', async () => {
    const { code, stdout } = await run();
    expect(stdout).toContain(
      'The history is whole: 0 versions, sealed up to r0; 5 revisions not sealed yet.',
    );
    const anchor = /^Anchor: (r5:[0-9a-f]{64})$/m.exec(stdout)?.[1] ?? '';
    expect({ code, again: await run('--anchor', anchor) }).toMatchObject({
      code: 0,
      again: { code: 0, stdout: expect.stringContaining('0 revisions not sealed yet.') as unknown },
    });
    expect((await run('--anchor', 'r5:1234')).stderr).toContain('npm run verify-history');
  });

  it('names faults and ends with 1', async () => {
    await history.tamper(`update history.org_unit set name = 'Amt X' where from_rev = 2`);
    const { code, stdout } = await run();
    expect(code).toBe(1);
    expect(stdout).toContain(`altered: org_unit ${OFFICE} version r2\nFAULTS FOUND: 1`);
  });

  function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: history.database.url };
    return promisify(execFile)(process.execPath, ['dist/server/commands/verify-history.js', ...args], {
      cwd: root,
      env,
    }).then(
      (output) => ({ code: 0, ...output }),
      (failure: { code: number; stdout: string; stderr: string }) => failure,
    );
  }
});

async function connect({ database }: SealedHistory): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within twenty seconds.');
    await pause(50);
  }
}

async function unsealed({ client }: SealedHistory): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    'select count(*)::int as waiting from change where rev > (select coalesce(max(rev), 0) from history.seal)',
  );
  return rows[0]?.waiting ?? 0;
}
