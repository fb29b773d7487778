import { type Grid, REASON, useCheckGrid } from '../support/check-grid';
import { faultsOf } from '../support/faults';
import { aProject } from '../support/projects';

describe('the voices of a check grid', () => {
  const test = useCheckGrid();

  describe('giving several scores at once', () => {
    const scores = (...keys: string[]): object[] =>
      keys.map((key) => ({ principle: key, score: 3, reason: REASON }));

    it('takes all of them under one revision', async () => {
      const keys = (await test.gridOf()).principles.map(({ key }) => key);
      const answer = await test.project.send('PUT', '/assessments/self', { scores: scores(...keys) });
      expect(answer.status).toBe(200);
      expect((await test.gridOf()).self).toEqual({
        score: 75,
        coverage: { settled: 9, of: 9 },
        conflicts: [],
      });
      const revisions = await test.database.query<{ from_rev: string }>(
        'select distinct from_rev from history.principle_score where project_id = $1',
        [test.project.id],
      );
      expect(revisions).toHaveLength(1);
    });

    it('takes none of them when one is wrong, and names every fault', async () => {
      const answer = await test.project.send('PUT', '/assessments/self', {
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
      expect((await test.gridOf()).self.coverage.settled).toBe(0);
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
      const answer = await test.project.send('PUT', '/assessments/self', body);
      expect(answer.status).toBe(400);
    });
  });

  describe('the two voices', () => {
    it('stay apart, side by side, and a difference of 2 is shown', async () => {
      await test.project.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason: REASON });
      await test.project.send(
        'PUT',
        '/assessments/review/scores/user-needs',
        { score: 2, reason: 'Die Befragung liegt drei Jahre zurück.' },
        test.commission,
      );
      const grid = await test.gridOf();
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
      await test.project.send('PUT', url, { score: 2, reason: REASON }, test.commission);
      expect((await test.project.send('PUT', url, { score: 3, reason: REASON }, test.office)).status).toBe(
        200,
      );
      expect((await test.principle('user-needs'))?.review?.score).toBe(3);
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
      const person = await test.api.as(role);
      const part = `/assessments/${voice}/scores/user-needs`;
      const answers = [
        await test.project.send('PUT', part, { score: 3, reason: REASON }, person),
        await test.project.send('DELETE', part, undefined, person),
        await test.project.send(
          'PUT',
          `/assessments/${voice}`,
          { scores: [{ principle: 'user-needs', score: 3, reason: REASON }] },
          person,
        ),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    });

    it("do not let a lead assess somebody else's project", async () => {
      const others = await aProject(test.office);
      const body = { score: 3, reason: REASON };
      const answer = await others.send('PUT', '/assessments/self/scores/user-needs', body, test.lead);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect((await test.lead.get<Grid>(`${others.url}/assessments`)).body.self.coverage.settled).toBe(0);
    });
  });
});
