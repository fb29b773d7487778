import fc from 'fast-check';
import { type ApiClient } from '../support/api';
import { PLANNED_BUDGET_ID, type ProjectBudget, useMoney } from '../support/budget';
import {
  byKind,
  byYearAndKind,
  type Cell,
  cellsOf,
  type Exceptions,
  financeAnswer,
  type FinanceYears,
  GROUPINGS,
  type Matrix,
  type MatrixProjects,
  summed,
} from '../support/finance';
import { aProject, type TestProject } from '../support/projects';

/** So many series of changes; a longer run is asked for by the environment. */
const RUNS = Number(process.env.FINANCE_RUNS ?? 4);
const SEED = Number(process.env.FINANCE_SEED ?? 20220222);
const FIELDS = ['innovation', 'workplace', 'infrastructure'];
const SUB_BUDGETS = ['1700', '2000', null];

/** A change of somebody's to the money of one of the projects. */
interface Edit {
  project: number;
  part: 'needs' | 'budget-lines' | 'counter-fundings';
  action: 'add' | 'change' | 'remove';
  /** Which of the project's rows is changed or removed. */
  row: number;
  year: number;
  kind: 'operating' | 'capital';
  direction: 'expense' | 'revenue';
  cents: number;
  less: number;
  secured: boolean;
  planned: boolean;
  subBudget: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  project: fc.nat(4),
  part: fc.constantFrom('needs', 'budget-lines', 'counter-fundings'),
  action: fc.constantFrom('add', 'add', 'change', 'remove'),
  row: fc.nat(9),
  year: fc.nat(1),
  kind: fc.constantFrom('operating', 'capital'),
  direction: fc.constantFrom('expense', 'expense', 'expense', 'revenue'),
  cents: fc.oneof(fc.nat(500_00), fc.nat(10_000_000_000_000)),
  less: fc.nat(300_00),
  secured: fc.boolean(),
  planned: fc.boolean(),
  subBudget: fc.nat(2),
});

