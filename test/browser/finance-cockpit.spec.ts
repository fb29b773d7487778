import type { Locator, Page } from 'playwright-core';
import { barriersOf, overflowOf, useBrowser } from '../support/browser';
import { dayFromToday, heading, showAsOf } from '../support/browser-steps';
import { fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';
import type { Exception, Exceptions, FinanceYears, Matrix, MatrixProjects } from '../support/finance';

const t = wordsOf('de');
const panel = (page: Page, key: string): Locator => page.getByRole('region', { name: t(key), exact: true });
const KINDS = ['operating', 'capital'] as const;
const MEASURES = ['need', 'secured', 'actual', 'gap'] as const;

/** An amount as a German reader sees it, by another way than the one that the interface takes. */
function euros(cents: number): string {
  const sign = cents < 0 ? '−' : '';
  const whole = String(Math.floor(Math.abs(cents) / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}${whole},${String(Math.abs(cents) % 100).padStart(2, '0')} €`;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('the finance cockpit', () => {
  const suite = useBrowser();

  async function ask<Body>(page: Page, path: string): Promise<Body> {
    const answer = await page.request.get(`${suite.origin}/api/v1/finance/${path}`);
    expect(answer.status()).toBe(200);
    return (await answer.json()) as Body;
  }

  async function open(address = '/finance', options: object = {}): Promise<Page> {
    const page = await suite.newPage({ as: 'finance', width: 1440, ...options });
    await page.goto(address);
    await settled(page);
    return page;
  }

  async function settled(page: Page): Promise<void> {
    await panel(page, 'finance.plan.title').waitFor();
    await page.locator('.da-skeleton').first().waitFor({ state: 'hidden' });
    await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'hidden' });
  }

  const rowsOf = async (table: Locator): Promise<string[][]> =>
    table
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
      )
      .then((rows) => rows.map((cells) => cells.map(plain)));

  /** What the matrix shows of a kind as its last row. */
  async function sumsShown(page: Page, kind: string): Promise<string[] | undefined> {
    const rows = await rowsOf(panel(page, 'finance.matrix.title').getByRole('table'));
    const name = t('finance.matrix.sumOf', { kind: t(`shared.kind.${kind}`) });
    return rows.find(([first]) => first === name)?.slice(1);
  }

  /** The same from the API. */
  function sumsSaid({ totals, years }: Matrix, kind: string): string[] {
    return [null, ...years].flatMap((year) => {
      const cell = totals.find((one) => one.kind === kind && one.year === year);
      return MEASURES.map((measure) => euros(cell?.[`${measure}Cents`] ?? 0));
    });
  }

  it('Finance 1: people of finance start with the exceptions, each with its reason in amounts and one click from the place where it is mended', async () => {
    const page = await suite.newPage({ as: 'finance' });
    await page.goto('/');
    await heading(page, t('financePages.title')).waitFor();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/finance');
    const panels = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
    expect(panels[0]).toBe(t('finance.exceptions.title'));

    const { counts, items, total } = await ask<Exceptions>(page, 'exceptions?pageSize=10');
    const exceptions = panel(page, 'finance.exceptions.title');
    const tiles = exceptions.getByRole('group', { name: t('finance.exceptions.filter') }).locator('.da-stat');
    const shown = await tiles.locator('.da-stat__value').allInnerTexts();
    expect(shown.map(Number)).toEqual(counts.map(({ count }) => count));
    expect(counts).toHaveLength(8);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);

    const rows = await rowsOf(exceptions.getByRole('table'));
    expect(rows).toHaveLength(items.length + 1);
    for (const [index, item] of items.entries()) {
      const [project, , year, why, difference] = rows[index + 1] ?? [];
      expect(project).toContain(item.project.number);
      expect(year).toContain(String(item.year ?? t('finance.exceptions.everyYear')));
      if (item.differenceCents !== null) expect(difference).toBe(euros(item.differenceCents));
      for (const cents of [item.amountCents, item.againstCents, item.differenceCents])
        if (cents !== null) expect(why).toContain(euros(cents));
    }

    const [first] = items;
    expect(first?.kind).toBe('gap-without-destination');
    await exceptions.getByRole('table').getByRole('link').first().click();
    await panel(page, 'budget.gaps.title').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/projects/${first?.project.number}`);
    await expectRow(panel(page, 'budget.gaps.title'), first);
  });

  it('Finance 1: each kind is a filter that stands in the URL, and leads to the very row of the finance tab that it is about', async () => {
    const page = await open();
    const exceptions = panel(page, 'finance.exceptions.title');
    const places = {
      'forecast-over-secured': ['forecastOverSecured', 'budget.lines.title'],
      'states-contradict': ['statesContradict', 'budget.states.title'],
      unchecked: ['unchecked', 'budget.needs.title'],
    } as const;
    for (const [kind, [word, part]] of Object.entries(places)) {
      await page.goto('/finance');
      await settled(page);
      await exceptions
        .getByRole('link', { name: t(`finance.exceptions.kind.${word}`) })
        .first()
        .click();
      await page.waitForURL((url) => url.searchParams.get('exception') === kind);
      await settled(page);
      const { total, items } = await ask<Exceptions>(page, `exceptions?kind=${kind}&pageSize=10`);
      expect(total).toBeGreaterThan(0);
      expect(await exceptions.getByRole('table').getByRole('row').count()).toBe(items.length + 1);
      await exceptions.getByRole('table').getByRole('link').first().click();
      await expectRow(panel(page, part), items[0]);
    }
  });

  /** The focus is on the row of the year that an exception is about, or on the whole part where it is about none. */
  async function expectRow(part: Locator, exception?: Exception): Promise<void> {
    if (exception?.year == null) return part.and(part.page().locator(':focus')).waitFor();
    const row = part.locator('tr[aria-current]:focus');
    await row.filter({ hasText: String(exception.year) }).waitFor();
  }

  it('Finance 2: the budget switch changes every number, its choice stands in the URL, and all sums are those of the API to the cent', async () => {
    // One cent more than whole euros: nothing may be rounded on the way.
    await addNeed('1234567.89');
    const page = await open();
    expect((await sumsShown(page, 'operating'))?.[0]).toMatch(/,89 €$/);
    const answers: string[] = [];
    const { items: budgets } = (await (await page.request.get(`${suite.origin}/api/v1/budgets`)).json()) as {
      items: { key: string; title: string }[];
    };
    for (const [title, query] of [
      [t('finance.period.all'), ''],
      ...budgets.slice(1, 3).map(({ key, title }) => [title, `budget=${key}`]),
    ] as [string, string][]) {
      await page.getByRole('radio', { name: title }).check();
      await page.waitForURL((url) => url.search === (query === '' ? '' : `?${query}`));
      await settled(page);
      const matrix = await ask<Matrix>(page, `matrix?groupBy=directorate&${query}`);
      const years = await ask<FinanceYears & { items: Record<string, number | null>[] }>(
        page,
        `years?${query}`,
      );
      for (const kind of KINDS) expect(await sumsShown(page, kind)).toEqual(sumsSaid(matrix, kind));
      expect((await rowsOf(panel(page, 'finance.waterfall.title').getByRole('table'))).slice(1)).toEqual(
        waterfallSaid(years),
      );
      await holdsPlan(page, years);
      const tiles = await page.locator('.da-stat__value').allInnerTexts();
      const { counts } = await ask<Exceptions>(page, `exceptions?${query}`);
      expect(tiles.map(Number)).toEqual(counts.map(({ count }) => count));
      answers.push(JSON.stringify([matrix.totals, years.totals, counts]));
    }
    expect(new Set(answers).size).toBe(3);

    // Single years and five of them; who opens the address sees the same.
    await page.getByLabel(t('finance.period.year')).selectOption('2026');
    await page.waitForURL((url) => url.search === '?year=2026');
    await settled(page);
    const one = await ask<Matrix>(page, 'matrix?yearFrom=2026&yearTo=2026');
    for (const kind of KINDS) expect(await sumsShown(page, kind)).toEqual(sumsSaid(one, kind));
    await page.getByLabel(t('finance.period.several')).selectOption('2025');
    await page.waitForURL((url) => url.search === '?from=2025');
    await page.reload();
    await settled(page);
    const five = await ask<Matrix>(page, 'matrix?yearFrom=2025&yearTo=2029');
    expect(five.years).toEqual([2025, 2026, 2027, 2028, 2029]);
    for (const kind of KINDS) expect(await sumsShown(page, kind)).toEqual(sumsSaid(five, kind));
  });

  /** The lead plans a need with cents in 2026. */
  async function addNeed(amount: string): Promise<void> {
    const lead = await suite.newPage({ as: 'project-lead' });
    const url = `${suite.origin}/api/v1/projects/${fullProject}`;
    const { version } = (await (await lead.request.get(`${url}/budget`)).json()) as { version: number };
    const answer = await lead.request.post(`${url}/needs`, {
      data: {
        year: 2026,
        kind: 'operating',
        direction: 'expense',
        amountCents: Math.round(Number(amount) * 100),
      },
      headers: {
        'x-requested-with': 'digital-agenda',
        origin: suite.origin,
        'if-match': `"${version}"`,
        'idempotency-key': crypto.randomUUID(),
      },
    });
    expect({ status: answer.status(), body: answer.ok() ? '' : await answer.text() }).toEqual({
      status: 201,
      body: '',
    });
  }

  function waterfallSaid({ totals }: FinanceYears): string[][] {
    const steps = [
      ['need', 'needCents', 1],
      ['secured', 'securedCents', -1],
      ['counterFunding', 'counterFundingCents', -1],
      ['surplus', 'surplusCents', 1],
      ['gap', 'gapCents', 1],
    ] as const;
    return steps.map(([step, amount, sign]) => [
      t(`finance.waterfall.step.${step}`),
      ...totals.map((sums) => euros((sums[amount] ?? 0) * sign)),
    ]);
  }

  /** The table of the plan, and what its pictures say to those who do not see them. */
  async function holdsPlan(page: Page, years: FinanceYears & { items: object[] }): Promise<void> {
    const plan = panel(page, 'finance.plan.title');
    const rows = (await rowsOf(plan.getByRole('table'))).filter(([first]) => /^20\d\d$/.test(first ?? ''));
    const said = KINDS.flatMap((kind) => years.items.filter((item) => item.kind === kind));
    expect(rows).toEqual(
      (said as unknown as Record<string, number | null>[]).map((item) => [
        String(item.year),
        ...[
          'appropriationCents',
          'securedCents',
          'forecastCents',
          'actualCents',
          'committedCents',
          'expectedRevenueCents',
          'securedRevenueCents',
        ].map((column) => (item[column] == null ? '–' : euros(item[column]))),
      ]),
    );
    const spoken = (
      await plan
        .getByRole('img')
        .evaluateAll((pictures) => pictures.map((one) => one.getAttribute('aria-label') ?? ''))
    ).map(plain);
    for (const item of said)
      expect(spoken.some((words) => words.includes(euros(item.actualCents ?? 0)))).toBe(true);
  }

  it('Finance 2: the numbers say as of when they are, and are those of the day that is looked at', async () => {
    const page = await open('/finance?budget=dhh-2026-27');
    const { moment } = await ask<Matrix>(page, 'matrix?budget=dhh-2026-27');
    const line = page.getByText(t.like('finance.asOf.now'));
    const [, revision = ''] = /^r(\d+)/.exec(moment) ?? [];
    expect((await line.innerText()).replaceAll('.', '')).toContain(revision);
    const before = await sumsShown(page, 'operating');

    const day = dayFromToday(-400);
    await showAsOf(page, t, day);
    await settled(page);
    const [year, month, date] = day.split('-');
    await page.getByText(t('finance.asOf.then', { moment: `${date}.${month}.${year}` })).waitFor();
    expect(new URL(page.url()).searchParams.get('budget')).toBe('dhh-2026-27');
    const then = await ask<Matrix>(page, `matrix?groupBy=directorate&budget=dhh-2026-27&asOf=${day}`);
    for (const kind of KINDS) expect(await sumsShown(page, kind)).toEqual(sumsSaid(then, kind));
    expect(await sumsShown(page, 'operating')).not.toEqual(before);
  });

  it('Finance 2: groups open to their projects, which add up to them in every grouping', async () => {
    const page = await open('/finance?budget=dhh-2026-27&groupBy=actionField&measure=need');
    const matrix = await ask<Matrix>(page, 'matrix?groupBy=actionField&budget=dhh-2026-27');
    const table = panel(page, 'finance.matrix.title').getByRole('table');
    const [group] = matrix.groups.filter(({ cells }) => cells.some(({ kind }) => kind === 'operating'));
    if (group === undefined) throw new Error('The sample has no group with operating needs.');
    const { items } = await ask<MatrixProjects>(
      page,
      `matrix/projects?groupBy=actionField&group=${group.key}&kind=operating&budget=dhh-2026-27`,
    );
    await table.getByRole('button').first().click();
    await table.getByRole('link', { name: items[0]?.title ?? '' }).waitFor();
    const rows = await rowsOf(table);
    const sumOf = (cells: Matrix['totals']): number =>
      cells.find(({ kind, year }) => kind === 'operating' && year === null)?.needCents ?? 0;
    for (const item of items)
      expect(rows.find(([first]) => first?.includes(item.number))?.[1]).toBe(euros(sumOf(item.cells)));
    expect(items.reduce((sum, { cells }) => sum + sumOf(cells), 0)).toBe(sumOf(group.cells));
    expect(new URL(page.url()).searchParams.getAll('open')).toEqual([`operating:${group.key}`]);

    for (const grouping of ['directorate', 'office', 'subBudget', 'leadProject']) {
      await page.getByLabel(t('finance.matrix.groupBy')).selectOption(grouping);
      await table.getByRole('columnheader', { name: t(`finance.grouping.${grouping}`) }).waitFor();
      await settled(page);
      const shown = (await sumsShown(page, 'operating'))?.[0];
      expect({ grouping, shown }).toEqual({ grouping, shown: euros(sumOf(matrix.totals)) });
    }
  });

  it('is told to be for others to who may not read it, who has no way there', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto('/finance');
    await page.getByText(t('finance.mayNot')).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it.each([
    { width: 390, theme: 'dark' },
    { width: 1440, theme: 'light' },
  ] as const)('has no barriers and does not overflow at $width pixels', async (options) => {
    const page = await open('/finance?budget=dhh-2026-27', options);
    await panel(page, 'finance.matrix.title').getByRole('table').getByRole('button').first().click();
    await settled(page);
    expect(await overflowOf(page)).toEqual(0);
    expect(await barriersOf(page)).toEqual([]);
  });
});
