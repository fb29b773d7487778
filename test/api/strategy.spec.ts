import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type LoadReport, StrategyFileRefused, StrategyLoader } from '../../backend/src/strategy/index';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'backend/data/karlsruhe');
const key = 'digitalstrategie-2022';

interface Title {
  de: string;
  en: string | null;
}
interface Entry {
  id: string;
  key: string;
  title: Title;
  isValid: boolean;
  validTo: string | null;
}
interface List<Item = Entry> {
  items: Item[];
  total: number;
  moment: string;
}
interface StrategyFile {
  strategy: { key: string; edition?: number; title: Title };
  designPrinciples: { key: string; weight?: number; title: Partial<Title> }[];
  actionFields: { key: string; title: Title }[];
  corridorThemes: { key: string; title: Title }[];
  agendas: { key: string }[];
}

const original = await readFile(path.join(folder, 'strategy-2022.json'), 'utf8');

describe('the strategy and its catalogues', () => {
  let database: TestDatabase;
  let api: TestApi;
  let person: ApiClient;

  beforeEach(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    person = await api.as('employee');
  });
  afterEach(async () => {
    await api.stop();
    await database.drop();
  });

  /** Loads the file as it came, with a few things done to it. */
  function load(change: (file: StrategyFile) => void = () => undefined): Promise<LoadReport> {
    const file = JSON.parse(original) as StrategyFile;
    change(file);
    return api.app.get(StrategyLoader).load({
      name: 'strategy.json',
      bytes: Buffer.from(JSON.stringify(file, null, 2)),
      readBeside: (name) => readFile(path.join(folder, name)),
    });
  }

  async function refusal(loading: Promise<unknown>): Promise<string[]> {
    const error: unknown = await loading.then(
      () => new Error('The file was taken.'),
      (thrown: unknown) => thrown,
    );
    if (error instanceof StrategyFileRefused)
      return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }

  async function list<Item = Entry>(resource: string): Promise<List<Item>> {
    const { status, body } = await person.get<List<Item>>(`/api/v1/${resource}`);
    expect(status).toBe(200);
    return body;
  }

  const revisions = async (): Promise<number> =>
    Number((await database.query<{ rev: string }>('select max(rev) as rev from change'))[0]?.rev);

  describe('reading', () => {
    it('gives the nine principles and the seven fields of action in their order', async () => {
      const principles = await list('design-principles');
      const fields = await list('action-fields');
      expect([principles.total, fields.total]).toEqual([9, 7]);
      expect(principles.items[2]).toMatchObject({
        key: 'sovereignty',
        position: 3,
        weight: 1,
        title: { de: 'Digitale Souveränität', en: 'Digital sovereignty' },
        levels: Array.from(
          { length: 5 },
          () => ({ de: expect.any(String), en: expect.any(String) }) as unknown,
        ),
      });
      expect(fields.items.map((field) => field.key)[0]).toBe('workplace');
    });

    it('gives the strategy by id and by key, with all that belongs to it', async () => {
      const { items } = await list<{ id: string }>('strategies');
      const byId = await person.get(`/api/v1/strategies/${items[0]?.id}`);
      const byKey = await person.get<{ agendas: unknown[] }>(`/api/v1/strategies/${key}`);
      expect(byKey.body).toEqual(byId.body);
      expect(byKey.body).toMatchObject({
        edition: 1,
        isCurrent: true,
        adoptedOn: '2022-02-22',
        responsibleOffice: 'Amt für Informationstechnik und Digitalisierung',
        agendas: [{ key: 'digital-agenda-2022', entryCount: 0 }],
      });
      expect(byKey.etag).toBeDefined();
    });

    it('answers what is not there with 404', async () => {
      for (const url of [
        'strategies/nothing',
        'agendas/nothing',
        'strategies/01234567-89ab-7def-8123-456789abcdef',
      ]) {
        expect(await person.get(`/api/v1/${url}`)).toMatchObject({
          status: 404,
          body: { code: 'not-found' },
        });
      }
    });

    it('gives an agenda with its projects, lead projects and the reason', async () => {
      const projectId = await aProject('DA-2022-014');
      await database.query(
        `insert into agenda_entry (id, agenda_id, project_id, position, lead_project, reason)
         select gen_random_uuid(), id, $1, 14, true, 'typical' from digital_agenda`,
        [projectId],
      );
      expect((await person.get('/api/v1/agendas/digital-agenda-2022')).body).toMatchObject({
        yearFrom: 2022,
        yearTo: 2022,
        entryCount: 1,
        leadProjectCount: 1,
        entries: [{ projectId, number: 'DA-2022-014', position: 14, leadProject: true, reason: 'typical' }],
      });
    });

    it('gives the units of the administration as a tree', async () => {
      const { items, total } = await list<Entry & { parentId: string | null; kind: string }>('org-units');
      const parentOf = (child: string) =>
        items.find(({ id }) => id === items.find((unit) => unit.key === child)?.parentId)?.key;
      expect(items).toHaveLength(total);
      expect(
        items.filter(({ kind }) => kind === 'directorate').every(({ parentId }) => parentId === null),
      ).toBe(true);
      expect([parentOf('it'), parentOf('behindertenbeauftragte')]).toEqual(['dez-2', 'sjb']);
    });

    it('pages', async () => {
      const { body, headers } = await person.get<List>('/api/v1/council-bodies?pageSize=7&page=2');
      const all = await list('council-bodies');
      expect(body).toMatchObject({ total: all.total, page: 2, pageSize: 7, items: all.items.slice(7, 14) });
      expect(headers.link).toContain('rel="next"');
      const beyond = await person.get('/api/v1/council-bodies?page=1000');
      expect(beyond.body).toMatchObject({ total: all.total, items: [] });
    });

    it('names every wrong parameter', async () => {
      const { status, body } = await person.get(
        '/api/v1/action-fields?pageSize=201&page=0&colour=red&asOf=r1',
      );
      expect(status).toBe(400);
      expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()).toEqual(
        ['/colour', '/page', '/pageSize'],
      );
    });

    it('needs somebody who is signed in', async () => {
      expect((await api.anonymous.get('/api/v1/strategies')).status).toBe(401);
    });

    it.each([
      'strategies',
      'design-principles',
      'action-fields',
      'corridor-themes',
      'supported-goals',
      'agendas',
      'org-units',
      'council-bodies',
    ])('takes as many SQL statements for one of %s as for all', async (resource) => {
      const one = await person.get<List>(`/api/v1/${resource}?pageSize=1`);
      const all = await person.get<List>(`/api/v1/${resource}?pageSize=200`);
      expect([one.body.items.length, all.body.items.length]).toEqual([1, all.body.total]);
      expect(one.statements).toBe(all.statements);
    });
  });

  describe('loading a strategy file', () => {
    it('changes nothing when the file is loaded already, and makes no revision', async () => {
      const before = await revisions();
      const { sections } = await load();
      expect(sections.map(({ section, ...counts }) => [section, Object.values(counts)])).toEqual(
        sections.map(({ section }) => [section, [0, 0, 0, 0]]),
      );
      expect(await revisions()).toBe(before);
    });

    it('records a changed title, and the old one can be read as of before', async () => {
      const { moment } = await list('action-fields');
      const report = await load(
        (file) => (file.actionFields[5] = { key: 'innovation', title: { de: 'Neues', en: 'New' } }),
      );
      const titleOf = async (query = '') =>
        (await list(`action-fields${query}`)).items.find((field) => field.key === 'innovation')?.title.de;
      expect(await titleOf()).toBe('Neues');
      expect(await titleOf(`?asOf=${moment}`)).toBe('Innovation');
      expect(
        await database.query('select command, source from change where rev = $1', [report.moment.slice(1)]),
      ).toEqual([{ command: 'strategy.load', source: 'load' }]);
    });

    it('makes a new edition of a higher number, and the old one stays readable', async () => {
      const { items: old } = await list<{ id: string }>('strategies');
      const { strategyId } = await load((file) => {
        file.strategy.edition = 2;
        file.designPrinciples.pop();
      });
      expect((await list('strategies')).items).toMatchObject([
        { id: strategyId, edition: 2, isCurrent: true, previousId: old[0]?.id },
        { id: old[0]?.id, edition: 1, isCurrent: false, previousId: null },
      ]);
      const totals = await Promise.all(
        ['', `?strategy=${key}`, `?strategy=${old[0]?.id}`, '?strategy=none'].map((query) =>
          list(`design-principles${query}`).then(({ total }) => total),
        ),
      );
      expect(totals).toEqual([8, 8, 9, 0]);
      expect((await person.get(`/api/v1/strategies/${key}`)).body).toMatchObject({ edition: 2, agendas: [] });
    });

    it('refuses an edition that comes before the newest', async () => {
      await load((file) => (file.strategy.edition = 3));
      expect(await refusal(load((file) => (file.strategy.edition = 2)))).toEqual([
        '/strategy/edition edition-before-newest',
      ]);
    });

    it('corrects an old edition without making it the current one', async () => {
      await load((file) => (file.strategy.edition = 2));
      await load((file) => (file.strategy.title.de = 'Digitalstrategie, berichtigt'));
      expect((await list('strategies')).items).toMatchObject([
        { edition: 2, isCurrent: true },
        { edition: 1, title: { de: 'Digitalstrategie, berichtigt' } },
      ]);
    });

    it('refuses a bad file as a whole, with every fault', async () => {
      const before = await revisions();
      const faults = await refusal(
        load((file) => {
          file.strategy.title.de = 'Das gilt nicht';
          file.designPrinciples[3] = { key: 'openness', weight: 0, title: {} };
          file.corridorThemes.push({ key: 'mobility', title: { de: 'Verkehr', en: null } });
        }),
      );
      expect(faults).toEqual([
        '/designPrinciples/3/title/de missing',
        '/designPrinciples/3/weight out-of-range',
        '/corridorThemes/6/key key-twice',
      ]);
      expect(await revisions()).toBe(before);
      expect((await person.get(`/api/v1/strategies/${key}`)).body).not.toMatchObject({
        title: { de: 'Das gilt nicht' },
      });
    });

    it('removes what an edition has no more and nobody uses; it can be read as of before', async () => {
      const { moment } = await list('action-fields');
      await load((file) => file.actionFields.pop());
      expect((await list('action-fields')).total).toBe(6);
      expect((await list(`action-fields?asOf=${moment}`)).total).toBe(7);
    });

    it('refuses to remove what projects use, naming all of it', async () => {
      const projectId = await aProject('DA-2022-001');
      await database.query(
        `insert into principle_score (id, project_id, principle_id, voice, score, reason, given_on)
         select gen_random_uuid(), $1, id, 'self', 3, 'because', '2022-03-01' from design_principle where key = 'openness'`,
        [projectId],
      );
      await database.query(
        'insert into agenda_entry (id, agenda_id, project_id) select gen_random_uuid(), id, $1 from digital_agenda',
        [projectId],
      );
      const faults = await refusal(
        load((file) => {
          file.designPrinciples = file.designPrinciples.filter((principle) => principle.key !== 'openness');
          file.actionFields = file.actionFields.filter((field) => field.key !== 'innovation');
          file.agendas = [];
        }),
      );
      expect(faults).toEqual([
        '/designPrinciples principle-in-use',
        '/actionFields action-field-in-use',
        '/agendas agenda-in-use',
      ]);
    });

    it('ends the validity of a theme that the file has no more, yesterday, and begins it anew when it is back', async () => {
      api.setClock('2024-05-01T10:00:00Z');
      await load(
        (file) => (file.corridorThemes = file.corridorThemes.filter((theme) => theme.key !== 'mobility')),
      );
      const mobility = async () =>
        (await list('corridor-themes')).items.find((theme) => theme.key === 'mobility');
      expect(await mobility()).toMatchObject({ validTo: '2024-04-30', isValid: false });
      api.setClock('2024-06-01T10:00:00Z');
      await load(
        (file) => (file.corridorThemes = file.corridorThemes.filter((theme) => theme.key !== 'mobility')),
      );
      expect(await mobility()).toMatchObject({ validTo: '2024-04-30' });
      await load();
      expect(await mobility()).toMatchObject({ validTo: null, isValid: true });
    });

    it('loads the strategy of another city beside the first', async () => {
      await load((file) => {
        file.strategy = { key: 'digital-elsewhere', title: { de: 'Digital anderswo', en: null } };
        file.agendas = [{ ...file.agendas[0], key: 'agenda-elsewhere' }];
      });
      expect((await list('strategies')).total).toBe(2);
      expect(
        await refusal(load((file) => (file.agendas = [{ ...file.agendas[0], key: 'agenda-elsewhere' }]))),
      ).toEqual(['/agendas/0/key agenda-of-other-strategy']);
    });

    it('lets one of two loads at once wait for the other', async () => {
      const reports = await Promise.all([
        load((file) => (file.strategy.edition = 2)),
        load((file) => (file.strategy.edition = 2)),
      ]);
      expect(new Set(reports.map(({ strategyId }) => strategyId)).size).toBe(1);
      expect((await list('strategies')).total).toBe(2);
    });
  });

  describe('loading from the command line', () => {
    let scratch: string;
    beforeEach(async () => {
      scratch = await mkdtemp(path.join(tmpdir(), 'strategy-'));
    });
    afterEach(() => rm(scratch, { recursive: true }));

    async function command(text: string): Promise<{ code: number; stdout: string; stderr: string }> {
      const file = path.join(scratch, 'city.json');
      await writeFile(file, text);
      const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.url };
      return promisify(execFile)(process.execPath, ['dist/server/commands/load-strategy.js', file], {
        cwd: root,
        env,
      }).then(
        (output) => ({ code: 0, ...output }),
        (failure: { code: number; stdout: string; stderr: string }) => failure,
      );
    }

    it('says what changed', async () => {
      const text = original.replace('"orgUnits": "org-units.csv",', '').replace('"weight": 1', '"weight": 2');
      const { code, stdout } = await command(text);
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringContaining('designPrinciples: 1 changed') as unknown,
      });
      expect((await list('design-principles')).items[0]).toMatchObject({ weight: 2 });
    });

    it('names every fault and where it stands, and fails', async () => {
      const { code, stderr } = await command('{\n  "strategy": { "key": "Nope" }\n}');
      expect(code).toBe(1);
      expect(stderr.trim().split('\n').slice(1)).toEqual([
        expect.stringMatching(/^city\.json:1:1 {2}\/designPrinciples /),
        expect.stringMatching(/^city\.json:1:1 {2}\/actionFields /),
        expect.stringMatching(/^city\.json:2:15 {2}\/strategy\/title /),
        expect.stringMatching(/^city\.json:2:24 {2}\/strategy\/key /),
      ]);
    });
  });

  /** A project in the field of action "innovation", as bare as the tables allow. */
  async function aProject(number: string): Promise<string> {
    const [project] = await database.query<{ id: string }>(
      `insert into project (id, number, title, primary_action_field_id, phase_since)
       select gen_random_uuid(), $1, 'Some project', id, '2022-02-22' from action_field where key = 'innovation'
       returning id`,
      [number],
    );
    return project?.id ?? '';
  }
});
