import { faultsOf } from '../support/faults';
import { aProject, type Commanded, ifMatch } from '../support/projects';
import { aReport, GREEN, type Report, type Reports, useStatusReports } from '../support/status-reports';

describe('status reports of a project', () => {
  const test = useStatusReports();

  describe('publishing', () => {
    it('shows lights, progress and texts to everybody who reads projects, without the name of who published', async () => {
      const answer = await test.publish({ done: 'Ausschreibung läuft.', helpWanted: 'Eine Testerin' });
      expect(answer.status).toBe(201);
      const employee = await test.api.as('employee');
      const { body } = await employee.get<Report>(
        `${test.project.url}/status-reports/${(answer.body as Commanded).id}`,
      );
      expect(body).toEqual({
        id: (answer.body as Commanded).id,
        projectId: test.project.id,
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
      await test.publish({ lights: { ...GREEN, cost: 'red' } });
      expect((await test.last())?.lights.overall).toBe('red');
    });

    it('refuses another overall light without a reason', async () => {
      const lights = { ...GREEN, cost: 'red', overall: 'amber' };
      const refused = await test.publish({ lights });
      expect(refused).toMatchObject({ status: 422, body: { code: 'status-report.refused' } });
      expect(faultsOf(refused)).toEqual(['/overallReason overall-reason-missing']);
      expect((await test.publish({ lights, overallReason: 'Die Mehrkosten sind gedeckt.' })).status).toBe(
        201,
      );
    });

    it('refuses a light that got worse without why and the way back, naming both at once', async () => {
      await test.publish();
      const worse = { lights: { ...GREEN, schedule: 'amber' } };
      const refused = await test.publish(worse);
      expect(refused.status).toBe(422);
      expect(faultsOf(refused)).toEqual(['/worseReason worse-reason-missing', '/wayBack way-back-missing']);
      const published = await test.publish({
        ...worse,
        worseReason: 'Lieferverzug',
        wayBack: 'Zweiter Anbieter',
      });
      expect(published.status).toBe(201);
      expect(await test.last()).toMatchObject({ worseReason: 'Lieferverzug', wayBack: 'Zweiter Anbieter' });
    });

    it('asks nothing of a light that got better', async () => {
      await test.publish({ lights: { ...GREEN, schedule: 'red' } });
      expect((await test.publish()).status).toBe(201);
    });

    it('refuses a date in the future and one before the last report, judged on the day in Berlin', async () => {
      test.api.setClock('2026-11-23T23:30:00Z');
      expect((await test.publish({ reportedOn: '2026-11-24' })).status).toBe(201);
      expect(faultsOf(await test.publish({ reportedOn: '2026-11-25' }))).toEqual([
        '/reportedOn reported-on-future',
      ]);
      expect(faultsOf(await test.publish({ reportedOn: '2026-11-23' }))).toEqual([
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
      const answer = await test.publish(changes);
      expect(answer.status).toBe(400);
      expect(faultsOf(answer)).toContain(fault);
    });
  });

  describe('the list', () => {
    it('has the newest first, in pages, with one statement for 1 and 50 reports', async () => {
      await test.publish({ progressPercent: 1 });
      const one = await test.lead.get(`${test.project.url}/status-reports`);
      for (let progressPercent = 2; progressPercent <= 50; progressPercent += 1)
        await test.publish({ progressPercent });
      const fifty = await test.lead.get<Reports>(`${test.project.url}/status-reports`);
      expect(fifty.statements).toBe(one.statements);
      expect(fifty.body.items.map((report) => report.progressPercent)).toEqual(
        Array.from({ length: 50 }, (_, i) => 50 - i),
      );
      const second = await test.lead.get<Reports>(`${test.project.url}/status-reports?page=2&pageSize=20`);
      expect(second.body).toMatchObject({ total: 50, page: 2 });
      expect(second.body.items.map((report) => report.progressPercent)).toEqual(
        Array.from({ length: 20 }, (_, i) => 30 - i),
      );
      expect(second.headers.link).toContain('rel="next"');
    });

    it('can be read as of a moment, and then judges the age on that day', async () => {
      const first = (await test.publish()).body as Commanded;
      await test.publish({ progressPercent: 60 });
      const then = await test.reports(`?asOf=${first.moment}`);
      expect(then.items.map((report) => report.progressPercent)).toEqual([40]);
    });

    it.each(['?page=0', '?pageSize=201', '?page=x', '?sort=light', '?asOf=2026-13-01'])(
      'is refused with %s',
      async (query) => {
        expect((await test.lead.get(`${test.project.url}/status-reports${query}`)).status).toBe(400);
      },
    );
  });

  describe('rights', () => {
    it.each(['employee', 'commission', 'finance', 'admin'])(
      '%s may neither publish nor draft',
      async (role) => {
        const person = await test.api.as(role);
        const draft = `${test.project.url}/status-reports/draft`;
        const answers = [
          await test.publish({}, person),
          await person.get(draft),
          await person.send('PUT', draft, { done: 'x' }),
          await person.send('DELETE', draft),
        ];
        expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      },
    );

    it("a lead may not publish for somebody else's project, nor leave a draft there", async () => {
      const others = await aProject(test.office);
      const answers = [
        await others.send('POST', '/status-reports', aReport(), test.lead),
        await test.lead.send('PUT', `${others.url}/status-reports/draft`, { done: 'x' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    });

    it('nobody reads without a session', async () => {
      expect((await test.api.anonymous.get(`${test.project.url}/status-reports`)).status).toBe(401);
    });

    it('an unknown project is not found', async () => {
      const unknown = '/api/v1/projects/DA-1999-001/status-reports';
      const answers = [
        await test.lead.get(unknown),
        await test.lead.get(`${unknown}/draft`),
        await test.lead.send('PUT', `${unknown}/draft`, { done: 'x' }),
        await test.lead.send('POST', unknown, aReport(), ifMatch(1)),
        await test.lead.get(`${test.project.url}/status-reports/${test.project.id}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect((await test.lead.get(`${test.project.url}/status-reports/latest`)).status).toBe(404);
    });
  });

  describe('two who publish at once', () => {
    it('on the same version: one wins, the other is told', async () => {
      const { version } = await test.project.read();
      const url = `${test.project.url}/status-reports`;
      const answers = await Promise.all([
        test.lead.send('POST', url, aReport(), ifMatch(version)),
        test.office.send('POST', url, aReport({ progressPercent: 50 }), ifMatch(version)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect((await test.reports()).total).toBe(1);
    });

    it('need to say on which version', async () => {
      expect((await test.lead.send('POST', `${test.project.url}/status-reports`, aReport())).status).toBe(
        428,
      );
    });
  });
});
