import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Clock, dataSourceOptions, sealAll, verifyHistory } from '../../backend/src/platform/index';
import { OverviewProjection } from '../../backend/src/portfolio/index';
import {
  loadGeneratedPortfolio,
  loadSamplePortfolio,
  PortfolioNotEmpty,
} from '../../backend/src/portfolio-load/index';
import { startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

const FOREVER = '9223372036854775807';
const silent = (): void => undefined;

describe.each([
  { name: 'the sample portfolio', projects: 30 },
  { name: 'a generated portfolio', projects: 200 },
])('loading $name in bulk', ({ projects }) => {
  let database: TestDatabase;
  let api: TestApi;
  /** Loading past all commands is done under the role that owns the tables. */
  let owner: DataSource;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    await onClient(database, sealAll);
    api = await startApi(database.url);
    owner = await new DataSource(dataSourceOptions({ url: database.ownerUrl, poolSize: 1 })).initialize();
    const settings = { clock: api.app.get(Clock), say: silent };
    if (projects === 30) await loadSamplePortfolio(owner, settings);
    else await loadGeneratedPortfolio(owner, { ...settings, projects });
  });
  afterAll(async () => {
    await owner.destroy();
    await api.stop();
    await database.drop();
  });

  it('writes as many projects as were asked for, with several versions each', async () => {
    const [counted] = await database.query<{ projects: number; versions: number }>(
      `select (select count(*)::int from project) as projects,
              (select min(n)::int from (select count(*) as n from history.project_overview group by id) v) as versions`,
    );
    expect(counted?.projects).toBe(projects);
    expect(counted?.versions).toBeGreaterThan(1);
  });

  it('puts its changes before those that were sealed, so that the seals begin anew', async () => {
    expect(await onClient(database, sealAll)).toMatchObject({ unsealed: 0 });
    expect(await onClient(database, verifyHistory)).toMatchObject({ unsealed: 0, faults: [] });
  });

  it('leaves every twin with open versions that equal the live rows', async () => {
    const tables = await database.query<{ table: string; columns: string }>(
      `select c.relname as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace
          and exists (select from pg_class t where t.relnamespace = 'history'::regnamespace and t.relname = c.relname)
          and c.relkind = 'r'
        group by c.relname`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { table, columns } of tables) {
      const differences = await database.query(
        `(select ${columns} from public.${table} except
          select ${columns} from history.${table} where to_rev = ${FOREVER})
         union all
         (select ${columns} from history.${table} where to_rev = ${FOREVER} except
          select ${columns} from public.${table})`,
      );
      expect({ table, differences }).toEqual({ table, differences: [] });
    }
  });

  it('leaves versions of a row one after the other, each made by a recorded revision', async () => {
    const broken = await database.query(
      `select id from (select id, to_rev, lead(from_rev) over (partition by id order by from_rev) as next
                         from history.project_overview) v
        where to_rev <> coalesce(next, ${FOREVER})
       union all
       select id from history.project_overview o where not exists (select from change where rev = o.from_rev)`,
    );
    expect(broken).toEqual([]);
  });

  it('gives later revisions later instants, none of them in the future', async () => {
    const wrong = await database.query(
      `select rev from (select rev, at, lag(at) over (order by rev) as before from change) c
        where at <= before or at > clock_timestamp()`,
    );
    expect(wrong).toEqual([]);
  });

  it('makes the same read model as a rebuild does, which therefore changes nothing', async () => {
    const before = await database.query('select count(*) from history.project_overview');
    await api.app.get(OverviewProjection).rebuildOverviews({ command: 'overview.rebuild' });
    expect(await database.query('select count(*) from history.project_overview')).toEqual(before);
  });

  it('turns the triggers on again, so that the next change is recorded', async () => {
    const person = await api.as('portfolio-office');
    const { body } = await person.get<{ items: { number: string; title: string }[] }>(
      '/api/v1/projects?pageSize=1',
    );
    const number = body.items[0]?.number ?? '';
    const { etag } = await person.get(`/api/v1/projects/${number}`);
    const changed = await person.send(
      'PATCH',
      `/api/v1/projects/${number}`,
      { title: 'Neu benannt' },
      { 'if-match': etag ?? '' },
    );
    expect(changed.status).toBe(200);
    const versions = await database.query(
      `select from history.project p join change c on c.rev = p.from_rev
        where p.number = '${number}' and p.title = 'Neu benannt' and c.command like 'project.%'`,
    );
    expect(versions).toHaveLength(1);
  });

  it('refuses to mix made-up projects with others', async () => {
    const settings = { clock: api.app.get(Clock), say: silent, projects };
    await expect(loadGeneratedPortfolio(owner, settings)).rejects.toThrow(PortfolioNotEmpty);
  });
});

async function onClient<T>({ ownerUrl }: TestDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
