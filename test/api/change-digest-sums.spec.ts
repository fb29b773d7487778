import fc from 'fast-check';
import { useMoney } from '../support/budget';
import { type Digest, inOneChange, newestRev } from '../support/digest';
import { aProject } from '../support/projects';

describe('the sums of the change digest', () => {
  const money = useMoney();
  let before: string;

  const ask = async (): Promise<Digest> =>
    (await money.finance.get<Digest>(`/api/v1/finance/changes?from=${before}`)).body;
  const year = (): number => money.adopted.yearFrom;

  it('are what stood at the end less what stood at the beginning, whatever was changed', async () => {
    const project = await aProject(money.office);
    const place = fc.record({
      year: fc.integer({ min: 2024, max: 2027 }),
      kind: fc.constantFrom('operating', 'capital'),
      direction: fc.constantFrom('expense', 'revenue'),
      cents: fc.integer({ min: 0, max: 10_000_000_000_000 }),
    });
    const step = fc.record({
      row: fc.integer({ min: 0, max: 4 }),
      what: fc.constantFrom('put', 'put', 'remove'),
      place,
    });
    const sums = async (moment: string): Promise<Map<string, number>> => {
      const found = await money.database.query<{ key: string; cents: string }>(
        `select kind || ' ' || direction as key, sum(amount_cents) as cents from history.need
          where project_id = $1 and from_rev <= $2::bigint and to_rev > $2::bigint group by 1`,
        [project.id, moment.slice(1)],
      );
      return new Map(found.map(({ key, cents }) => [key, Number(cents)]));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        async (changes) => {
          before = await newestRev(money.database);
          for (const steps of changes)
            await inOneChange(
              money.database,
              steps.map(({ row, what, place: { year: at, kind, direction, cents } }) => {
                const id = `01900000-0000-7000-9000-00000000000${row}`;
                return what === 'remove'
                  ? ['delete from need where id = $1', [id]]
                  : [
                      `insert into need (id, project_id, year, kind, direction, amount_cents) values ($1, $2, $3, $4, $5, $6)
                     on conflict (id) do update set year = $3, kind = $4, direction = $5, amount_cents = $6`,
                      [id, project.id, at, kind, direction, cents],
                    ];
              }),
            );
          const [start, end] = [await sums(before), await sums(await newestRev(money.database))];
          const { totals } = await ask();
          const said = new Map(totals.map((one) => [`${one.kind} ${one.direction}`, one.differenceCents]));
          for (const key of ['operating expense', 'operating revenue', 'capital expense', 'capital revenue'])
            expect([key, said.get(key) ?? 0]).toEqual([key, (end.get(key) ?? 0) - (start.get(key) ?? 0)]);
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);

  it('bear an import of many rows in one change, with the same few statements', async () => {
    const { id } = await money.add('budget-lines', money.aLine(), money.finance);
    before = await newestRev(money.database);
    await money.project.send('PATCH', `/budget-lines/${id}`, { actualCents: 1 }, money.finance);
    const few = await money.finance.get<Digest>(`/api/v1/finance/changes?from=${before}`);
    before = await newestRev(money.database);
    await inOneChange(money.database, [
      [
        `insert into budget_line (id, project_id, budget_id, year, kind, actual_cents)
         select uuidv7(), $1, $2, $3, 'capital', n from generate_series(1, 3000) n`,
        [money.project.id, money.adopted.id, year()],
      ],
    ]);
    const many = await money.finance.get<Digest>(`/api/v1/finance/changes?from=${before}&pageSize=200`);
    expect(many.body.total).toBe(6000);
    expect(many.body.changes).toEqual([expect.objectContaining({ count: 6000 })]);
    expect(many.body.totals.find(({ field }) => field === 'actual')?.increaseCents).toBe((3000 * 3001) / 2);
    expect(many.statements).toBe(few.statements);
  });
});
