import { parse } from 'csv-parse/sync';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aPreparedProject, aProject, type TestProject } from '../support/projects';
import { aReport } from '../support/status-reports';

interface Change {
  field: string;
  part: { key: string } | null;
  before: string | number | null;
  after: string | number | null;
  unit: string;
  direction: string;
}

interface Compared {
  from: { moment: string; day: string };
  to: { moment: string; day: string };
  different: number;
  total: number;
  counts: { kind: string; count: number }[];
  items: { project: { number: string; title: string }; kinds: string[]; changes: Change[] }[];
}

const BEFORE = '2026-06-01T10:00:00Z';
const AFTER = '2026-11-23T11:00:00Z';

describe('the portfolio at two moments', () => {
  let api: TestApi;
  let database: TestDatabase;
  let office: ApiClient;
  let finance: ApiClient;
  let before: string;

  const compare = async (query: string): Promise<Compared> => {
    const { status, body } = await office.get<Compared>(`/api/v1/portfolio/compare?${query}`);
    expect({ query, status }).toEqual({ query, status: 200 });
    return body;
  };
  const done = async (
    project: TestProject,
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
  ): Promise<void> => {
    const { status, body: answer } = await project.send<unknown>(method, path, body, office);
    expect({ path, status, answer }).toEqual({ path, status: method === 'POST' ? 201 : 200, answer });
  };
  const differenceOf = (compared: Compared, title: string): Compared['items'][number] => {
    const found = compared.items.find(({ project }) => project.title === title);
    if (found === undefined) throw new Error(`${title} is not different`);
    return found;
  };

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    api.setClock(BEFORE);
    office = await api.as('portfolio-office');
    finance = await api.as('finance');
    const [still, dropped, red, late, dear, cheap, scored, moved, renamed] = [
      await aProject(office, { title: 'Unverändert' }),
      await aProject(office, { title: 'Abgebrochen', office: 'it' }),
      await aProject(office, { title: 'Rot' }),
      await aProject(office, { title: 'Später', expectedEnd: '2027-01-31' }),
      await aProject(office, { title: 'Teurer' }),
      await aProject(office, { title: 'Günstiger' }),
      await aProject(office, { title: 'Bewertet' }),
      await aProject(office, { title: 'Vorgeschlagen' }),
      await aProject(office, { title: 'Alter Name' }),
    ];
    for (const project of [still, red]) await done(project, 'POST', '/status-reports', aReport());
    await done(late, 'POST', '/milestones', {
      title: 'Vergabe',
      expectedOn: '2026-10-01',
    });
    await done(dear, 'POST', '/needs', need('capital', 100_00));
    await done(cheap, 'POST', '/needs', need('operating', 100_00));
    await done(scored, 'PUT', '/assessments/self/scores/openness', { score: 3, reason: 'Quelloffen' });
    before = (await still.read()).moment;

    api.setClock(AFTER);
    await done(dropped, 'POST', '/phase-changes', { to: 'cancelled', reason: 'Kein Bedarf mehr' });
    await done(
      red,
      'POST',
      '/status-reports',
      aReport({
        lights: { schedule: 'red', cost: 'green', scope: 'green', resources: 'green' },
        worseReason: 'Lieferung fehlt',
        wayBack: 'Neu bestellt',
      }),
    );
    await done(late, 'PATCH', '', { expectedEnd: '2027-03-31' });
    await done(dear, 'POST', '/needs', need('capital', 1));
    await done(dear, 'POST', '/needs', need('operating', 50_00));
    const { items } = (await office.get<{ items: { id: string }[] }>(`${cheap.url}/needs`)).body;
    await done(cheap, 'PATCH', `/needs/${items[0]?.id}`, { amountCents: 60_00 });
    await done(scored, 'PUT', '/assessments/review/scores/openness', { score: 1, reason: 'Nur zum Teil' });
    await done(moved, 'POST', '/phase-changes', { to: 'proposal' });
    await done(renamed, 'PATCH', '', { title: 'Neuer Name 🚀' });
    await aProject(office, { title: 'Hinzugekommen' });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('names every kind of difference, with what stood and what stands there', async () => {
    const compared = await compare(`from=${before}`);
    const kindsOf = (title: string): string[] => differenceOf(compared, title).kinds;
    expect(compared.items.map(({ project }) => project.title)).not.toContain('Unverändert');
    expect(kindsOf('Hinzugekommen')).toEqual(['came']);
    expect(kindsOf('Vorgeschlagen')).toEqual(['phase']);
    expect(kindsOf('Rot')).toContain('turned');
    expect(kindsOf('Später')).toContain('slipped');
    expect(kindsOf('Teurer')).toContain('costs-more');
    expect(kindsOf('Günstiger')).toContain('costs-less');
    expect(kindsOf('Bewertet')).toContain('re-scored');
    expect(kindsOf('Neuer Name 🚀')).toEqual(['changed']);
    const light = differenceOf(compared, 'Rot').changes.find(({ field }) => field === 'light');
    expect(light).toEqual({
      field: 'light',
      part: null,
      before: 'green',
      after: 'red',
      unit: 'light',
      direction: 'worse',
    });
    const end = differenceOf(compared, 'Später').changes.find(({ field }) => field === 'expectedEnd');
    expect(end).toMatchObject({ before: '2027-01-31', after: '2027-03-31', direction: 'worse' });
  });

  it('keeps projects visible that were dropped', async () => {
    const { kinds, changes } = differenceOf(await compare(`from=${before}&kind=went`), 'Abgebrochen');
    expect(kinds).toEqual(['went', 'phase']);
    expect(changes[0]).toMatchObject({ field: 'phase', before: 'idea', after: 'cancelled' });
  });

  it('sums operating and capital money apart and keeps the two voices apart', async () => {
    const compared = await compare(`from=${before}`);
    const money = differenceOf(compared, 'Teurer').changes.filter(({ field }) => field.startsWith('need'));
    expect(money.map(({ field, before: was, after }) => [field, was, after])).toEqual([
      ['needOperatingCents', 0, 50_00],
      ['needCapitalCents', 100_00, 100_01],
    ]);
    const scores = differenceOf(compared, 'Bewertet').changes.filter(({ unit }) => unit === 'score');
    expect(scores).toMatchObject([
      { field: 'score-review', part: { key: 'openness' }, before: null, after: 1 },
    ]);
  });

  it('finds nothing between a moment and itself', async () => {
    for (const moment of [before, '2026-06-01', '2026-11-22']) {
      const compared = await compare(`from=${moment}&to=${moment}`);
      expect([moment, compared.different, compared.items]).toEqual([moment, 0, []]);
    }
  });

  it('is the same the other way round, read backwards', async () => {
    const forwards = await compare(`from=${before}`);
    const backwards = await compare(`from=${forwards.to.moment}&to=${before}`);
    const turned = { better: 'worse', worse: 'better', neutral: 'neutral' } as Record<string, string>;
    expect(backwards.items.map(({ changes }) => changes)).toEqual(
      forwards.items.map(({ changes }) =>
        changes.map((change) => ({
          ...change,
          before: change.after,
          after: change.before,
          direction: turned[change.direction],
        })),
      ),
    );
    const count = ({ counts }: Compared, wanted: string): number =>
      counts.find(({ kind }) => kind === wanted)?.count ?? -1;
    expect(count(backwards, 'came')).toBe(count(forwards, 'went'));
    expect(count(backwards, 'costs-less')).toBe(count(forwards, 'costs-more'));
  });

  it('names both moments, so that the answer can be asked for again exactly', async () => {
    const compared = await compare(`from=2026-06-01`);
    expect(compared.from.moment).toMatch(/^r\d+@2026-06-01$/);
    expect(compared.from.day).toBe('2026-06-01');
    const again = await compare(`from=${compared.from.moment}&to=${compared.to.moment}`);
    expect(again).toEqual(compared);
  });

  it('notices that a report became overdue though nobody did anything', async () => {
    const project = await aPreparedProject(office, { title: 'Still' });
    for (const phase of ['proposal', 'approved'])
      await done(project, 'POST', '/phase-changes', { to: phase });
    await done(project, 'POST', '/status-reports', aReport());
    const rev = (await project.read()).moment.split('@')[0] ?? '';
    api.setClock('2027-06-01T10:00:00Z');
    const compared = await compare(`from=${rev}@2026-11-23&to=${rev}@2027-06-01`);
    api.setClock(AFTER);
    expect(compared.items.map(({ project: { title }, changes }) => [title, changes])).toEqual([
      [
        'Still',
        [
          {
            field: 'light',
            part: null,
            before: 'green',
            after: 'overdue',
            unit: 'light',
            direction: 'worse',
          },
        ],
      ],
    ]);
  });

  it('takes the filters of the list, kinds and pages', async () => {
    const dropped = await compare(`from=${before}&phase=cancelled`);
    expect(dropped.items.map(({ project }) => project.title)).toEqual(['Abgebrochen']);
    const all = await compare(`from=${before}`);
    const second = await compare(`from=${before}&pageSize=2&page=2`);
    expect(second.items).toEqual(all.items.slice(2, 4));
    expect(second.total).toBe(all.total);
    const came = await compare(`from=${before}&kind=came&kind=went`);
    expect(came.counts).toEqual(all.counts);
    expect(came.total).toBeLessThan(all.total);
    expect(came.different).toBe(all.different);
  });

  it('comes as a file, a row for each changed field', async () => {
    const { body, headers } = await office.get<string>(
      `/api/v1/portfolio/compare?from=${before}&kind=costs-more&format=csv`,
    );
    expect(headers['content-disposition']).toMatch(/^attachment; filename="vergleich-.*\.csv"$/);
    const rows: unknown[] = parse(body, { bom: true, delimiter: ';', columns: true });
    expect(rows).toContainEqual(
      expect.objectContaining({
        Titel: 'Teurer',
        Feld: 'Bedarf im Finanzhaushalt (€)',
        Vorher: '100',
        Nachher: '100,01',
      }),
    );
  });

  it('is answered with 304 to who has it', async () => {
    const address = `/api/v1/portfolio/compare?from=2026-05-01&to=2026-06-01`;
    const { headers } = await finance.get(address);
    const again = await finance.get(address, { 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
  });

  it.each([
    ['', '/from', undefined],
    ['from=gestern', '/from', 'moment-malformed'],
    ['from=2026-01-01&to=2099-01-01', '/to', 'moment-in-future'],
    ['from=2026-01-01&asOf=2026-01-01', '/asOf', 'no-history-here'],
  ])('refuses %p and says where', async (query, pointer, code) => {
    const { status, body } = await office.get<{ errors: { pointer: string; code: string }[] }>(
      `/api/v1/portfolio/compare?${query}`,
    );
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ pointer, ...(code === undefined ? {} : { code }) });
  });
});

function need(kind: string, amountCents: number): object {
  return { year: 2027, kind, direction: 'expense', amountCents };
}
