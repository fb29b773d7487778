import { PLANNED_BUDGET_ID, useMoney } from '../support/budget';
import { faultsOf } from '../support/faults';

interface Gap {
  year: number;
  kind: string;
  gapCents: number;
  destination: { id: string; budgetTitle: string; stage: string; note: string } | null;
}

interface Sums {
  year: number;
  kind: string;
  toCoverCents: number;
  sources: { source: string; securedCents: number; openCents: number }[];
  securedCents: number;
  openCents: number;
  lackingCents: number;
  lackingIfSecuredCents: number;
}

interface Money {
  gaps: Gap[];
  counterFundingSums: Sums[];
  findings: { code: string; part: string; ids: string[]; years: number[] }[];
}

describe('what a project lacks', () => {
  const money = useMoney();
  const read = async (query = ''): Promise<Money> =>
    (await money.lead.get<Money>(`${money.project.url}/budget${query}`)).body;
  const aDestination = (changes: object = {}): object => ({
    year: money.adopted.yearFrom,
    kind: 'operating',
    budgetId: PLANNED_BUDGET_ID,
    stage: 'registered',
    ...changes,
  });

  describe('has a destination', () => {
    it('or stands without one; once the gap has gone the destination counts as settled', async () => {
      await money.add('needs', money.aNeed());
      const gap = { year: money.adopted.yearFrom, kind: 'operating', gapCents: 100_00 };
      expect((await read()).gaps).toEqual([{ ...gap, destination: null }]);
      const { moment } = await money.add('gap-destinations', aDestination(), money.finance);
      expect((await read()).gaps).toEqual([
        {
          ...gap,
          destination: expect.objectContaining({
            budgetTitle: 'Doppelhaushalt 2030/31',
            stage: 'registered',
          }) as unknown,
        },
      ]);
      await money.add('budget-lines', money.aLine({ appropriationCents: 100_00 }), money.finance);
      expect((await read()).gaps).toEqual([
        { ...gap, gapCents: 0, destination: expect.objectContaining({ stage: 'registered' }) as unknown },
      ]);
      expect((await read(`?asOf=${moment}`)).gaps).toMatchObject([{ gapCents: 100_00 }]);
    });

    it('that finance sets, changes and removes, one for each year and kind', async () => {
      const { id } = await money.add('gap-destinations', aDestination(), money.finance);
      const twice = await money.project.send('POST', '/gap-destinations', aDestination(), money.finance);
      expect(twice.status).toBe(409);
      await money.add('gap-destinations', aDestination({ kind: 'capital' }), money.finance);
      const at = `/gap-destinations/${id}`;
      const change = { stage: 'planned', note: 'In der Mifri' };
      expect((await money.project.send('PATCH', at, change, money.finance)).status).toBe(200);
      expect((await read()).gaps[0]?.destination).toMatchObject(change);
      expect((await money.project.send('DELETE', at, undefined, money.finance)).status).toBe(200);
      expect((await read()).gaps.map(({ kind }) => kind)).toEqual(['capital']);
    });

    it('that is not the lead’s business, and names a budget and a stage that there are', async () => {
      const { id } = await money.add('gap-destinations', aDestination(), money.finance);
      for (const person of [money.lead, money.office]) {
        const answers = [
          await money.project.send('POST', '/gap-destinations', aDestination({ kind: 'capital' }), person),
          await money.project.send('PATCH', `/gap-destinations/${id}`, { stage: 'adopted' }, person),
          await money.project.send('DELETE', `/gap-destinations/${id}`, undefined, person),
        ];
        expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      }
      const unknown = { budgetId: money.project.id };
      for (const answer of [
        await money.project.send('PATCH', `/gap-destinations/${id}`, unknown, money.finance),
        await money.project.send(
          'POST',
          '/gap-destinations',
          aDestination({ kind: 'capital', ...unknown }),
          money.finance,
        ),
      ])
        expect(faultsOf(answer)).toEqual(['/budgetId budget-unknown']);
      const stage = { stage: 'promised' };
      expect(
        faultsOf(await money.project.send('PATCH', `/gap-destinations/${id}`, stage, money.finance)),
      ).toEqual(['/stage is-in']);
    });
  });

  it('is covered by counter-funding of three types, secured or not, by year and kind', async () => {
    await money.add('needs', money.aNeed());
    await money.add('budget-lines', money.aLine({ appropriationCents: 30_00 }), money.finance);
    const add = (changes: object) => money.add('counter-fundings', money.aCounterFunding(changes));
    await add({ source: 'reallocation', amountCents: 10_01, secured: true });
    await add({ source: 'reallocation', amountCents: 5_00, secured: true });
    await add({ source: 'additional-revenue', amountCents: 20_00 });
    await add({ source: 'discontinued-tasks', amountCents: 1, kind: 'capital', secured: true });
    const [operating, capital] = (await read()).counterFundingSums;
    expect(operating).toEqual({
      year: money.adopted.yearFrom,
      kind: 'operating',
      toCoverCents: 70_00,
      sources: [
        { source: 'additional-revenue', securedCents: 0, openCents: 20_00 },
        { source: 'discontinued-tasks', securedCents: 0, openCents: 0 },
        { source: 'reallocation', securedCents: 15_01, openCents: 0 },
      ],
      securedCents: 15_01,
      openCents: 20_00,
      lackingCents: 54_99,
      lackingIfSecuredCents: 34_99,
    });
    expect(capital).toMatchObject({ kind: 'capital', toCoverCents: 0, securedCents: 1, lackingCents: 0 });
    expect((await read()).gaps).toMatchObject([{ kind: 'operating', gapCents: operating?.lackingCents }]);
  });

  it('outside the project’s years is shown as a finding, never refused', async () => {
    const dates = { expectedStart: '2023-04-01', expectedEnd: '2024-06-30' };
    expect((await money.project.send('PATCH', '', dates)).status).toBe(200);
    const early = await money.add('needs', money.aNeed({ year: 2022 }));
    await money.add('needs', money.aNeed({ year: 2024 }));
    const late = [
      await money.add('needs', money.aNeed({ year: 2026 })),
      await money.add('needs', money.aNeed({ year: 2025 })),
    ];
    const costs = await money.add('follow-up-costs', {
      kind: 'operating',
      yearFrom: 2023,
      amountCents: 1,
    });
    const { findings } = await read();
    expect(findings).toEqual([
      { code: 'before-start', part: 'needs', ids: [early.id], years: [2022] },
      { code: 'after-end', part: 'needs', ids: [late[1]?.id, late[0]?.id], years: [2025, 2026] },
      { code: 'follow-up-before-end', part: 'follow-up-costs', ids: [costs.id], years: [2023] },
    ]);
  });
});
