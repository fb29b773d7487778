import { type Grid, REASON, useCheckGrid } from '../support/check-grid';
import { faultsOf } from '../support/faults';
import { type Commanded, ifMatch } from '../support/projects';

describe('the check grid of a project', () => {
  const test = useCheckGrid();

  it('shows the nine principles of the strategy, none of them assessed, in one statement', async () => {
    const answer = await test.lead.get<Grid>(`${test.project.url}/assessments`);
    expect(answer.status).toBe(200);
    expect(answer.body.principles).toHaveLength(9);
    expect(answer.body.principles.every(({ self, review }) => self === null && review === null)).toBe(true);
    expect(answer.body.self).toEqual({ score: null, coverage: { settled: 0, of: 9 }, conflicts: [] });
    expect(answer.body.editions).toEqual([answer.body.strategy]);
    expect(answer.etag).toMatch(new RegExp(`^"${answer.body.version}\\.`));
    const emptyCount = answer.statements;
    await test.project.send('PUT', '/assessments/self/scores/user-needs', { score: 3, reason: REASON });
    expect((await test.lead.get(`${test.project.url}/assessments`)).statements).toBe(emptyCount);
  });

  describe('giving a score', () => {
    it('shows it with reason, evidence and day to everybody who reads projects', async () => {
      test.api.setClock('2026-11-23T23:30:00Z');
      const given = await test.project.send('PUT', '/assessments/self/scores/user-needs', {
        score: 4,
        reason: REASON,
        evidenceUrl: 'https://stadt.example/befragung?id=1',
      });
      jest.restoreAllMocks();
      expect(given.status).toBe(200);
      expect(given.etag).toBe(`"${given.body.version}"`);
      const employee = await test.api.as('employee');
      const grid = await test.gridOf(employee);
      expect(grid.principles.find(({ key }) => key === 'user-needs')?.self).toEqual({
        score: 4,
        notApplicable: false,
        reason: REASON,
        evidenceUrl: 'https://stadt.example/befragung?id=1',
        givenOn: '2026-11-24',
      });
      expect(grid.self).toEqual({ score: 100, coverage: { settled: 1, of: 9 }, conflicts: [] });
      expect(grid.version).toBe(given.body.version);
    });

    it('replaces the one before, and can name the principle by its id', async () => {
      await test.project.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason: REASON });
      const id = (await test.principle('user-needs'))?.id ?? '';
      await test.project.send('PUT', `/assessments/self/scores/${id}`, {
        score: 1,
        reason: 'Neu betrachtet.',
      });
      expect((await test.principle('user-needs'))?.self).toMatchObject({
        score: 1,
        reason: 'Neu betrachtet.',
        evidenceUrl: null,
      });
    });

    it('of 0 is a conflict, however good the mean is', async () => {
      await test.project.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason: REASON });
      await test.project.send('PUT', '/assessments/self/scores/security-privacy', {
        score: 0,
        reason: REASON,
      });
      expect((await test.gridOf()).self).toMatchObject({ score: 50, conflicts: ['security-privacy'] });
    });

    it('or "not applicable" settles a principle without a part in the mean', async () => {
      await test.project.send('PUT', '/assessments/self/scores/user-needs', { score: 3, reason: REASON });
      const answer = await test.project.send('PUT', '/assessments/self/scores/security-privacy', {
        notApplicable: true,
        reason: 'Kein IT-System.',
      });
      expect(answer.status).toBe(200);
      expect((await test.gridOf()).self).toMatchObject({ score: 75, coverage: { settled: 2, of: 9 } });
    });

    it.each<[string, object, string[]]>([
      ['without a value', { reason: REASON }, ['/score score-missing']],
      ['without a reason', { score: 2 }, ['/reason reason-missing']],
      ['with an empty reason', { score: 2, reason: ' \n ' }, ['/reason reason-missing']],
      ['"not applicable" without a reason', { notApplicable: true }, ['/reason reason-missing']],
      [
        'with a value and "not applicable"',
        { score: 2, notApplicable: true, reason: REASON },
        ['/notApplicable score-and-not-applicable'],
      ],
      ['with nothing at all', {}, ['/score score-missing', '/reason reason-missing']],
    ])('is refused by rule %s', async (_, body, faults) => {
      const answer = await test.project.send('PUT', '/assessments/self/scores/user-needs', body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'assessment.score-refused' } });
      expect(faultsOf(answer)).toEqual(faults);
    });

    it.each<[string, object, string]>([
      ['7', { score: 7, reason: REASON }, '/score max'],
      ['-1', { score: -1, reason: REASON }, '/score min'],
      ['2.5', { score: 2.5, reason: REASON }, '/score is-int'],
      ['a text', { score: '3', reason: REASON }, '/score is-int'],
      ['a reason that is none', { score: 3, reason: null }, '/reason is-string'],
      ['an endless reason', { score: 3, reason: 'x'.repeat(4001) }, '/reason max-length'],
      [
        'a script as evidence',
        { score: 3, reason: REASON, evidenceUrl: 'javascript:alert(1)' },
        '/evidenceUrl is-url',
      ],
      [
        'a file as evidence',
        { score: 3, reason: REASON, evidenceUrl: 'file:///etc/passwd' },
        '/evidenceUrl is-url',
      ],
      [
        'no address as evidence',
        { score: 3, reason: REASON, evidenceUrl: 'siehe Akte' },
        '/evidenceUrl is-url',
      ],
      ['an unknown field', { score: 3, reason: REASON, givenBy: 'me' }, '/givenBy whitelist-validation'],
    ])('is refused as malformed with %s', async (_, body, fault) => {
      const answer = await test.project.send('PUT', '/assessments/self/scores/user-needs', body);
      expect(answer.status).toBe(400);
      expect(faultsOf(answer)).toContain(fault);
    });

    it('is answered by 404 for a principle that the strategy does not have', async () => {
      const answer = await test.project.send('PUT', '/assessments/self/scores/beauty', {
        score: 3,
        reason: REASON,
      });
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'not-found', params: { what: 'principle' } },
      });
    });
  });

  describe('taking a score back', () => {
    it('makes the principle not yet assessed, and what was stays readable', async () => {
      const part = '/assessments/self/scores/user-needs';
      const given = await test.project.send('PUT', part, { score: 0, reason: REASON });
      const withdrawn = await test.project.send('DELETE', part);
      expect(withdrawn.status).toBe(200);
      expect((await test.gridOf()).self).toEqual({
        score: null,
        coverage: { settled: 0, of: 9 },
        conflicts: [],
      });
      const then = await test.gridOf(test.lead, `?asOf=${given.body.moment}`);
      expect(then.self).toEqual({ score: 0, coverage: { settled: 1, of: 9 }, conflicts: ['user-needs'] });
      expect(then.version).toBe(given.body.version);
    });

    it('is answered by 404 when there is none', async () => {
      expect((await test.project.send('DELETE', '/assessments/self/scores/user-needs')).status).toBe(404);
    });
  });

  describe('the version', () => {
    const url = (): string => `${test.project.url}/assessments/self/scores/user-needs`;
    const body = { score: 3, reason: REASON };

    it('has to be named', async () => {
      expect((await test.lead.send('PUT', url(), body)).status).toBe(428);
      expect((await test.lead.send('DELETE', url())).status).toBe(428);
      expect((await test.lead.send('PUT', url(), body, { 'if-match': 'one' })).status).toBe(400);
    });

    it('lets one of two win who change at once, and tells the other the current state', async () => {
      const { version } = await test.gridOf();
      const answers = await Promise.all([
        test.lead.send<Commanded>('PUT', url(), { score: 1, reason: 'Erste.' }, ifMatch(version)),
        test.office.send<Commanded>('PUT', url(), { score: 4, reason: 'Zweite.' }, ifMatch(version)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const lost = answers.find(({ status }) => status === 412);
      expect(lost?.body).toMatchObject({ code: 'changed-meanwhile', current: { version: version + 1 } });
      const history = await test.database.query(
        'select id from history.principle_score where project_id = $1',
        [test.project.id],
      );
      expect(history).toHaveLength(1);
    });

    it('of an answer is that of its data: the ETag of the grid is good for the next change', async () => {
      const { etag } = await test.lead.get(`${test.project.url}/assessments`);
      expect((await test.lead.send('PUT', url(), body, { 'if-match': etag ?? '' })).status).toBe(200);
    });
  });

  describe('reading', () => {
    it('is answered by 404 for an unknown project, before it existed, and under an unknown strategy', async () => {
      const urls = [
        '/api/v1/projects/DA-1999-001/assessments',
        `/api/v1/projects/${test.project.id.replace(/^.{8}/, '00000000')}/assessments`,
        `${test.project.url}/assessments?asOf=r0`,
        `${test.project.url}/assessments?strategy=${test.project.id}`,
      ];
      for (const url of urls) expect((await test.lead.get(url)).status).toBe(404);
    });

    it.each([
      '?strategy=2022',
      '?strategy=a&strategy=b',
      '?edition=1',
      '?asOf=yesterday',
      '?asOf=2099-01-01',
    ])('is answered by 400 with %s', async (query) => {
      expect((await test.lead.get(`${test.project.url}/assessments${query}`)).status).toBe(400);
    });

    it('needs a session', async () => {
      expect((await test.api.anonymous.get(`${test.project.url}/assessments`)).status).toBe(401);
    });
  });
});
