import type { ApiClient } from '../support/api';
import { PLANNED_BUDGET_ID, useMoney } from '../support/budget';
import { faultsOf } from '../support/faults';
import { aProject } from '../support/projects';

type Row = Record<string, unknown> & { id: string };
interface Money {
  followUpCosts: Row[];
  commitmentAuthorisations: Row[];
  grants: Row[];
  findings: { code: string; part: string; ids: string[] }[];
}

describe('what a project costs later, may be committed to, and is given', () => {
  const money = useMoney();
  const read = async (query = ''): Promise<Money> =>
    (await money.lead.get<Money>(`${money.project.url}/budget${query}`)).body;
  const aCost = (changes: object = {}): object => ({
    kind: 'operating',
    amountCents: 12_00,
    yearFrom: 2029,
    yearTo: null,
    note: 'Wartung',
    ...changes,
  });
  const anAuthorisation = (changes: object = {}): object => ({
    budgetId: PLANNED_BUDGET_ID,
    year: 2030,
    amountCents: 90_00,
    cashYears: [
      { year: 2031, amountCents: 50_00 },
      { year: 2032, amountCents: 40_00 },
    ],
    accountAssignment: '7.1700001',
    ...changes,
  });
  const aGrant = (changes: object = {}): object => ({
    giver: 'Land Baden-Württemberg',
    title: 'Digitale Städte',
    state: 'approved',
    decidedOn: '2026-03-01',
    amountCents: 90_00,
    eligibleCents: 100_00,
    rateBasisPoints: 9000,
    purpose: 'Nur für Sensoren',
    boundUntil: '2031-12-31',
    ...changes,
  });

  const kinds = [
    {
      part: 'follow-up-costs',
      key: 'followUpCosts',
      valid: aCost,
      change: { yearTo: 2033 },
      by: (): ApiClient => money.lead,
      not: (): ApiClient => money.finance,
    },
    {
      part: 'commitment-authorisations',
      key: 'commitmentAuthorisations',
      valid: anAuthorisation,
      change: { note: 'Rahmenvertrag' },
      by: (): ApiClient => money.finance,
      not: (): ApiClient => money.office,
    },
    {
      part: 'grants',
      key: 'grants',
      valid: aGrant,
      change: { state: 'rejected' },
      by: (): ApiClient => money.lead,
      not: (): ApiClient => money.finance,
    },
  ] as const;

  describe.each(kinds)('$part', ({ part, key, valid, change, by, not }) => {
    it('are added, changed and removed; what was stays readable', async () => {
      const { id } = await money.add(part, valid(), by());
      expect((await read())[key]).toEqual([expect.objectContaining(valid())]);
      const edited = await money.project.send('PATCH', `/${part}/${id}`, change, by());
      expect(edited.status).toBe(200);
      expect((await read())[key]).toEqual([expect.objectContaining({ ...valid(), ...change })]);
      expect((await money.project.send('DELETE', `/${part}/${id}`, undefined, by())).status).toBe(200);
      expect((await read())[key]).toEqual([]);
      expect((await read(`?asOf=${edited.body.moment}`))[key]).toHaveLength(1);
    });

    it('are listed in pages, and told in the history of the project', async () => {
      await money.add(part, valid(), by());
      await money.add(part, valid(), by());
      const { body } = await money.lead.get<{ items: Row[]; total: number }>(
        `${money.project.url}/${part}?pageSize=1`,
      );
      expect([body.total, body.items]).toEqual([2, [expect.objectContaining(valid())]]);
      const history = await money.lead.get<{ items: { changes: { field: string; after: unknown }[] }[] }>(
        `${money.project.url}/history`,
      );
      expect(history.status).toBe(200);
      const fields = history.body.items[0]?.changes ?? [];
      expect(fields.map(({ field }) => field)).toContain('amountCents');
      // Lists are told as text, like every other value.
      for (const { after } of fields) expect(typeof after === 'object' && after !== null).toBe(false);
    });

    it('are not the business of who does not keep them, nor of another project', async () => {
      const { id } = await money.add(part, valid(), by());
      const refused = [
        await money.project.send('POST', `/${part}`, valid(), not()),
        await money.project.send('PATCH', `/${part}/${id}`, change, not()),
        await money.project.send('DELETE', `/${part}/${id}`, undefined, not()),
      ];
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
      const other = await aProject(money.lead);
      expect((await other.send('PATCH', `/${part}/${id}`, change, by())).status).toBe(404);
      expect((await other.send('DELETE', `/${part}/${id}`, undefined, by())).status).toBe(404);
    });

    it('are refused with a negative amount or half a cent', async () => {
      for (const amountCents of [-1, 0.5, null]) {
        const answer = await money.project.send('POST', `/${part}`, valid({ amountCents }), by());
        expect([answer.status, faultsOf(answer)]).toEqual([400, ['/amountCents is-cents']]);
      }
    });
  });

  describe('a follow-up cost', () => {
    it('may have no year yet, which is a finding', async () => {
      const { id } = await money.add('follow-up-costs', aCost({ yearFrom: null }));
      expect((await read()).findings).toEqual([
        { code: 'follow-up-without-year', part: 'follow-up-costs', ids: [id], years: [] },
      ]);
    });

    it('does not end before it begins, new or changed', async () => {
      const { id } = await money.add('follow-up-costs', aCost());
      const answers = [
        await money.project.send('POST', '/follow-up-costs', aCost({ yearTo: 2028 })),
        await money.project.send('PATCH', `/follow-up-costs/${id}`, { yearTo: 2028 }),
      ];
      for (const answer of answers)
        expect([answer.status, faultsOf(answer)]).toEqual([422, ['/yearTo year-to-before-from']]);
    });

    it('is reported by the lead until finance has checked it', async () => {
      await money.add('follow-up-costs', aCost());
      expect((await read()).followUpCosts).toEqual([expect.objectContaining({ isChecked: false })]);
      await money.project.send('POST', '/figure-checks', {}, money.finance);
      expect((await read()).followUpCosts).toEqual([expect.objectContaining({ isChecked: true })]);
    });
  });

  describe('a commitment authorisation', () => {
    it('with cash years that do not sum to its amount is a finding', async () => {
      const { id } = await money.add('commitment-authorisations', anAuthorisation(), money.finance);
      expect((await read()).findings).toEqual([]);
      const change = { amountCents: 90_01 };
      await money.project.send('PATCH', `/commitment-authorisations/${id}`, change, money.finance);
      expect((await read()).findings).toMatchObject([{ code: 'cash-years-differ', ids: [id] }]);
    });

    it('keeps its cash years in order, each year once', async () => {
      const cashYears = [
        { year: 2032, amountCents: 1 },
        { year: 2031, amountCents: 2 },
      ];
      await money.add('commitment-authorisations', anAuthorisation({ cashYears }), money.finance);
      expect((await read()).commitmentAuthorisations[0]?.cashYears).toEqual([...cashYears].reverse());
      const twice = [cashYears[0], cashYears[0]];
      const answer = await money.project.send(
        'POST',
        '/commitment-authorisations',
        anAuthorisation({ cashYears: twice }),
        money.finance,
      );
      expect(faultsOf(answer)).toEqual(['/cashYears array-unique']);
    });

    it('lies in a year of a budget that there is', async () => {
      for (const [changes, fault] of [
        [{ year: 2029 }, '/year year-outside-budget'],
        [{ budgetId: money.project.id }, '/budgetId budget-unknown'],
      ] as const) {
        const body = anAuthorisation(changes);
        const answer = await money.project.send('POST', '/commitment-authorisations', body, money.finance);
        expect([answer.status, faultsOf(answer)]).toEqual([422, [fault]]);
      }
    });
  });

  it('a grant that is not its rate of the recognised costs, to the cent, is a finding', async () => {
    const most = { eligibleCents: 10_000_000_000_000, rateBasisPoints: 3333 };
    await money.add('grants', aGrant({ ...most, amountCents: 3_333_000_000_000 }));
    await money.add('grants', aGrant({ eligibleCents: 1, rateBasisPoints: 5000, amountCents: 1 }));
    await money.add('grants', aGrant({ rateBasisPoints: null, amountCents: 1 }));
    expect((await read()).findings).toEqual([]);
    const { id } = await money.add('grants', aGrant({ ...most, amountCents: 3_333_000_000_001 }));
    expect((await read()).findings).toEqual([
      { code: 'grant-differs-from-rate', part: 'grants', ids: [id], years: [] },
    ]);
  });
});
