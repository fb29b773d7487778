import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';

interface Change {
  rev: number;
  moment: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  command: string;
  reason: string | null;
  source: string;
  records: { record: string; id: string; projectNumber: string | null }[];
  recordCount: number;
}

interface Log {
  items: Change[];
  total: number;
}

describe('the log of all changes', () => {
  let database: TestDatabase;
  let api: TestApi;
  let admin: ApiClient;
  let lead: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [admin, lead] = [await api.as('admin'), await api.as('project-lead')];
    project = await aProject(lead, { title: 'Im Protokoll' });
    await project.send('POST', '/milestones', { title: 'Erster', expectedOn: '2027-01-31' });
    await project.send('PATCH', '', { title: '=SUMME(A1)' });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const log = async (query = ''): Promise<Log> => (await admin.get<Log>(`/api/v1/changes${query}`)).body;
  const idOf = async (client: ApiClient): Promise<string> =>
    (await client.get<{ person: { id: string } }>('/api/v1/session')).body.person.id;

  it('says who did what, when, and which records were touched, the newest first', async () => {
    const { number } = await project.read();
    const { items } = await log('?pageSize=3');
    expect(items.map(({ command }) => command)).toEqual(['project.edit', 'milestone.add', 'project.create']);
    const [, added] = items;
    expect(added).toMatchObject({ actorName: 'Projektleitung', source: 'app', reason: null, recordCount: 2 });
    expect(added?.records).toMatchObject([
      { record: 'project', id: project.id, projectNumber: number },
      { record: 'milestone', projectNumber: number },
    ]);
    expect(items.map(({ rev }) => rev)).toEqual([...items.map(({ rev }) => rev)].sort((a, b) => b - a));
    expect((await lead.get<{ title: string }>(`${project.url}?asOf=${added?.moment}`)).body.title).toBe(
      'Im Protokoll',
    );
  });

  it('names a record that was removed', async () => {
    const other = await aProject(lead);
    const added = await other.send('POST', '/risks', { title: 'Weg', probability: 2, impact: 2 });
    const risks = await lead.get<{ items: { id: string }[] }>(`${other.url}/risks`);
    const removed = await other.send('DELETE', `/risks/${risks.body.items[0]?.id}`);
    expect([added.status, removed.status]).toEqual([201, 200]);
    const [change] = (await log('?pageSize=1')).items;
    expect(change?.records).toContainEqual(
      expect.objectContaining({ record: 'risk', id: risks.body.items[0]?.id }),
    );
  });

  it('is filtered by person, command, source, days and project, alone and together', async () => {
    const { number } = await project.read();
    const leadId = await idOf(lead);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now());
    const of = await log(`?project=${number.toLowerCase()}`);
    expect(of.items.map(({ command }) => command)).toEqual([
      'project.edit',
      'milestone.add',
      'project.create',
    ]);
    expect(await log(`?project=${project.id}`)).toEqual(of);
    expect(
      (
        await log(
          `?project=${number}&command=milestone.add&actor=${leadId}&source=app&from=${today}&to=${today}`,
        )
      ).total,
    ).toBe(1);
    expect((await log(`?actor=${leadId}`)).items.every(({ actorId }) => actorId === leadId)).toBe(true);
    expect((await log(`?project=${number}&actor=${await idOf(admin)}`)).total).toBe(0);
    expect((await log('?source=start')).items.every(({ source }) => source === 'start')).toBe(true);
    expect((await log('?to=2020-01-01')).total).toBe(0);
    expect((await log('?from=2199-01-01')).total).toBe(0);
    expect((await log('?project=DA-1999-999')).total).toBe(0);
    for (const query of ['?actor=x', '?from=31.12.2026', '?asOf=r1'])
      expect((await admin.get(`/api/v1/changes${query}`)).status).toBe(400);
  });

  it('goes on page by page without leaving any out', async () => {
    const whole = await log('?pageSize=200');
    const pages = [await log('?pageSize=2&page=1'), await log('?pageSize=2&page=2')];
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items.slice(0, 4));
    expect(pages[0]?.total).toBe(whole.total);
  });

  it('comes as a file with the same rows, in which nothing is run', async () => {
    await database.query(
      `begin; select set_config('agenda.command', '=cmd()', true), set_config('agenda.reason', '@SUM(1)', true);
       update org_unit set name = name || '!' where key = 'it'; commit`,
    );
    const { items, total } = await log('?pageSize=200');
    const file = await admin.get<string>('/api/v1/changes?format=csv');
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="aenderungen-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(file.body.startsWith('\uFEFFRevision;Zeitpunkt (UTC);Wer;Befehl;')).toBe(true);
    const lines = file.body.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(total);
    expect(lines.map((line) => Number(line.split(';')[0])).slice(0, items.length)).toEqual(
      items.map(({ rev }) => rev),
    );
    expect(lines[0]).toContain(";'=cmd();'@SUM(1);");
    const filtered = await admin.get<string>(
      `/api/v1/changes?format=csv&project=${(await project.read()).number}`,
    );
    expect(filtered.body.trim().split('\r\n')).toHaveLength(4);
  });

  it('knows every table that keeps a history, and finds its versions by revision without reading all', async () => {
    const without = await database.query(
      `select table_name from information_schema.columns c where table_schema = 'history' and column_name = 'to_rev'
          and not exists (select from pg_indexes i where i.schemaname = 'history' and i.tablename = c.table_name
                           and i.indexdef like '%(from_rev)')
           or table_schema = 'history' and column_name = 'to_rev'
          and not exists (select from pg_indexes i where i.schemaname = 'history' and i.tablename = c.table_name
                           and i.indexdef like '%(to_rev) WHERE%')`,
    );
    expect(without).toEqual([]);
  });

  it('asks the database as often for fifty changes as for one', async () => {
    await log();
    const one = await admin.get('/api/v1/changes?pageSize=1');
    expect((await admin.get('/api/v1/changes?pageSize=50')).statements).toBe(one.statements);
  });
});
