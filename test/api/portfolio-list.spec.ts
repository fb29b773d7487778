import { SORT_KEYS } from '../../backend/src/portfolio/portfolio.enums';
import type { ApiClient, TestApi } from '../support/api';
import type { TestDatabase } from '../support/database';
import { type ListedProject, type ProjectPage, startSamplePortfolio } from '../support/portfolio';
import { aProject } from '../support/projects';

const LIST = '/api/v1/projects';

describe('the list of projects', () => {
  let api: TestApi;
  let database: TestDatabase;
  let person: ApiClient;
  let all: ListedProject[];

  const list = async (query = ''): Promise<ProjectPage> => {
    const { status, body } = await person.get<ProjectPage>(`${LIST}?${query}`);
    expect({ query, status, body: status === 200 ? '' : body }).toEqual({ query, status: 200, body: '' });
    return body;
  };
  const numbers = async (query: string): Promise<string[]> =>
    (await list(`pageSize=200&${query}`)).items.map(({ number }) => number);

  beforeAll(async () => {
    ({ api, database } = await startSamplePortfolio());
    person = await api.as('portfolio-office');
    all = (await list('pageSize=200')).items;
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('is for people who are signed in', async () => {
    expect((await api.anonymous.get(LIST)).status).toBe(401);
    expect((await (await api.as('employee')).get(LIST)).status).toBe(200);
  });

  it('comes in order of number, page by page, with the total and links to the other pages', async () => {
    const { headers, body } = await person.get<ProjectPage>(`${LIST}?page=2&pageSize=12`);
    expect(body).toMatchObject({ total: all.length, page: 2, pageSize: 12 });
    expect(body.items).toHaveLength(12);
    expect(body.moment).toMatch(/^r\d+/);
    for (const rel of ['first', 'prev', 'next', 'last']) expect(headers.link).toContain(`rel="${rel}"`);
    const sorted = all.map(({ number }) => number).sort();
    expect(all.map(({ number }) => number)).toEqual(sorted);
    expect(body.items.map(({ number }) => number)).toEqual(sorted.slice(12, 24));
    expect((await list('page=3&pageSize=12')).items.map(({ number }) => number)).toEqual(sorted.slice(24));
  });

  it('answers an empty page beyond the last one, with the total', async () => {
    expect(await list('page=99')).toMatchObject({ items: [], total: all.length });
  });

  it.each(SORT_KEYS)('sorts by %s both ways, the same projects each time', async (key) => {
    const [up, down] = [await numbers(`sort=${key}`), await numbers(`sort=-${key}`)];
    expect([...up].sort()).toEqual(all.map(({ number }) => number).sort());
    expect([...down].sort()).toEqual([...up].sort());
  });

  it.each(['selfScore', 'expectedEnd', 'reportedOn', 'progressPercent'] as const)(
    'puts projects without %s last, whichever way it sorts',
    async (key) => {
      for (const direction of ['', '-']) {
        const values = (await list(`pageSize=200&sort=${direction}${key}`)).items.map((item) => item[key]);
        const known = values.filter((value) => value !== null);
        expect(values.slice(0, known.length)).toEqual(known);
        const ordered = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(known).toEqual(direction === '' ? ordered : ordered.reverse());
      }
    },
  );

  it('sorts titles as German does', async () => {
    const titles = (await list('pageSize=200&sort=title')).items.map(({ title }) => title);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('de').compare));
  });

  it('sorts by several keys in order of weight', async () => {
    const items = (await list('pageSize=200&sort=phase,-title')).items;
    const phases = [...new Set(items.map(({ phase }) => phase))];
    const collator = new Intl.Collator('de');
    for (const phase of phases) {
      const titles = items.filter((item) => item.phase === phase).map(({ title }) => title);
      expect(titles).toEqual([...titles].sort((a, b) => collator.compare(b, a)));
    }
    expect(phases.length).toBeGreaterThan(2);
  });

  const shownLight = ({ overdue, light }: ListedProject): string => (overdue ? 'overdue' : (light ?? 'none'));
  const ageOf = ({ lightAgeDays: age }: ListedProject): string =>
    age === null
      ? 'never'
      : age <= 30
        ? 'up-to-30'
        : age <= 60
          ? 'up-to-60'
          : age <= 90
            ? 'up-to-90'
            : 'over-90';
  const byFilter: [string, (project: ListedProject) => boolean][] = [
    ['phase=in-progress&phase=rollout', ({ phase }) => phase === 'in-progress' || phase === 'rollout'],
    ['actionField=workplace', ({ actionField }) => actionField.key === 'workplace'],
    [
      'actionField=workplace&actionField=innovation',
      ({ actionField: { key } }) => key === 'workplace' || key === 'innovation',
    ],
    ['office=it', ({ office }) => office?.shortName === 'IT'],
    ['light=red', (project) => shownLight(project) === 'red'],
    ['light=green', (project) => shownLight(project) === 'green'],
    ['light=overdue', ({ overdue }) => overdue],
    ['light=none&light=amber', (project) => ['none', 'amber'].includes(shownLight(project))],
    ['overdue=true', ({ overdue }) => overdue],
    ['overdue=false', ({ overdue }) => !overdue],
    ['reportAge=never', (project) => ageOf(project) === 'never'],
    ['reportAge=up-to-30&reportAge=over-90', (project) => ['up-to-30', 'over-90'].includes(ageOf(project))],
    ['declaredBudgetState=partial', ({ declaredBudgetState }) => declaredBudgetState === 'partial'],
    [
      'declaredBudgetState=not-stated&declaredBudgetState=none',
      ({ declaredBudgetState: state }) => state === null || state === 'none',
    ],
    ['derivedBudgetState=partial', ({ derivedBudgetState }) => derivedBudgetState === 'partial'],
    ['co2=positive', ({ co2 }) => co2?.effect === 'positive'],
    ['co2=not-stated', ({ co2 }) => co2 === null],
    ['coverage=complete', ({ coverage: { settled, of } }) => settled === of],
    ['coverage=partial', ({ coverage: { settled, of } }) => settled > 0 && settled < of],
    ['coverage=none', ({ coverage: { settled } }) => settled === 0],
    ['iq=true', ({ iqRelevant }) => iqRelevant === true],
    ['iq=false', ({ iqRelevant }) => iqRelevant !== true],
    ['conflicts=true', ({ conflicts }) => conflicts > 0],
    ['conflicts=false', ({ conflicts }) => conflicts === 0],
    ['voiceDifferences=true', ({ voiceDifferences }) => voiceDifferences > 0],
    ['helpWanted=true', ({ helpWanted }) => helpWanted],
    ['leadProject=true', ({ leadProject }) => leadProject],
    ['agenda=digital-agenda-2022', ({ agendas }) => agendas.includes('digital-agenda-2022')],
    ['agenda=none', ({ agendas }) => agendas.length === 0],
    ['finding=gate-open', ({ findings }) => findings.includes('gate-open')],
    [
      'phase=in-progress&conflicts=true&iq=true',
      ({ phase, conflicts, iqRelevant }) => phase === 'in-progress' && conflicts > 0 && iqRelevant === true,
    ],
  ];

  it.each(byFilter)('filters by %s', async (query, wanted) => {
    const expected = all.filter(wanted).map(({ number }) => number);
    const page = await list(`pageSize=200&${query}`);
    expect(page.items.map(({ number }) => number)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it('filters by an office with all units below it', async () => {
    const below = await database.query<{ short_name: string }>(
      `with recursive unit as (select id, short_name from org_unit where key = 'dez-6'
         union all select u.id, u.short_name from org_unit u join unit on u.parent_id = unit.id)
       select short_name from unit`,
    );
    const names = below.map((unit) => unit.short_name);
    const expected = all.filter(({ office }) => names.includes(office?.shortName ?? ''));
    expect(await numbers('office=dez-6')).toEqual(expected.map(({ number }) => number));
    expect(expected.length).toBeGreaterThan(0);
  });

  it('filters by tags, alternatives of one filter joined by or', async () => {
    const tags = [...new Set(all.flatMap((project) => project.tags))].slice(0, 2);
    const query = tags.map((tag) => `tag=${encodeURIComponent(tag)}`).join('&');
    const expected = all.filter((project) => project.tags.some((tag) => tags.includes(tag)));
    expect(await numbers(query)).toEqual(expected.map(({ number }) => number));
    expect(expected.length).toBeGreaterThan(0);
  });

  it('finds own projects', async () => {
    const lead = await api.as('project-lead');
    const { body } = await lead.get<ProjectPage>(`${LIST}?lead=me`);
    expect(body.total).toBeGreaterThan(0);
    expect(body.total).toBeLessThan(all.length);
    expect((await list('lead=me')).total).toBe(0);
  });

  it.each([
    ['page=0', '/page'],
    ['pageSize=201', '/pageSize'],
    ['pageSize=many', '/pageSize'],
    ['phase=ready', '/phase'],
    ['light=blue', '/light'],
    ['sort=office', '/sort'],
    ['sort=title;drop', '/sort'],
    ['groupBy=title', '/groupBy'],
    ['format=xml', '/format'],
    ['overdue=perhaps', '/overdue'],
    ['lead=someone', '/lead'],
    ['q=a&q=b', '/q'],
    ['colour=red', '/colour'],
    ['asOf=yesterday', '/asOf'],
    ['asOf=2999-01-01', '/asOf'],
  ])('refuses %s and says where the fault is', async (query, pointer) => {
    const { status, body } = await person.get<{ errors: { pointer: string }[] }>(`${LIST}?${query}`);
    expect(status).toBe(400);
    expect(body.errors.map((fault) => fault.pointer)).toContain(pointer);
  });

  it('names all faults of a query at once', async () => {
    const { body } = await person.get<{ errors: { pointer: string }[] }>(`${LIST}?page=0&phase=ready&sort=x`);
    expect(body.errors.map(({ pointer }) => pointer).sort()).toEqual(['/page', '/phase', '/sort']);
  });

  it.each([
    "'",
    '"',
    '%',
    '_',
    '\\',
    ':*',
    '&',
    '|',
    '!',
    '(',
    '<->',
    "'; drop table project; --",
    '  ',
    '€',
    '😀',
    '2026-11-23',
    '\u200b',
    'a:b & !c',
  ])('answers whatever is typed into the search: %j', async (typed) => {
    await list(`q=${encodeURIComponent(typed)}`);
    await list(`q=${encodeURIComponent(typed)}&asOf=${all.length > 0 ? '2025-11-23' : ''}`);
  });

  it('takes the same number of statements for one row and for fifty, cold and warm', async () => {
    const counts: number[] = [];
    for (const query of ['pageSize=1', 'pageSize=50']) {
      const cold = await person.get(
        `${LIST}?${query}&sort=title&phase=in-progress&phase=approved&phase=${query === 'pageSize=1' ? 'idea' : 'rollout'}`,
      );
      const warm = await person.get(`${LIST}?${query}`);
      counts.push(cold.statements, warm.statements);
    }
    expect(new Set(counts)).toEqual(new Set([2]));
  });

  it('has the right total for everybody as soon as a project was created', async () => {
    const other = await api.as('commission');
    const before = (await list('phase=idea')).total;
    await aProject(person, { title: 'Gerade erst eingetragen' });
    expect((await list('phase=idea')).total).toBe(before + 1);
    expect((await other.get<ProjectPage>(`${LIST}?phase=idea`)).body.total).toBe(before + 1);
  });

  it('shows a past moment as it was, total and groups included', async () => {
    const query = 'groupBy=phase&sort=-selfScore&pageSize=7';
    const before = await list(query);
    await aProject(person, { title: 'Kam später dazu' });
    const now = await list(query);
    expect(now.total).toBe(before.total + 1);
    expect(await list(`${query}&asOf=${before.moment}`)).toEqual(before);
    expect(await list(`${query}&asOf=${now.moment}`)).toEqual(now);
  });

  it('judges overdue on the day of the moment', async () => {
    const past = await list('pageSize=200&asOf=2025-11-23');
    for (const { lightAgeDays, reportedOn } of past.items) {
      if (reportedOn !== null) expect(lightAgeDays).toBeGreaterThanOrEqual(0);
    }
    expect(past.items.some(({ lightAgeDays }) => lightAgeDays !== null && lightAgeDays < 60)).toBe(true);
  });
});
