import { PLANNED_BUDGET_ID, useMoney } from '../support/budget';
import { type Digest, type DigestItem, inOneChange, newestRev, told } from '../support/digest';
import type { ApiClient } from '../support/api';
import { aProject } from '../support/projects';

describe('the change digest', () => {
  const money = useMoney();
  let before: string;

  const ask = async (query = '', by: ApiClient = money.finance): Promise<Digest> => {
    const { status, body } = await by.get<Digest>(`/api/v1/finance/changes?from=${before}${query}`);
    expect({ query, status, body }).toMatchObject({ query, status: 200 });
    return body;
  };
  const rows = (digest: Digest): string[] => digest.items.map(told).toSorted();
  const year = (): number => money.adopted.yearFrom;

  beforeEach(async () => {
    before = await newestRev(money.database);
  });

  it('says which amounts changed, of what, by whom, when and why, and how much', async () => {
    const { id } = await money.add(
      'budget-lines',
      money.aLine({ accountAssignment: '7.410001' }),
      money.finance,
    );
    await money.project.send(
      'PATCH',
      `/budget-lines/${id}`,
      { appropriationCents: 75_00, actualCents: 12_34, forecastCents: 0 },
      money.finance,
    );
    const digest = await ask();
    expect(rows(digest)).toEqual([
      `actual ${year()} operating expense: 0 → 1234`,
      `appropriation ${year()} operating expense: 6000 → 7500`,
      `appropriation ${year()} operating expense: – → 6000`,
      `forecast ${year()} operating expense: – → 0`,
    ]);
    expect([digest.total, digest.changeCount, digest.projectCount]).toEqual([4, 2, 1]);
    const { number } = await money.project.read();
    expect(digest.items[0]).toMatchObject({
      record: 'budget-line',
      project: { number },
      budget: { key: money.adopted.key },
      detail: '7.410001',
    });
    expect(digest.changes).toEqual([
      expect.objectContaining({ command: 'budget-line.edit', count: 3, reason: null }),
      expect.objectContaining({ command: 'budget-line.add', count: 1 }),
    ]);
    expect(digest.changes.map(({ actorName }) => actorName)).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
    expect(digest.changes[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(digest.totals).toEqual([
      total('appropriation', { count: 2, increaseCents: 75_00, differenceCents: 75_00 }),
      total('actual', { count: 1, increaseCents: 12_34, differenceCents: 12_34 }),
      total('forecast', { count: 1 }),
    ]);
  });

  it('takes several steps of one transaction as one change, and what ends as it began as none', async () => {
    const { id } = await money.add('needs', money.aNeed({ amountCents: 10_00 }));
    before = await newestRev(money.database);
    const set = (cents: number): [string, unknown[]] => [
      'update need set amount_cents = $1 where id = $2',
      [cents, id],
    ];
    await inOneChange(money.database, [set(11_00), set(12_00), set(15_00)]);
    await inOneChange(money.database, [set(99_00), set(15_00)]);
    const digest = await ask();
    expect(rows(digest)).toEqual([`need ${year()} operating expense: 1000 → 1500`]);
    expect(digest.changes).toEqual([expect.objectContaining({ command: 'ledger.import', reason: 'Abruf' })]);
  });

  it('shows both ways of an amount that went up and down again', async () => {
    const { id } = await money.add('needs', money.aNeed({ amountCents: 10_00 }));
    before = await newestRev(money.database);
    for (const amountCents of [14_00, 9_00])
      await money.project.send('PATCH', `/needs/${id}`, { amountCents });
    const { totals } = await ask();
    expect(totals).toEqual([
      total('need', { count: 2, increaseCents: 4_00, decreaseCents: -5_00, differenceCents: -1_00 }),
    ]);
  });

  it('keeps operating, capital and revenue apart where an amount moved from one to the other', async () => {
    const { id } = await money.add('needs', money.aNeed({ amountCents: 10_00 }));
    before = await newestRev(money.database);
    await money.project.send('PATCH', `/needs/${id}`, { kind: 'capital', direction: 'revenue' });
    const digest = await ask();
    expect(rows(digest)).toEqual([
      `need ${year()} capital revenue: – → 1000`,
      `need ${year()} operating expense: 1000 → –`,
    ]);
    expect(digest.totals).toEqual([
      total('need', { count: 1, decreaseCents: -10_00, differenceCents: -10_00 }),
      total('need', {
        kind: 'capital',
        direction: 'revenue',
        count: 1,
        increaseCents: 10_00,
        differenceCents: 10_00,
      }),
    ]);
  });

  it('follows counter-funding that is secured, follow-up costs, authorisations, grants and destinations of gaps', async () => {
    const { id } = await money.add('counter-fundings', money.aCounterFunding());
    before = await newestRev(money.database);
    await money.project.send('PATCH', `/counter-fundings/${id}`, { secured: true });
    const project = money.project.id;
    await inOneChange(money.database, [
      [
        `insert into follow_up_cost (id, project_id, kind, year_from, year_to, amount_cents)
         values (uuidv7(), $1, 'operating', 2028, 2031, 500)`,
        [project],
      ],
      [
        `insert into commitment_authorisation (id, project_id, budget_id, year, amount_cents, cash_years)
         values (uuidv7(), $1, $2, 2030, 900, '[{"year": 2031, "amountCents": 400}, {"year": 2032, "amountCents": 500}]')`,
        [project, PLANNED_BUDGET_ID],
      ],
      [
        `insert into funding_grant (id, project_id, giver, state, amount_cents) values (uuidv7(), $1, 'Land', 'applied', 700)`,
        [project],
      ],
      [
        `insert into gap_destination (id, project_id, year, kind, budget_id, stage)
         values (uuidv7(), $1, 2030, 'capital', $2, 'registered')`,
        [project, PLANNED_BUDGET_ID],
      ],
    ]);
    await inOneChange(money.database, [
      [`update funding_grant set state = 'approved' where project_id = $1`, [project]],
      [`update gap_destination set stage = 'planned' where project_id = $1`, [project]],
      [`update follow_up_cost set year_to = null where project_id = $1`, [project]],
      [
        `update commitment_authorisation set cash_years = '[{"year": 2031, "amountCents": 900}]' where project_id = $1`,
        [project],
      ],
      [`update budget set stage = 'adopted' where id = $1`, [PLANNED_BUDGET_ID]],
    ]);
    const digest = await ask();
    await inOneChange(money.database, [
      [`update budget set stage = 'planned' where id = $1`, [PLANNED_BUDGET_ID]],
    ]);
    expect(rows(digest)).toEqual(
      [
        `counter-funding-open ${year()} operating: 4000 → –`,
        `counter-funding-secured ${year()} operating: – → 4000`,
        'follow-up-cost 2028 operating: – → 500',
        'follow-up-cost 2028 operating: 500 → –',
        'follow-up-cost 2028 operating: – → 500',
        'commitment-authorisation 2030: – → 900',
        'commitment-cash 2031: – → 400',
        'commitment-cash 2032: – → 500',
        'commitment-cash 2031: 400 → 900',
        'commitment-cash 2032: 500 → –',
        'grant: – → 700',
        'grant-state: – → applied',
        'grant-state: applied → approved',
        'gap-stage 2030 capital: – → registered',
        'gap-stage 2030 capital: registered → planned',
        'budget-stage: planned → adopted',
      ].toSorted(),
    );
    expect(digest.items.find(({ field }) => field === 'budget-stage')?.project).toBeNull();
    expect(digest.totals.find(({ field }) => field === 'grant-state')).toEqual({
      budget: null,
      field: 'grant-state',
      kind: null,
      direction: null,
      count: 2,
      increaseCents: null,
      decreaseCents: null,
      differenceCents: null,
    });
  });

  it('sums what each budget has when it is asked for, needs by the budget of their year', async () => {
    await money.add('needs', money.aNeed({ amountCents: 10_00 }));
    await money.add('needs', money.aNeed({ year: 2031, amountCents: 20_00 }));
    await money.add('needs', money.aNeed({ year: 2090, amountCents: 30_00 }));
    const { totals } = await ask('&groupBy=budget');
    expect(totals.map(({ budget, differenceCents }) => [budget?.key ?? null, differenceCents])).toEqual([
      [money.adopted.key, 10_00],
      ['test-planned', 20_00],
      [null, 30_00],
    ]);
    const { items } = await ask('&budget=test-planned');
    expect(items.map(told)).toEqual(['need 2031 operating expense: – → 2000']);
  });

  it('takes filters by project, office, field, kind and year, and pages that hold together', async () => {
    const other = await aProject(money.office, { office: 'hgw', title: 'Lückenlose Übersicht' });
    await other.send('POST', '/needs', money.aNeed({ kind: 'capital', amountCents: 1 }));
    for (const cents of [1, 2, 3]) await money.add('needs', money.aNeed({ amountCents: cents }));
    await money.add('budget-lines', money.aLine(), money.finance);
    const all = await ask();
    expect(all.total).toBe(5);
    const paged: DigestItem[] = [];
    for (const page of [1, 2, 3]) {
      const part = await ask(`&pageSize=2&page=${page}`);
      expect([part.total, part.totals]).toEqual([all.total, all.totals]);
      expect(new Set(part.changes.map(({ rev }) => rev))).toEqual(new Set(part.items.map(({ rev }) => rev)));
      paged.push(...part.items);
    }
    expect(paged).toEqual(all.items);
    const { number } = await other.read();
    expect((await ask(`&project=${number.toLowerCase()}`)).total).toBe(1);
    expect((await ask(`&project=${encodeURIComponent('ÜBERSICHT')}`)).total).toBe(1);
    expect((await ask('&project=gibt-es-nicht')).total).toBe(0);
    expect((await ask('&office=hgw')).total).toBe(1);
    expect((await ask('&kind=capital')).total).toBe(1);
    expect((await ask('&field=appropriation&field=actual')).total).toBe(1);
    expect((await ask(`&year=${year()}`)).total).toBe(5);
    expect((await ask('&year=2099')).items).toEqual([]);
  });

  it('is the same again between the moments that it names, though more was changed', async () => {
    await money.add('needs', money.aNeed());
    const first = await ask();
    await money.add('needs', money.aNeed());
    const again = await ask(`&to=${first.to.moment}`);
    expect(again).toEqual({ ...first, from: again.from });
    const later = await money.finance.get<Digest>(`/api/v1/finance/changes?from=${first.to.moment}`);
    expect(later.body.total).toBe(1);
  });

  it('is refused backwards, without a beginning, and to who does not read the money of the portfolio', async () => {
    const now = await newestRev(money.database);
    await money.add('needs', money.aNeed());
    const later = await newestRev(money.database);
    const refused = await money.finance.get<{ errors: unknown[] }>(
      `/api/v1/finance/changes?from=${later}&to=${now}`,
    );
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/to', code: 'moment-order' }] },
    });
    expect((await money.finance.get('/api/v1/finance/changes')).status).toBe(400);
    expect((await money.lead.get(`/api/v1/finance/changes?from=${now}`)).status).toBe(403);
    for (const role of ['commission', 'portfolio-office'])
      expect((await ask('', await money.api.as(role))).total).toBe(1);
  });
});

function total(field: string, changes: object): object {
  return {
    budget: null,
    field,
    kind: 'operating',
    direction: 'expense',
    increaseCents: 0,
    decreaseCents: 0,
    differenceCents: 0,
    ...changes,
  };
}
