import { type Amount, MOST, type Page, PLANNED_BUDGET_ID, useMoney } from '../support/budget';
import type { ApiClient } from '../support/api';
import { faultsOf } from '../support/faults';
import { aProject, ifMatch } from '../support/projects';

describe('needs, budget lines and counter-fundings', () => {
  const money = useMoney();

  const kinds = [
    {
      part: 'needs',
      key: 'needs' as const,
      valid: money.aNeed,
      by: (): ApiClient => money.lead,
      change: { amountCents: 1 },
    },
    {
      part: 'budget-lines',
      key: 'lines' as const,
      valid: money.aLine,
      by: (): ApiClient => money.finance,
      change: { actualCents: -1 },
    },
    {
      part: 'counter-fundings',
      key: 'counterFundings' as const,
      valid: money.aCounterFunding,
      by: (): ApiClient => money.lead,
      change: { secured: true },
    },
  ];

  describe.each(kinds)('$part', ({ part, key, valid, by, change }) => {
    it('are added, changed and removed; what was stays readable', async () => {
      const added = await money.add(part, valid(), by());
      const edited = await money.project.send('PATCH', `/${part}/${added.id}`, change, by());
      expect(edited).toMatchObject({ status: 200, body: { id: added.id, version: added.version + 1 } });
      expect(edited.etag).toBe(`"${added.version + 1}"`);
      expect((await money.budget())[key]).toEqual([expect.objectContaining({ ...valid(), ...change })]);
      expect((await money.project.send('DELETE', `/${part}/${added.id}`, undefined, by())).status).toBe(200);
      expect((await money.budget())[key]).toEqual([]);
      expect((await money.budget(`?asOf=${edited.body.moment}`))[key]).toEqual([
        expect.objectContaining(change),
      ]);
    });

    it('are listed in pages, by year and kind', async () => {
      await money.add(part, valid({ kind: 'capital' }), by());
      await money.add(part, valid({ year: money.adopted.yearTo }), by());
      await money.add(part, valid(), by());
      const { body, etag } = await money.lead.get<Page<Amount>>(`${money.project.url}/${part}?pageSize=2`);
      expect(body.total).toBe(3);
      expect(body.items.map(({ year, kind }) => [year, kind])).toEqual([
        [money.adopted.yearFrom, 'operating'],
        [money.adopted.yearFrom, 'capital'],
      ]);
      expect(etag).toMatch(new RegExp(`^"${body.version}\\.`));
      const second = await money.lead.get<Page<Amount>>(`${money.project.url}/${part}?pageSize=2&page=2`);
      expect(second.body.items.map(({ year }) => year)).toEqual([money.adopted.yearTo]);
    });

    it('stay as they are when nothing is sent', async () => {
      const { id } = await money.add(part, valid(), by());
      expect((await money.project.send('PATCH', `/${part}/${id}`, {}, by())).status).toBe(200);
      expect((await money.budget())[key]).toEqual([expect.objectContaining(valid())]);
    });

    it('of another project are not found', async () => {
      const { id } = await money.add(part, valid(), by());
      const other = await aProject(money.lead);
      const answers = [
        await other.send('PATCH', `/${part}/${id}`, change, by()),
        await other.send('DELETE', `/${part}/${id}`, undefined, by()),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    });

    it('are refused on a stale version, and without one', async () => {
      const url = `${money.project.url}/${part}`;
      const { version } = await money.project.read();
      const answers = await Promise.all([
        by().send('POST', url, valid(), ifMatch(version)),
        by().send('POST', url, valid(), ifMatch(version)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect((await money.budget())[key]).toHaveLength(1);
      expect((await by().send('POST', url, valid())).status).toBe(428);
    });

    it.each(['employee', 'commission', 'admin'])('are not %s’s business', async (role) => {
      const person = await money.api.as(role);
      const { id } = await money.add(part, valid(), by());
      const answers = [
        await money.project.send('POST', `/${part}`, valid(), person),
        await money.project.send('PATCH', `/${part}/${id}`, change, person),
        await money.project.send('DELETE', `/${part}/${id}`, undefined, person),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await person.get(`${money.project.url}/${part}`)).status).toBe(200);
    });

    it.each<[string, object, string]>([
      ['a negative amount', { amountCents: -1, appropriationCents: -1 }, 'Cents is-cents'],
      ['half a cent', { amountCents: 0.5, appropriationCents: 0.5 }, 'Cents is-cents'],
      [
        'more than 100 billion euro',
        { amountCents: MOST + 1, appropriationCents: MOST + 1 },
        'Cents is-cents',
      ],
      ['an amount as text', { amountCents: '1', appropriationCents: '1' }, 'Cents is-cents'],
      ['no amount', { amountCents: null, appropriationCents: null }, 'Cents is-cents'],
      ['a year long ago', { year: 1999 }, '/year min'],
      ['a year far off', { year: 2101 }, '/year max'],
      ['no year', { year: null }, '/year is-int'],
      ['another kind', { kind: 'imputed' }, '/kind is-in'],
      ['no kind', { kind: null }, '/kind is-in'],
    ])('are refused with %s, new or changed', async (_, wrong, fault) => {
      const { id } = await money.add(part, valid(), by());
      const sent = Object.fromEntries(Object.entries(wrong).filter(([name]) => name in valid()));
      const answers = [
        await money.project.send('POST', `/${part}`, valid(sent), by()),
        await money.project.send('PATCH', `/${part}/${id}`, sent, by()),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(400);
        expect(faultsOf(answer).join()).toContain(fault);
      }
    });

    it.each(['/not-an-id', ''])('are not changed at an address like "%s"', async (end) => {
      const answer = await money.project.send('PATCH', `/${part}${end}`, change, by());
      expect([400, 404]).toContain(answer.status);
    });
  });

  describe('a budget line', () => {
    it('lies in a year of its budget, new or changed', async () => {
      const outside = await money.project.send(
        'POST',
        '/budget-lines',
        money.aLine({ year: money.adopted.yearTo + 1 }),
        money.finance,
      );
      expect(outside).toMatchObject({ status: 422, body: { code: 'budget.line-refused' } });
      expect(faultsOf(outside)).toEqual(['/year year-outside-budget']);
      const { id } = await money.add('budget-lines', money.aLine(), money.finance);
      const moved = await money.project.send(
        'PATCH',
        `/budget-lines/${id}`,
        { year: money.adopted.yearTo + 1 },
        money.finance,
      );
      expect(faultsOf(moved)).toEqual(['/year year-outside-budget']);
      const together = { budgetId: PLANNED_BUDGET_ID, year: 2031 };
      expect((await money.project.send('PATCH', `/budget-lines/${id}`, together, money.finance)).status).toBe(
        200,
      );
    });

    it('names a budget that there is', async () => {
      const { id } = await money.add('budget-lines', money.aLine(), money.finance);
      const answers = [
        await money.project.send(
          'POST',
          '/budget-lines',
          money.aLine({ budgetId: money.project.id }),
          money.finance,
        ),
        await money.project.send(
          'PATCH',
          `/budget-lines/${id}`,
          { budgetId: money.project.id },
          money.finance,
        ),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(422);
        expect(faultsOf(answer)).toEqual(['/budgetId budget-unknown']);
      }
    });

    it('takes cuts, carry-over to the next year and refunds as negative amounts, and forgets a forecast', async () => {
      const negative = { amendmentsCents: -1, carryOverCents: -2, actualCents: -3, forecastCents: 5 };
      const { id } = await money.add('budget-lines', money.aLine(negative), money.finance);
      await money.project.send('PATCH', `/budget-lines/${id}`, { forecastCents: null }, money.finance);
      expect((await money.budget()).lines).toEqual([
        expect.objectContaining({ ...negative, forecastCents: null }),
      ]);
    });

    it('is finance’s business, not the lead’s; needs are the lead’s, not finance’s', async () => {
      const answers = [
        await money.project.send('POST', '/budget-lines', money.aLine(), money.lead),
        await money.project.send('POST', '/needs', money.aNeed(), money.finance),
        await money.project.send('POST', '/counter-fundings', money.aCounterFunding(), money.finance),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    });
  });

  it("lets no lead plan the need of somebody else's project", async () => {
    const others = await aProject(money.office);
    expect((await others.send('POST', '/needs', money.aNeed(), money.lead)).status).toBe(403);
    expect((await others.send('POST', '/counter-fundings', money.aCounterFunding(), money.lead)).status).toBe(
      403,
    );
  });
});