describe('the sums of the portfolio', () => {
  const money = useMoney();
  const projects: TestProject[] = [];
  const answers = new Map<string, unknown>();
  let finance: ApiClient;
  beforeAll(async () => {
    finance = await money.api.as('finance');
    for (const index of [0, 1, 2, 3, 4])
      projects.push(await aProject(money.office, { primaryActionField: FIELDS[index % FIELDS.length] }));
  });

  it(
    'are those of the projects in every grouping after any changes, and stay what they were at the time',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 6, maxLength: 10 }), async (edits) => {
          for (const one of edits) await make(one);
          await holds('');
          await holds(`budget=${money.adopted.key}`);
          await holds('yearFrom=2030&yearTo=2031');
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
      expect(answers.size).toBeGreaterThan(RUNS * GROUPINGS.length);
      for (const [address, body] of answers) {
        const asOf = (body as { moment: string }).moment;
        expect({ address, body: await financeAnswer(finance, `${address}&asOf=${asOf}`) }).toEqual({
          address,
          body,
        });
      }
    },
    60_000 + RUNS * 20_000,
  );

  /** Does one change; what the rules refuse is no change. */
  async function make(one: Edit): Promise<void> {
    const project = projects[one.project];
    if (project === undefined) throw new Error('There is no such project.');
    const by = one.part === 'budget-lines' ? money.finance : money.office;
    const rows = (await budgetOf(project))[
      one.part === 'needs' ? 'needs' : one.part === 'budget-lines' ? 'lines' : 'counterFundings'
    ];
    const row = rows[one.row % Math.max(1, rows.length)];
    if (one.action === 'add' || row === undefined) {
      await project.send('POST', `/${one.part}`, contentOf(one), by);
    } else if (one.action === 'change') {
      const amount =
        one.part === 'budget-lines'
          ? { appropriationCents: one.cents, actualCents: one.less }
          : { amountCents: one.cents };
      await project.send('PATCH', `/${one.part}/${row.id}`, amount, by);
    } else {
      await project.send('DELETE', `/${one.part}/${row.id}`, undefined, by);
    }
  }

  function contentOf({
    part,
    kind,
    direction,
    cents,
    less,
    secured,
    planned,
    subBudget,
    year,
  }: Edit): object {
    const base = { year: (planned ? 2030 : money.adopted.yearFrom) + year, kind };
    switch (part) {
      case 'needs':
        return { ...base, direction, amountCents: cents };
      case 'counter-fundings':
        return { ...base, source: 'reallocation', amountCents: less, secured };
      case 'budget-lines':
        return {
          ...base,
          direction,
          budgetId: planned ? PLANNED_BUDGET_ID : money.adopted.id,
          appropriationCents: cents,
          amendmentsCents: -less,
          carryOverCents: less % 7,
          committedCents: less % 100,
          actualCents: less,
          forecastCents: secured ? less % 1000 : null,
          subBudget: SUB_BUDGETS[subBudget],
        };
    }
  }

  async function budgetOf(project: TestProject): Promise<ProjectBudget> {
    return (await finance.get<ProjectBudget>(`${project.url}/budget`)).body;
  }

  async function ask<Body extends { moment: string }>(path: string): Promise<Body> {
    const body = await financeAnswer<Body>(finance, path);
    answers.set(path, body);
    return body;
  }

  /** Holds the answers for a period against the pages of the projects. */
  async function holds(period: string): Promise<void> {
    const years = await ask<FinanceYears>(`years?${period}`);
    const within = (cell: Cell): boolean => period === '' || years.years.includes(cell.year ?? 0);
    const cells = cellsOf(await Promise.all(projects.map(budgetOf))).filter(within);
    expect(summed(years.items, byYearAndKind)).toEqual(summed(cells, byYearAndKind));
    expect(summed(years.totals, byKind)).toEqual(summed(cells, byKind));
    for (const { needCents, securedCents, counterFundingCents, gapCents, surplusCents } of [
      ...years.items,
      ...years.totals,
    ])
      expect(gapCents).toBe(
        (needCents ?? 0) - (securedCents ?? 0) - (counterFundingCents ?? 0) + (surplusCents ?? 0),
      );
    for (const grouping of GROUPINGS) {
      const matrix = await ask<Matrix>(`matrix?groupBy=${grouping}&${period}`);
      const ofYears = matrix.groups.flatMap((group) => group.cells.filter(({ year }) => year !== null));
      const ofSums = matrix.groups.flatMap((group) => group.cells.filter(({ year }) => year === null));
      expect(summed(ofYears, byYearAndKind)).toEqual(summed(cells, byYearAndKind));
      expect(summed(ofSums, byKind)).toEqual(summed(cells, byKind));
      expect(
        matrix.totals.filter(({ year }) => year === null).map(({ kind, gapCents }) => [kind, gapCents]),
      ).toEqual(years.totals.map(({ kind, gapCents }) => [kind, gapCents]));
      expect(matrix.projects).toBe(years.projects);
      await opens(matrix, grouping, period);
    }
    await finds(cells, period);
  }

  /** The projects behind each group add up to it, and none is in two. */
  async function opens(matrix: Matrix, grouping: string, period: string): Promise<void> {
    const seen: string[] = [];
    for (const { key, cells } of matrix.groups) {
      for (const kind of new Set(cells.map((cell) => cell.kind))) {
        const path = `matrix/projects?groupBy=${grouping}&group=${encodeURIComponent(key)}&kind=${kind}&${period}`;
        const { items, total } = await ask<MatrixProjects>(path);
        expect(items).toHaveLength(total);
        expect(
          summed(
            items.flatMap((item) => item.cells),
            byYearAndKind,
          ),
        ).toEqual(
          summed(
            cells.filter((cell) => cell.kind === kind),
            byYearAndKind,
          ),
        );
        seen.push(...items.map(({ id }) => `${kind} ${id}`));
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
  }

  /** What is an exception by definition is one, and nothing else. */
  async function finds(cells: readonly Cell[], period: string): Promise<void> {
    const { counts } = await ask<Exceptions>(`exceptions?pageSize=200&${period}`);
    const countOf = (kind: string): number | undefined =>
      counts.find((counted) => counted.kind === kind)?.count;
    const number = (holds: (cell: Record<string, number>) => boolean): number =>
      (cells as unknown as Record<string, number>[]).filter(holds).length;
    const isStated = (cell: Record<string, number | null>): boolean => cell.forecastCents !== null;
    expect({
      gap: countOf('gap-without-destination'),
      forecast: countOf('forecast-over-secured'),
      overForecast: countOf('actual-over-forecast'),
      overSecured: countOf('actual-over-secured'),
    }).toEqual({
      gap: number(({ gapCents = 0 }) => gapCents > 0),
      forecast: number((cell) => isStated(cell) && cell.forecastCents! > cell.securedCents!),
      overForecast: number((cell) => isStated(cell) && cell.actualCents! > cell.forecastCents!),
      overSecured: number(({ actualCents = 0, securedCents = 0 }) => actualCents > securedCents),
    });
  }
});
