import { type ApiClient, startApi, type TestApi } from '../support/api';
import type { Grid } from '../support/check-grid';
import { freshDatabase, type TestDatabase } from '../support/database';
import { faultsOf } from '../support/faults';
import { aProject, type Commanded, ifMatch, type TestProject } from '../support/projects';

const REASON = 'Nutzende wurden zweimal befragt.';

describe('the check grid of a project', () => {
  let database: TestDatabase;
  let api: TestApi;
  let lead: ApiClient;
  let commission: ApiClient;
  let office: ApiClient;
  let project: TestProject;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    [lead, commission, office] = [
      await api.as('project-lead'),
      await api.as('commission'),
      await api.as('portfolio-office'),
    ];
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });
  beforeEach(async () => {
    project = await aProject(lead);
  });

  const gridOf = async (client = lead, query = ''): Promise<Grid> =>
    (await client.get<Grid>(`${project.url}/assessments${query}`)).body;
  const principle = async (key: string): Promise<Grid['principles'][number] | undefined> =>
    (await gridOf()).principles.find((candidate) => candidate.key === key);

  it('shows the nine principles of the strategy, none of them assessed, in one statement', async () => {
    const answer = await lead.get<Grid>(`${project.url}/assessments`);
    expect(answer.status).toBe(200);
    expect(answer.body.principles).toHaveLength(9);
    expect(answer.body.principles.every(({ self, review }) => self === null && review === null)).toBe(true);
    expect(answer.body.self).toEqual({ score: null, coverage: { settled: 0, of: 9 }, conflicts: [] });
    expect(answer.body.editions).toEqual([answer.body.strategy]);
    expect(answer.etag).toMatch(new RegExp(`^"${answer.body.version}\\.`));
    const emptyCount = answer.statements;
    await project.send('PUT', '/assessments/self/scores/user-needs', { score: 3, reason: REASON });
    expect((await lead.get(`${project.url}/assessments`)).statements).toBe(emptyCount);
  });

  describe('giving a score', () => {
    it('shows it with reason, evidence and day to everybody who reads projects', async () => {
      api.setClock('2026-11-23T23:30:00Z');
      const given = await project.send('PUT', '/assessments/self/scores/user-needs', {
        score: 4,
        reason: REASON,
        evidenceUrl: 'https://stadt.example/befragung?id=1',
      });
      jest.restoreAllMocks();
      expect(given.status).toBe(200);
      expect(given.etag).toBe(`"${given.body.version}"`);
      const employee = await api.as('employee');
      const grid = await gridOf(employee);
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
      await project.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason: REASON });
      const id = (await principle('user-needs'))?.id ?? '';
      await project.send('PUT', `/assessments/self/scores/${id}`, { score: 1, reason: 'Neu betrachtet.' });
      expect((await principle('user-needs'))?.self).toMatchObject({
        score: 1,
        reason: 'Neu betrachtet.',
        evidenceUrl: null,
      });
    });

    it('of 0 is a conflict, however good the mean is', async () => {
      await project.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason: REASON });
      await project.send('PUT', '/assessments/self/scores/security-privacy', { score: 0, reason: REASON });
      expect((await gridOf()).self).toMatchObject({ score: 50, conflicts: ['security-privacy'] });
    });

    it('or "not applicable" settles a principle without a part in the mean', async () => {
      await project.send('PUT', '/assessments/self/scores/user-needs', { score: 3, reason: REASON });
      const answer = await project.send('PUT', '/assessments/self/scores/security-privacy', {
        notApplicable: true,
        reason: 'Kein IT-System.',
      });
      expect(answer.status).toBe(200);
      expect((await gridOf()).self).toMatchObject({ score: 75, coverage: { settled: 2, of: 9 } });
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
      const answer = await project.send('PUT', '/assessments/self/scores/user-needs', body);
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
      const answer = await project.send('PUT', '/assessments/self/scores/user-needs', body);
      expect(answer.status).toBe(400);
      expect(faultsOf(answer)).toContain(fault);
    });

    it('is answered by 404 for a principle that the strategy does not have', async () => {
      const answer = await project.send('PUT', '/assessments/self/scores/beauty', {
        score: 3,
        reason: REASON,
      });
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'not-found', params: { what: 'principle' } },
      });
    });
  });

  describe('giving several scores at once', () => {
    const scores = (...keys: string[]): object[] =>
      keys.map((key) => ({ principle: key, score: 3, reason: REASON }));

    it('takes all of them under one revision', async () => {
      const keys = (await gridOf()).principles.map(({ key }) => key);
      const answer = await project.send('PUT', '/assessments/self', { scores: scores(...keys) });
      expect(answer.status).toBe(200);
      expect((await gridOf()).self).toEqual({ score: 75, coverage: { settled: 9, of: 9 }, conflicts: [] });
      const revisions = await database.query<{ from_rev: string }>(
        'select distinct from_rev from history.principle_score where project_id = $1',
        [project.id],
      );
      expect(revisions).toHaveLength(1);
    });

    it('takes none of them when one is wrong, and names every fault', async () => {
      const answer = await project.send('PUT', '/assessments/self', {
        scores: [
          ...scores('user-needs'),
          { principle: 'beauty', score: 3 },
          { principle: 'user-needs', notApplicable: true, score: 1, reason: REASON },
        ],
      });
      expect(answer.status).toBe(422);
      expect(faultsOf(answer)).toEqual([
        '/scores/1/principle principle-unknown',
        '/scores/1/reason reason-missing',
        '/scores/2/principle principle-twice',
        '/scores/2/notApplicable score-and-not-applicable',
      ]);
      expect((await gridOf()).self.coverage.settled).toBe(0);
    });

    it.each<[string, object]>([
      ['nothing', {}],
      ['none', { scores: [] }],
      ['no list', { scores: { principle: 'user-needs' } }],
      ['a hole', { scores: [null] }],
      ['texts', { scores: ['user-needs'] }],
      ['lists', { scores: [[]] }],
      ['ten', { scores: scores(...Array.from({ length: 10 }, () => 'user-needs')) }],
      ['a list as body', [] as object],
    ])('is refused as malformed with %s', async (_, body) => {
      const answer = await project.send('PUT', '/assessments/self', body);
      expect(answer.status).toBe(400);
    });
  });

  describe('the two voices', () => {
    it('stay apart, side by side, and a difference of 2 is shown', async () => {
      await project.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason: REASON });
      await project.send(
        'PUT',
        '/assessments/review/scores/user-needs',
        { score: 2, reason: 'Die Befragung liegt drei Jahre zurück.' },
        commission,
      );
      const grid = await gridOf();
      expect(grid.self.score).toBe(100);
      expect(grid.review.score).toBe(50);
      expect(grid.principles.find(({ key }) => key === 'user-needs')).toMatchObject({
        self: { score: 4 },
        review: { score: 2 },
        difference: 2,
        differs: true,
      });
    });

    it('share the review: commission and portfolio office write the same score', async () => {
      const url = '/assessments/review/scores/user-needs';
      await project.send('PUT', url, { score: 2, reason: REASON }, commission);
      expect((await project.send('PUT', url, { score: 3, reason: REASON }, office)).status).toBe(200);
      expect((await principle('user-needs'))?.review?.score).toBe(3);
    });

    it.each<[string, 'self' | 'review']>([
      ['employee', 'self'],
      ['employee', 'review'],
      ['finance', 'self'],
      ['finance', 'review'],
      ['admin', 'self'],
      ['admin', 'review'],
      ['commission', 'self'],
      ['project-lead', 'review'],
      ['office-coordinator', 'review'],
    ])('%s may not speak as %s', async (role, voice) => {
      const person = await api.as(role);
      const part = `/assessments/${voice}/scores/user-needs`;
      const answers = [
        await project.send('PUT', part, { score: 3, reason: REASON }, person),
        await project.send('DELETE', part, undefined, person),
        await project.send(
          'PUT',
          `/assessments/${voice}`,
          { scores: [{ principle: 'user-needs', score: 3, reason: REASON }] },
          person,
        ),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    });

    it("do not let a lead assess somebody else's project", async () => {
      const others = await aProject(office);
      const body = { score: 3, reason: REASON };
      const answer = await others.send('PUT', '/assessments/self/scores/user-needs', body, lead);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect((await lead.get<Grid>(`${others.url}/assessments`)).body.self.coverage.settled).toBe(0);
    });
  });

  describe('taking a score back', () => {
    it('makes the principle not yet assessed, and what was stays readable', async () => {
      const part = '/assessments/self/scores/user-needs';
      const given = await project.send('PUT', part, { score: 0, reason: REASON });
      const withdrawn = await project.send('DELETE', part);
      expect(withdrawn.status).toBe(200);
      expect((await gridOf()).self).toEqual({ score: null, coverage: { settled: 0, of: 9 }, conflicts: [] });
      const then = await gridOf(lead, `?asOf=${given.body.moment}`);
      expect(then.self).toEqual({ score: 0, coverage: { settled: 1, of: 9 }, conflicts: ['user-needs'] });
      expect(then.version).toBe(given.body.version);
    });

    it('is answered by 404 when there is none', async () => {
      expect((await project.send('DELETE', '/assessments/self/scores/user-needs')).status).toBe(404);
    });
  });

  describe('the version', () => {
    const url = (): string => `${project.url}/assessments/self/scores/user-needs`;
    const body = { score: 3, reason: REASON };

    it('has to be named', async () => {
      expect((await lead.send('PUT', url(), body)).status).toBe(428);
      expect((await lead.send('DELETE', url())).status).toBe(428);
      expect((await lead.send('PUT', url(), body, { 'if-match': 'one' })).status).toBe(400);
    });

    it('lets one of two win who change at once, and tells the other the current state', async () => {
      const { version } = await gridOf();
      const answers = await Promise.all([
        lead.send<Commanded>('PUT', url(), { score: 1, reason: 'Erste.' }, ifMatch(version)),
        office.send<Commanded>('PUT', url(), { score: 4, reason: 'Zweite.' }, ifMatch(version)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const lost = answers.find(({ status }) => status === 412);
      expect(lost?.body).toMatchObject({ code: 'changed-meanwhile', current: { version: version + 1 } });
      const history = await database.query('select id from history.principle_score where project_id = $1', [
        project.id,
      ]);
      expect(history).toHaveLength(1);
    });

    it('of an answer is that of its data: the ETag of the grid is good for the next change', async () => {
      const { etag } = await lead.get(`${project.url}/assessments`);
      expect((await lead.send('PUT', url(), body, { 'if-match': etag ?? '' })).status).toBe(200);
    });
  });

  describe('reading', () => {
    it('is answered by 404 for an unknown project, before it existed, and under an unknown strategy', async () => {
      const urls = [
        '/api/v1/projects/DA-1999-001/assessments',
        `/api/v1/projects/${project.id.replace(/^.{8}/, '00000000')}/assessments`,
        `${project.url}/assessments?asOf=r0`,
        `${project.url}/assessments?strategy=${project.id}`,
      ];
      for (const url of urls) expect((await lead.get(url)).status).toBe(404);
    });

    it.each([
      '?strategy=2022',
      '?strategy=a&strategy=b',
      '?edition=1',
      '?asOf=yesterday',
      '?asOf=2099-01-01',
    ])('is answered by 400 with %s', async (query) => {
      expect((await lead.get(`${project.url}/assessments${query}`)).status).toBe(400);
    });

    it('needs a session', async () => {
      expect((await api.anonymous.get(`${project.url}/assessments`)).status).toBe(401);
    });
  });
});
