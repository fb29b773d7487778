import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { faultsOf } from '../support/faults';
import { aProject, type Commanded, ifMatch, type TestProject } from '../support/projects';
import { aReport, GREEN, type Report, type Reports } from '../support/status-reports';

describe('status reports of a project', () => {
  let database: TestDatabase;
  let api: TestApi;
  let lead: ApiClient;
  let office: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [lead, office] = [await api.as('project-lead'), await api.as('portfolio-office')];
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });
  beforeEach(async () => {
    api.setClock('2026-11-23T11:00:00Z');
    project = await aProject(lead);
  });
  afterEach(() => jest.restoreAllMocks());

  const publish = (changes: object = {}, by = lead): ReturnType<TestProject['send']> =>
    project.send('POST', '/status-reports', aReport(changes), by);
  const reports = async (query = ''): Promise<Reports> =>
    (await office.get<Reports>(`${project.url}/status-reports${query}`)).body;
  const last = async (): Promise<Report | undefined> => (await reports()).items[0];

  describe('publishing', () => {
    it('shows lights, progress and texts to everybody who reads projects, without the name of who published', async () => {
      const answer = await publish({ done: 'Ausschreibung läuft.', helpWanted: 'Eine Testerin' });
      expect(answer.status).toBe(201);
      const employee = await api.as('employee');
      const { body } = await employee.get<Report>(
        `${project.url}/status-reports/${(answer.body as Commanded).id}`,
      );
      expect(body).toEqual({
        id: (answer.body as Commanded).id,
        projectId: project.id,
        version: 2,
        moment: expect.stringMatching(/^r\d+@2026-11-23$/) as string,
        reportedOn: '2026-11-23',
        publishedAt: '2026-11-23T11:00:00.000000Z',
        lights: { overall: 'green', ...GREEN },
        overallReason: null,
        progressPercent: 40,
        expectedEnd: null,
        done: 'Ausschreibung läuft.',
        next: '',
        blockers: '',
        helpWanted: 'Eine Testerin',
        worseReason: null,
        wayBack: null,
        unchanged: false,
        correctsId: null,
        correctedById: null,
      });
    });

    it('makes the overall light the worst of the four unless told another', async () => {
      await publish({ lights: { ...GREEN, cost: 'red' } });
      expect((await last())?.lights.overall).toBe('red');
    });

    it('refuses another overall light without a reason', async () => {
      const lights = { ...GREEN, cost: 'red', overall: 'amber' };
      const refused = await publish({ lights });
      expect(refused).toMatchObject({ status: 422, body: { code: 'status-report.refused' } });
      expect(faultsOf(refused)).toEqual(['/overallReason overall-reason-missing']);
      expect((await publish({ lights, overallReason: 'Die Mehrkosten sind gedeckt.' })).status).toBe(201);
    });

    it('refuses a light that got worse without why and the way back, naming both at once', async () => {
      await publish();
      const worse = { lights: { ...GREEN, schedule: 'amber' } };
      const refused = await publish(worse);
      expect(refused.status).toBe(422);
      expect(faultsOf(refused)).toEqual(['/worseReason worse-reason-missing', '/wayBack way-back-missing']);
      const published = await publish({ ...worse, worseReason: 'Lieferverzug', wayBack: 'Zweiter Anbieter' });
      expect(published.status).toBe(201);
      expect(await last()).toMatchObject({ worseReason: 'Lieferverzug', wayBack: 'Zweiter Anbieter' });
    });

    it('asks nothing of a light that got better', async () => {
      await publish({ lights: { ...GREEN, schedule: 'red' } });
      expect((await publish()).status).toBe(201);
    });

    it('refuses a date in the future and one before the last report, judged on the day in Berlin', async () => {
      api.setClock('2026-11-23T23:30:00Z');
      expect((await publish({ reportedOn: '2026-11-24' })).status).toBe(201);
      expect(faultsOf(await publish({ reportedOn: '2026-11-25' }))).toEqual([
        '/reportedOn reported-on-future',
      ]);
      expect(faultsOf(await publish({ reportedOn: '2026-11-23' }))).toEqual([
        '/reportedOn reported-on-before-previous',
      ]);
    });

    it.each<[string, object, string]>([
      ['no lights', { lights: undefined }, '/lights is-object'],
      ['a list of lights', { lights: [] }, '/lights is-object'],
      [
        'three lights',
        { lights: { schedule: 'green', cost: 'green', scope: 'green' } },
        '/lights/resources is-in',
      ],
      ['a light of another colour', { lights: { ...GREEN, cost: 'blue' } }, '/lights/cost is-in'],
      ['a light too many', { lights: { ...GREEN, mood: 'green' } }, '/lights/mood whitelist-validation'],
      ['no overall light', { lights: { ...GREEN, overall: null } }, '/lights/overall is-in'],
      ['no progress', { progressPercent: undefined }, '/progressPercent is-int'],
      ['101 %', { progressPercent: 101 }, '/progressPercent max'],
      ['a day in no calendar', { reportedOn: '2026-02-30' }, '/reportedOn is-day'],
      ['an end in no calendar', { expectedEnd: '31.12.2027' }, '/expectedEnd is-day'],
      ['a text that is none', { done: null }, '/done is-string'],
      ['a text without end', { next: 'x'.repeat(4001) }, '/next max-length'],
      ['a correction of something', { correctsId: 'the last one' }, '/correctsId is-uuid'],
      ['a date of publication', { publishedAt: '2020-01-01T00:00:00Z' }, '/publishedAt whitelist-validation'],
      ['a zero byte', { done: 'a\u0000b' }, '/done null-character'],
    ])('is refused as malformed with %s', async (_, changes, fault) => {
      const answer = await publish(changes);
      expect(answer.status).toBe(400);
      expect(faultsOf(answer)).toContain(fault);
    });
  });

  describe('saying "unchanged"', () => {
    it('repeats lights, progress and texts of the last report', async () => {
      await publish({
        lights: { ...GREEN, cost: 'red', overall: 'amber' },
        overallReason: 'Die Mehrkosten sind gedeckt.',
        done: 'Pilot läuft.',
      });
      api.setClock('2026-12-20T11:00:00Z');
      expect((await project.send('POST', '/status-reports', { unchanged: true })).status).toBe(201);
      expect(await last()).toMatchObject({
        unchanged: true,
        reportedOn: '2026-12-20',
        lights: { overall: 'amber', cost: 'red' },
        overallReason: 'Die Mehrkosten sind gedeckt.',
        progressPercent: 40,
        done: 'Pilot läuft.',
      });
    });

    it('leaves the expected end where the project has it now', async () => {
      await publish({ expectedEnd: '2027-06-30' });
      await project.send('PATCH', '', { expectedEnd: '2027-12-31' });
      await project.send('POST', '/status-reports', { unchanged: true });
      expect((await last())?.expectedEnd).toBe('2027-12-31');
      expect(await project.read()).toMatchObject({ expectedEnd: '2027-12-31' });
    });

    it('is refused when there is nothing to repeat', async () => {
      const answer = await project.send('POST', '/status-reports', { unchanged: true });
      expect(answer).toMatchObject({ status: 422, body: { code: 'status-report.nothing-to-repeat' } });
    });

    it('stands alone', async () => {
      await publish();
      const answer = await project.send('POST', '/status-reports', {
        unchanged: true,
        done: 'Doch etwas.',
        progressPercent: 50,
      });
      expect(answer.status).toBe(400);
      expect(faultsOf(answer).sort()).toEqual([
        '/done not-with-unchanged',
        '/progressPercent not-with-unchanged',
      ]);
    });
  });

  describe('the expected end in a report', () => {
    it('moves that of the project and counts it; baseline and approved end stay', async () => {
      await project.send('PATCH', '', { baselineEnd: '2026-12-31', expectedEnd: '2026-12-31' });
      await publish({ expectedEnd: '2027-03-31' });
      await publish({ expectedEnd: '2027-03-31' });
      const [row] = await database.query(
        'select baseline_end::text, approved_end::text, expected_end::text, end_moves from project where id = $1',
        [project.id],
      );
      expect(row).toEqual({
        baseline_end: '2026-12-31',
        approved_end: null,
        expected_end: '2027-03-31',
        end_moves: 1,
      });
    });

    it('is that of the project when nothing is said', async () => {
      await project.send('PATCH', '', { expectedEnd: '2026-12-31' });
      await publish({ expectedEnd: null });
      expect((await last())?.expectedEnd).toBe('2026-12-31');
      expect(await project.read()).toMatchObject({ expectedEnd: '2026-12-31' });
    });
  });

  describe('a published report', () => {
    it('never changes: there is no way to edit or delete it, and the table refuses it as well', async () => {
      const { id } = (await publish()).body as Commanded;
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
        expect((await project.send(method, `/status-reports/${id}`, aReport(), office)).status).toBe(404);
      }
      await expect(
        database.query(`update status_report set light_cost = 'green' where id = $1`, [id]),
      ).rejects.toThrow('a published report never changes');
      await expect(database.query('delete from status_report where id = $1', [id])).rejects.toThrow(
        'never changes',
      );
    });

    it('is corrected by a new one that names it', async () => {
      const wrong = (await publish({ progressPercent: 90 })).body as Commanded;
      const right = (await publish({ progressPercent: 9, correctsId: wrong.id })).body as Commanded;
      const [newest, older] = (await reports()).items;
      expect(newest).toMatchObject({
        id: right.id,
        progressPercent: 9,
        correctsId: wrong.id,
        correctedById: null,
      });
      expect(older).toMatchObject({ id: wrong.id, progressPercent: 90, correctedById: right.id });
      const [{ command } = { command: '' }] = await database.query<{ command: string }>(
        'select command from change order by rev desc limit 1',
      );
      expect(command).toBe('status-report.correct');
    });

    it("can't be corrected from another project", async () => {
      const { id } = (await publish()).body as Commanded;
      const other = await aProject(lead);
      const answer = await other.send('POST', '/status-reports', aReport({ correctsId: id }));
      expect(answer.status).toBe(422);
      expect(faultsOf(answer)).toEqual(['/correctsId report-unknown']);
      expect((await lead.get(`${other.url}/status-reports/${id}`)).status).toBe(404);
    });
  });

  describe('the list', () => {
    it('has the newest first, in pages, with one statement for 1 and 50 reports', async () => {
      await publish({ progressPercent: 1 });
      const one = await lead.get(`${project.url}/status-reports`);
      for (let progressPercent = 2; progressPercent <= 50; progressPercent += 1)
        await publish({ progressPercent });
      const fifty = await lead.get<Reports>(`${project.url}/status-reports`);
      expect(fifty.statements).toBe(one.statements);
      expect(fifty.body.items.map((report) => report.progressPercent)).toEqual(
        Array.from({ length: 50 }, (_, i) => 50 - i),
      );
      const second = await lead.get<Reports>(`${project.url}/status-reports?page=2&pageSize=20`);
      expect(second.body).toMatchObject({ total: 50, page: 2 });
      expect(second.body.items.map((report) => report.progressPercent)).toEqual(
        Array.from({ length: 20 }, (_, i) => 30 - i),
      );
      expect(second.headers.link).toContain('rel="next"');
    });

    it('can be read as of a moment, and then judges the age on that day', async () => {
      const first = (await publish()).body as Commanded;
      await publish({ progressPercent: 60 });
      const then = await reports(`?asOf=${first.moment}`);
      expect(then.items.map((report) => report.progressPercent)).toEqual([40]);
    });

    it.each(['?page=0', '?pageSize=201', '?page=x', '?sort=light', '?asOf=2026-13-01'])(
      'is refused with %s',
      async (query) => {
        expect((await lead.get(`${project.url}/status-reports${query}`)).status).toBe(400);
      },
    );
  });

  describe('rights', () => {
    it.each(['employee', 'commission', 'finance', 'admin'])(
      '%s may neither publish nor draft',
      async (role) => {
        const person = await api.as(role);
        const draft = `${project.url}/status-reports/draft`;
        const answers = [
          await publish({}, person),
          await person.get(draft),
          await person.send('PUT', draft, { done: 'x' }),
          await person.send('DELETE', draft),
        ];
        expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      },
    );

    it("a lead may not publish for somebody else's project, nor leave a draft there", async () => {
      const others = await aProject(office);
      const answers = [
        await others.send('POST', '/status-reports', aReport(), lead),
        await lead.send('PUT', `${others.url}/status-reports/draft`, { done: 'x' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    });

    it('nobody reads without a session', async () => {
      expect((await api.anonymous.get(`${project.url}/status-reports`)).status).toBe(401);
    });

    it('an unknown project is not found', async () => {
      const unknown = '/api/v1/projects/DA-1999-001/status-reports';
      const answers = [
        await lead.get(unknown),
        await lead.get(`${unknown}/draft`),
        await lead.send('PUT', `${unknown}/draft`, { done: 'x' }),
        await lead.send('POST', unknown, aReport(), ifMatch(1)),
        await lead.get(`${project.url}/status-reports/${project.id}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect((await lead.get(`${project.url}/status-reports/latest`)).status).toBe(400);
    });
  });

  describe('two who publish at once', () => {
    it('on the same version: one wins, the other is told', async () => {
      const { version } = await project.read();
      const url = `${project.url}/status-reports`;
      const answers = await Promise.all([
        lead.send('POST', url, aReport(), ifMatch(version)),
        office.send('POST', url, aReport({ progressPercent: 50 }), ifMatch(version)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect((await reports()).total).toBe(1);
    });

    it('need to say on which version', async () => {
      expect((await lead.send('POST', `${project.url}/status-reports`, aReport())).status).toBe(428);
    });
  });
});
