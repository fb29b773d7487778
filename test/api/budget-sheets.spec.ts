import type { ApiClient } from '../support/api';
import { type Amount, PLANNED_BUDGET_ID, useMoney } from '../support/budget';
import { faultsOf } from '../support/faults';
import { aProject, ifMatch } from '../support/projects';

describe('needs and budget lines as a sheet', () => {
  const money = useMoney();
  const kinds = [
    {
      part: 'needs',
      key: 'needs' as const,
      valid: money.aNeed,
      by: (): ApiClient => money.lead,
      amount: 'amountCents',
    },
    {
      part: 'budget-lines',
      key: 'lines' as const,
      valid: money.aLine,
      by: (): ApiClient => money.finance,
      amount: 'appropriationCents',
    },
  ];
  const changes = async (): Promise<number> =>
    Number((await money.database.query<{ count: string }>('select count(*) as count from change'))[0]?.count);

  describe.each(kinds)('$part', ({ part, key, valid, by, amount }) => {
    const put = (rows: object[], more: object = {}, who = by()) =>
      money.project.send('PUT', `/${part}`, { rows, ...more }, who);
    const rows = async (): Promise<Amount[]> => (await money.budget())[key];

    it('adds, changes and removes in one change that carries the reason', async () => {
      const kept = await money.add(part, valid(), by());
      const gone = await money.add(part, valid({ kind: 'capital' }), by());
      const before = await changes();
      const sheet = [{ ...valid({ [amount]: 7 }), id: kept.id }, valid({ year: money.adopted.yearTo })];
      const { status, body } = await put(sheet, { reason: 'Haushaltsaufstellung' });
      expect({ status, version: body.version }).toEqual({ status: 200, version: gone.version + 1 });
      expect(await rows()).toEqual([
        expect.objectContaining({ id: kept.id, [amount]: 7 }),
        expect.objectContaining({ year: money.adopted.yearTo }),
      ]);
      expect(await changes()).toBe(before + 1);
      const [last] = await money.database.query('select reason from change order by rev desc limit 1');
      expect(last).toEqual({ reason: 'Haushaltsaufstellung' });
    });

    it('changes nothing and makes no change record when the same is sent again', async () => {
      const { id, version } = await money.add(part, valid({ note: 'wie geplant' }), by());
      const before = await changes();
      const { status, body } = await put([{ ...valid({ note: 'wie geplant' }), id }]);
      expect({ status, version: body.version }).toEqual({ status: 200, version });
      expect(await changes()).toBe(before);
    });

    it('names every fault of every row at once and stores nothing', async () => {
      const bad = [valid({ year: 'x', kind: 'none' }), valid(), valid({ [amount]: 1.5 })];
      const answer = await put(bad);
      expect(answer.status).toBe(400);
      expect(faultsOf(answer).map((fault) => fault.split(' ')[0])).toEqual(
        expect.arrayContaining(['/rows/0/year', '/rows/0/kind', `/rows/2/${amount}`]),
      );
      expect(await rows()).toEqual([]);
    });

    it('refuses ids of another project and ids that stand twice', async () => {
      const { id } = await money.add(part, valid(), by());
      const other = await aProject(money.lead);
      const answer = await other.send('PUT', `/${part}`, { rows: [{ ...valid(), id }] }, by());
      expect(answer.status).toBe(422);
      expect(faultsOf(answer)).toEqual(['/rows/0/id row-unknown']);
      const twice = await put([
        { ...valid(), id },
        { ...valid(), id },
      ]);
      expect(faultsOf(twice)).toEqual(['/rows/1/id row-twice']);
    });

    it('lets one of two who save at once win, and tells the other', async () => {
      const version = await money.budget().then((budget) => budget.version);
      const send = (cents: number) =>
        by().send(
          'PUT',
          `${money.project.url}/${part}`,
          { rows: [valid({ [amount]: cents })] },
          ifMatch(version),
        );
      const answers = await Promise.all([send(1), send(2)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
      expect(await rows()).toHaveLength(1);
    });

    it('takes 1,000 rows and no more', async () => {
      const many = Array.from({ length: 1001 }, (_value, index) => valid({ [amount]: index }));
      expect((await put(many)).status).toBe(400);
      expect((await put(many.slice(1))).status).toBe(200);
      expect(await rows()).toHaveLength(1000);
    });
  });

  it('reports a changed need anew and leaves the check of the others', async () => {
    const changed = await money.add('needs', money.aNeed());
    const same = await money.add('needs', money.aNeed({ kind: 'capital' }));
    await money.project.send('POST', '/figure-checks', {}, money.finance);
    await money.project.send('PUT', '/needs', {
      rows: [
        { ...money.aNeed({ amountCents: 5 }), id: changed.id },
        { ...money.aNeed({ kind: 'capital' }), id: same.id },
      ],
    });
    expect((await money.budget()).needs).toEqual([
      expect.objectContaining({ id: changed.id, isChecked: false }),
      expect.objectContaining({ id: same.id, isChecked: true }),
    ]);
  });

  it('keeps the lines for finance alone', async () => {
    const answer = await money.project.send('PUT', '/budget-lines', { rows: [] }, money.lead);
    expect(answer.status).toBe(403);
  });

  it('names unknown budgets and years that a budget does not have, of all lines', async () => {
    const rows = [
      money.aLine({ year: money.adopted.yearTo + 1 }),
      money.aLine(),
      money.aLine({ budgetId: '01900000-0000-7000-8000-00000000ffff' }),
      money.aLine({ budgetId: PLANNED_BUDGET_ID, year: 2030 }),
    ];
    const answer = await money.project.send('PUT', '/budget-lines', { rows }, money.finance);
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual(['/rows/0/year year-outside-budget', '/rows/2/budgetId budget-unknown']);
  });
});
