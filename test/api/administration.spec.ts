import { ReportRhythms } from '../../backend/src/status-reports/index';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type Commanded, ifMatch } from '../support/projects';

interface Unit {
  id: string;
  version: number;
  key: string;
  shortName: string;
  name: string;
  parentId: string | null;
  validTo: string | null;
}

interface Rhythms {
  version: number;
  moment: string;
  rhythms: { phase: string; days: number }[];
}

let count = 0;

describe('units and settings, as administrators change them', () => {
  let database: TestDatabase;
  let api: TestApi;
  let admin: ApiClient;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    admin = await api.as('admin');
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  describe('a unit', () => {
    const units = async (query = ''): Promise<Unit[]> =>
      (await admin.get<{ items: Unit[] }>(`/api/v1/org-units${query}`)).body.items;
    const one = async (id: string, query = ''): Promise<Unit | undefined> =>
      (await units(query)).find((unit) => unit.id === id);
    const make = async (content: object = {}): Promise<Commanded> => {
      count += 1;
      const body = {
        key: `unit-${count}`,
        kind: 'office',
        shortName: `E${count}`,
        name: `Einheit ${count}`,
        ...content,
      };
      const answer = await admin.send<Commanded>('POST', '/api/v1/org-units', body);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    };
    const edit = ({ id, version }: { id: string; version: number }, changes: object) =>
      admin.send<Commanded>('PATCH', `/api/v1/org-units/${id}`, changes, ifMatch(version));

    it('is made, renamed and closed, and its past stays readable', async () => {
      const made = await make({ name: 'Amt für Alles' });
      const renamed = await edit(made, { name: 'Amt für Vieles', validTo: '2026-12-31' });
      expect(renamed).toMatchObject({ status: 200, body: { version: 2 } });
      expect(await one(made.id)).toMatchObject({ version: 2, name: 'Amt für Vieles', validTo: '2026-12-31' });
      expect(await one(made.id, `?asOf=${made.moment}`)).toMatchObject({
        name: 'Amt für Alles',
        validTo: null,
      });
      expect((await admin.send('DELETE', `/api/v1/org-units/${made.id}`)).status).toBe(404);
    });

    it('takes the coordinators of a unit along when it moves below another one', async () => {
      const coordinator = await api.as('office-coordinator');
      const upper = (await units()).find(({ key }) => key === 'it');
      const below = await make();
      const project = await aProject(await api.as('portfolio-office'), { office: below.id });
      const rename = async (): Promise<number> =>
        (await project.send('PATCH', '', { title: 'Umbenannt' }, coordinator)).status;
      expect(await rename()).toBe(403);
      await edit(below, { parentId: upper?.id });
      expect(await rename()).toBe(200);
    });

    it('is refused with every fault at once, and below itself', async () => {
      const upper = await make();
      const lower = await make({ parentId: upper.id });
      expect(
        await edit(upper, { parentId: lower.id, validFrom: '2026-02-01', validTo: '2026-01-01' }),
      ).toMatchObject({
        status: 422,
        body: {
          errors: [
            { pointer: '/parentId', code: 'org-unit.below-itself' },
            { pointer: '/validTo', code: 'org-unit.ends-before-start' },
          ],
        },
      });
    });

    it('closes no circle when two are moved at the same time', async () => {
      const [a, b] = [await make(), await make()];
      const answers = await Promise.all([edit(a, { parentId: b.id }), edit(b, { parentId: a.id })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    });

    it('keeps its key to itself', async () => {
      const body = { key: 'it', kind: 'office', shortName: 'IT', name: 'Zwilling' };
      expect(await admin.send('POST', '/api/v1/org-units', body)).toMatchObject({
        status: 409,
        body: { errors: [{ pointer: '/key', code: 'already-exists' }] },
      });
      expect((await admin.send('POST', '/api/v1/org-units', { ...body, key: 'Nein!' })).status).toBe(400);
    });

    it('is not changed on an old version', async () => {
      const made = await make();
      await edit(made, { name: 'Schneller' });
      expect(await edit(made, { name: 'Zu spät' })).toMatchObject({
        status: 412,
        body: { current: { version: 2, changedBy: 'Fachadministration', command: 'org-unit.edit' } },
      });
    });
  });

  describe('the rhythm of reports', () => {
    const url = '/api/v1/settings/report-rhythms';
    const read = async (query = ''): Promise<Rhythms> => (await admin.get<Rhythms>(url + query)).body;
    const put = (version: number, rhythms: object[]) =>
      admin.send<{ version: number; moment: string }>('PUT', url, { rhythms }, ifMatch(version));

    it('is set for all phases at once, and what was set before stays readable as of then', async () => {
      const before = await read();
      expect(before.rhythms).toContainEqual({ phase: 'in-progress', days: 30 });
      const rhythms = [
        { phase: 'in-progress', days: 14 },
        { phase: 'proposal', days: 366 },
      ];
      const answer = await put(before.version, rhythms);
      expect(answer.status).toBe(200);
      expect(await read()).toMatchObject({ version: answer.body.version, rhythms });
      expect((await read(`?asOf=${before.moment}`)).rhythms).toEqual(before.rhythms);
      expect((await read(`?asOf=${before.moment}`)).version).toBe(before.version);
    });

    it('decides from then on what is overdue, and not before', async () => {
      const office = await api.as('portfolio-office');
      const project = await aProject(office);
      await database.query(
        `update project set phase = 'rollout', phase_since = current_date - 20 where id = $1`,
        [project.id],
      );
      const { version } = await read();
      const overdue = async (query: string): Promise<number> => {
        const answer = await office.get<{ reporting: { overdueDays: number } }>(
          `${project.url}/status-reports${query}`,
        );
        return answer.body.reporting.overdueDays;
      };
      const first = await put(version, [{ phase: 'rollout', days: 30 }]);
      const second = await put(first.body.version, [{ phase: 'rollout', days: 10 }]);
      expect(await overdue(`?asOf=${second.body.moment}`)).toBe(10);
      expect(await overdue(`?asOf=${first.body.moment}`)).toBe(0);
    });

    it('decides in the list what is overdue, by the rhythm of the moment that is asked for', async () => {
      const office = await api.as('portfolio-office');
      const project = await aProject(office);
      await database.query(
        `update project set phase = 'rollout', phase_since = current_date - 20 where id = $1`,
        [project.id],
      );
      // The list reads kept figures, which only a command brings up to date.
      expect((await project.send('PATCH', '', { title: 'Im Rollout' })).status).toBe(200);
      const overdue = async (moment: string): Promise<boolean> => {
        const url = `/api/v1/projects?overdue=true&pageSize=200&asOf=${moment}`;
        const { status, body } = await office.get<{ items: { id: string }[] }>(url);
        expect(status).toBe(200);
        return body.items.some(({ id }) => id === project.id);
      };
      const { version } = await read();
      const slow = await put(version, [{ phase: 'rollout', days: 20 }]);
      const quick = await put(slow.body.version, [{ phase: 'rollout', days: 19 }]);
      const none = await put(quick.body.version, []);
      expect(await overdue(slow.body.moment)).toBe(false);
      expect(await overdue(quick.body.moment)).toBe(true);
      expect(await overdue(none.body.moment)).toBe(false);
    });

    it('stays away at the next start when it was taken away', async () => {
      const { version } = await read();
      const rhythms = [{ phase: 'paused', days: 120 }];
      expect((await put(version, rhythms)).status).toBe(200);
      await api.app.get(ReportRhythms).settle();
      expect((await read()).rhythms).toEqual(rhythms);
    });

    it('is refused outside of a day and a year, twice for a phase, and on an old version', async () => {
      const { version } = await read();
      const wrong = [
        { phase: 'rollout', days: 0 },
        { phase: 'paused', days: 367 },
        { phase: 'never', days: 1.5 },
      ];
      const malformed = await admin.send<{ errors: { pointer: string }[] }>(
        'PUT',
        url,
        { rhythms: wrong },
        ifMatch(version),
      );
      expect(malformed.status).toBe(400);
      expect(new Set(malformed.body.errors.map(({ pointer }) => pointer))).toEqual(
        new Set(['/rhythms/0/days', '/rhythms/1/days', '/rhythms/2/days', '/rhythms/2/phase']),
      );
      const twice = { phase: 'rollout', days: 7 };
      expect((await put(version, [twice, twice])).status).toBe(400);
      expect(await put(version - 1, [twice])).toMatchObject({ status: 412, body: { current: { version } } });
    });
  });
});
