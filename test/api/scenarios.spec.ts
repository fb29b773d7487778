import { aProject, type Commanded, ifMatch } from '../support/projects';
import { at, choice, chosen, reasonsFor, useScenarios } from '../support/scenarios';

describe('a scenario', () => {
  const suite = useScenarios();
  const { money } = suite;

  it('proposes what is worth most under the ceilings, with a reason for each', async () => {
    const [small, large, costly] = [
      await suite.lacking(40_00),
      await suite.lacking(60_00),
      await suite.lacking(10_00, 900_00),
    ];
    const id = await suite.aScenario(100_00, 500_00);
    const result = await suite.compute(id);
    expect(result.state).toBe('best');
    expect(chosen(result)).toEqual([small.id, large.id]);
    expect(reasonsFor(result, small)).toMatchObject([{ code: 'chosen' }]);
    expect(reasonsFor(result, costly)).toMatchObject([
      {
        code: 'over-ceiling',
        cells: [
          { year: suite.year, kind: 'operating', overCents: 10_00 },
          { year: suite.year, kind: 'capital', overCents: 400_00 },
        ],
      },
    ]);
    expect(result.ceilings).toContainEqual({
      year: suite.year,
      kind: 'operating',
      ceilingCents: 100_00,
      usedCents: 100_00,
      wantedCents: 110_00,
    });
    // No score yet: the assumption of 25 points and a medium benefit of 50 count alike.
    expect(result.points).toBe(75);
  });

  it('never lets operating money pay for capital', async () => {
    const project = await suite.lacking(0, 50_00);
    const result = await suite.compute(await suite.aScenario(1_000_00, 49_99));
    expect(chosen(result)).toEqual([]);
    expect(reasonsFor(result, project)[0]?.cells).toEqual([
      { year: suite.year, kind: 'capital', overCents: 1 },
    ]);
  });

  it('takes the gap alone as cost: what is secured or counter-funded costs nothing', async () => {
    const project = await suite.lacking(100_00);
    await project.send('POST', '/budget-lines', money.aLine({ appropriationCents: 30_00 }), money.finance);
    await project.send(
      'POST',
      '/counter-fundings',
      money.aCounterFunding({ amountCents: 20_00, secured: true }),
    );
    const { candidates } = await suite.read(await suite.aScenario(0));
    expect(candidates).toMatchObject([
      { id: project.id, gaps: [{ year: suite.year, kind: 'operating', gapCents: 50_00 }] },
    ]);
  });

  it('has projects added by hand, and leaves others out of sight', async () => {
    const running = await suite.lacking(10_00);
    await money.database.query("update project set phase = 'in-progress' where id = $1", [running.id]);
    const covered = await aProject(money.lead);
    const id = await suite.aScenario(100_00);
    expect((await suite.read(id)).candidates).toEqual([]);
    await suite.edit(id, {
      choices: [choice(running, { isAdded: true }), choice(covered, { isAdded: true })],
    });
    expect((await suite.read(id)).candidates.map((one) => one.id)).toEqual([running.id, covered.id]);
    await suite.edit(id, { phases: ['in-progress'], choices: [] });
    expect((await suite.read(id)).candidates.map((one) => one.id)).toEqual([running.id]);
  });

  it('keeps must-do, dependencies and either-or, and says so', async () => {
    const [must, needed, free, rival, away] = [
      await suite.lacking(30_00),
      await suite.lacking(30_00),
      await suite.lacking(40_00),
      await suite.lacking(40_00),
      await suite.lacking(1_00),
    ];
    await must.send('POST', '/links', { otherProject: needed.id, kind: 'depends-on' });
    const id = await suite.aScenario(100_00, 0, {
      choices: [
        choice(must, { standing: 'must', benefit: 0 }),
        choice(away, { standing: 'out', benefit: 4 }),
        choice(rival, { benefit: 4 }),
      ],
      groups: [{ title: 'Nur eines', projectIds: [free.id, rival.id] }],
    });
    const result = await suite.compute(id);
    expect(chosen(result)).toEqual([must.id, needed.id, rival.id]);
    expect(reasonsFor(result, must)).toMatchObject([{ code: 'must' }]);
    expect(reasonsFor(result, needed)).toMatchObject([{ code: 'needed-by', projects: [{ id: must.id }] }]);
    expect(reasonsFor(result, free)).toMatchObject([
      { code: 'either-or', projects: [{ id: rival.id }] },
      { code: 'over-ceiling' },
    ]);
    expect(reasonsFor(result, away)).toMatchObject([{ code: 'taken-out' }]);
  });

  it('says which obligations do not fit, all at once', async () => {
    const [one, two, gone] = [
      await suite.lacking(60_00),
      await suite.lacking(50_00),
      await suite.lacking(5_00),
    ];
    await one.send('POST', '/links', { otherProject: gone.id, kind: 'depends-on' });
    const id = await suite.aScenario(100_00, 0, {
      choices: [
        choice(one, { standing: 'must' }),
        choice(two, { standing: 'must' }),
        choice(gone, { standing: 'out' }),
      ],
      groups: [{ title: '', projectIds: [one.id, two.id] }],
    });
    const result = await suite.compute(id);
    expect(result.state).toBe('impossible');
    expect(chosen(result)).toEqual([]);
    expect(result.faults).toMatchObject([
      {
        code: 'needs-what-is-out',
        projects: [{ id: one.id }],
        others: [{ id: gone.id }],
        because: 'taken-out',
      },
      { code: 'shares-a-group', projects: [{ id: one.id }, { id: two.id }] },
      { code: 'over-ceiling', cells: [{ year: suite.year, kind: 'operating', overCents: 15_00 }] },
    ]);
  });

  it('counts a score by its weight, and does not choose what conflicts with a principle unless it must', async () => {
    const [good, bad] = [await suite.lacking(10_00), await suite.lacking(10_00)];
    const reason = 'weil es so ist';
    await good.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason });
    await bad.send('PUT', '/assessments/self/scores/user-needs', { score: 4, reason });
    await bad.send('PUT', '/assessments/self/scores/efficiency', { score: 0, reason });
    const id = await suite.aScenario(100_00, 0, { scoreWeight: 3, benefitWeight: 1 });
    expect((await suite.read(id)).candidates.map(({ points, score }) => [points, score])).toEqual([
      [87.5, 100],
      [50, 50],
    ]);
    const result = await suite.compute(id);
    expect(chosen(result)).toEqual([good.id]);
    expect(reasonsFor(result, bad)).toMatchObject([
      { code: 'conflict', principles: [{ key: 'efficiency' }] },
    ]);
    await suite.edit(id, { choices: [choice(bad, { standing: 'must' })] });
    expect(chosen(await suite.compute(id))).toEqual([good.id, bad.id]);
    await suite.edit(id, { choices: [], excludesConflicts: false });
    expect(chosen(await suite.compute(id))).toEqual([good.id, bad.id]);
  });

  it('does not choose what depends on a project that nothing makes sure of', async () => {
    const [waits, other] = [await suite.lacking(10_00), await aProject(money.lead)];
    await waits.send('POST', '/links', { otherProject: other.id, kind: 'depends-on' });
    const id = await suite.aScenario(100_00);
    expect(chosen(await suite.compute(id))).toEqual([waits.id]);
    await money.database.query("update project set phase = 'cancelled' where id = $1", [other.id]);
    expect((await suite.read(id)).result?.changed).toMatchObject([
      { project: { id: waits.id }, changes: ['dependencies'] },
    ]);
    const result = await suite.compute(id);
    expect(reasonsFor(result, waits)).toMatchObject([
      { code: 'dependency-unmet', projects: [{ id: other.id }] },
    ]);
  });

  it('says what has changed since it was computed, and is read as of then', async () => {
    const project = await suite.lacking(10_00);
    const id = await suite.aScenario(100_00);
    const result = await suite.compute(id);
    const { moment } = await suite.read(id);
    expect(result).toMatchObject({ hasOldTerms: false, changed: [] });
    await project.send('POST', '/needs', { year: suite.year, kind: 'operating', amountCents: 5_00 });
    const fresh = await suite.lacking(1_00);
    expect((await suite.read(id)).result?.changed).toMatchObject([
      { project: { id: project.id }, changes: ['amounts'] },
      { project: { id: fresh.id }, changes: ['came'] },
    ]);
    const list = await money.finance.get<{ items: { result: { isOutdated: boolean } }[] }>(
      '/api/v1/scenarios',
    );
    expect(list.body.items).toMatchObject([{ id, result: { isOutdated: true, chosen: 1, candidates: 1 } }]);
    expect((await suite.read(id, `?asOf=${moment}`)).result).toMatchObject({ changed: [], state: 'best' });
    await suite.edit(id, { assumedScore: 30 });
    expect((await suite.read(id)).result).toMatchObject({ hasOldTerms: true });
    await suite.edit(id, { title: 'Anders' });
    expect(await suite.compute(id)).toMatchObject({ hasOldTerms: false, changed: [] });
  });

  it('stands beside others', async () => {
    const [one, two] = [await suite.lacking(60_00), await suite.lacking(50_00)];
    const tight = await suite.aScenario(50_00);
    const wide = await money.finance.send<Commanded>('POST', '/api/v1/scenarios', {
      title: 'Mit mehr Geld',
      budgetId: money.adopted.id,
      copyOf: tight,
    });
    await suite.edit(wide.body.id, {
      ceilings: [{ year: suite.year, kind: 'operating', ceilingCents: 110_00 }],
    });
    await suite.compute(tight);
    await suite.compute(wide.body.id);
    const query = `scenario=${wide.body.id}&scenario=${tight}`;
    const { body } = await suite.commission.get<object>(`/api/v1/scenarios/comparison?${query}`);
    expect(body).toMatchObject({
      scenarios: [
        { id: wide.body.id, result: { points: 75, isOutdated: false } },
        { id: tight, result: { points: 37.5 } },
      ],
      projects: [
        { id: one.id, isIn: [true, false] },
        { id: two.id, isIn: [true, true] },
      ],
    });
    expect(
      (await suite.commission.get(`/api/v1/scenarios/comparison?scenario=${money.adopted.id}`)).status,
    ).toBe(404);
  });

  it('changes no project', async () => {
    const project = await suite.lacking(10_00);
    const before = await project.read();
    const id = await suite.aScenario(100_00, 0, { choices: [choice(project, { standing: 'must' })] });
    await suite.compute(id);
    expect(await project.read()).toEqual({ ...before, moment: expect.any(String) as string });
  });

  it('refuses what makes no sense, all of it at once', async () => {
    const project = await suite.lacking(10_00);
    const id = await suite.aScenario(100_00);
    const answer = await suite.edit(id, {
      ceilings: [
        { year: suite.year + 9, kind: 'operating', ceilingCents: 1 },
        { year: suite.year, kind: 'operating', ceilingCents: 1 },
        { year: suite.year, kind: 'operating', ceilingCents: 2 },
      ],
      choices: [choice(project), { ...choice(project), projectId: money.adopted.id }],
      groups: [{ title: '', projectIds: [project.id] }],
      scoreWeight: 0,
      benefitWeight: 0,
    });
    expect(answer.status).toBe(422);
    expect((answer.body as unknown as { errors: object[] }).errors).toMatchObject([
      {
        pointer: '/ceilings/0/year',
        code: 'year-outside-budget',
        params: { from: suite.year, to: suite.year + 4 },
      },
      { pointer: '/ceilings/2', code: 'already-exists' },
      { pointer: '/groups/0/projectIds', code: 'group-too-small' },
      { pointer: '/scoreWeight', code: 'no-weight' },
      { pointer: '/choices/1/projectId', code: 'unknown' },
    ]);
  });

  it('is kept by finance and the portfolio office alike, and one does not overwrite the other', async () => {
    const id = await suite.aScenario(100_00);
    const { version } = await suite.read(id);
    expect((await suite.edit(id, { title: 'Vom Portfoliobüro' }, money.office)).status).toBe(200);
    expect(await money.finance.send('PATCH', at(id), { title: 'X' }, ifMatch(version))).toMatchObject({
      status: 412,
      body: { code: 'changed-meanwhile' },
    });
    expect(await money.finance.send('POST', `${at(id)}/result`, undefined, ifMatch(version))).toMatchObject({
      status: 412,
    });
    expect(await suite.read(id, '', suite.commission)).toMatchObject({ mayEdit: false });
    const removed = await money.office.send(
      'DELETE',
      at(id),
      undefined,
      ifMatch((await suite.read(id)).version),
    );
    expect(removed.status).toBe(200);
    expect((await money.finance.get(at(id))).status).toBe(404);
  });
});
