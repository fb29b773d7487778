import type { ApiClient, TestApi } from '../support/api';
import type { TestDatabase } from '../support/database';
import { type ListedProject, type Money, type ProjectPage, startSamplePortfolio } from '../support/portfolio';
import { aProject } from '../support/projects';

interface Counts {
  formula: string;
  projects: number;
  groups: { key: string; count: number }[];
}

interface VoiceFigures {
  meanScore: number | null;
  scored: number;
  settled: number;
  conflicts: number;
}

interface Summary extends Record<string, unknown> {
  projects: number;
  today: string;
  moment: string;
  selfScore: { mean: number | null; projects: number };
  conflicts: { projects: number; count: number };
  money: { need: Money; secured: Money; gap: Money };
  byPrinciple: { principles: { key: string; self: VoiceFigures; review: VoiceFigures }[] };
}

interface Heatmap {
  moment: string;
  total: number;
  principles: { key: string }[];
  fields: { key: string; projects: number; cells: (VoiceFigures & { principle: string })[] }[];
  projects: {
    number: string;
    score: number | null;
    conflicts: number;
    cells: { principle: string; score: number | null; notApplicable: boolean }[];
  }[];
}

const PRINCIPLES = 9;
const ACTION_FIELDS = 7;

describe('the figures of the portfolio', () => {
  let api: TestApi;
  let database: TestDatabase;
  let person: ApiClient;
  let all: ListedProject[];

  const summary = async (query = ''): Promise<Summary> => {
    const { status, body } = await person.get<Summary>(`/api/v1/portfolio/summary?${query}`);
    expect({ query, status }).toEqual({ query, status: 200 });
    return body;
  };
  const heatmap = async (query = ''): Promise<Heatmap> => {
    const { status, body } = await person.get<Heatmap>(`/api/v1/portfolio/heatmap?${query}`);
    expect({ query, status }).toEqual({ query, status: 200 });
    return body;
  };
  const list = async (query: string): Promise<ProjectPage> =>
    (await person.get<ProjectPage>(`/api/v1/projects?pageSize=200&${query}`)).body;

  beforeAll(async () => {
    ({ api, database } = await startSamplePortfolio());
    person = await api.as('portfolio-office');
    all = (await list('')).items;
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  describe('as a summary', () => {
    it.each([
      ['byLight', 'light'],
      ['byPhase', 'phase'],
      ['byActionField', 'actionField'],
      ['byOffice', 'office'],
      ['byDeclaredBudgetState', 'declaredBudgetState'],
      ['byDerivedBudgetState', 'derivedBudgetState'],
      ['byCo2', 'co2'],
      ['byReportAge', 'reportAge'],
    ])('counts %s so that each count is the total of the list behind it', async (figure, filter) => {
      const counts = (await summary())[figure] as Counts;
      expect(counts.formula).toMatch(/^count-/);
      expect(counts.projects).toBe(all.length);
      expect(counts.groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      for (const { key, count } of counts.groups) {
        expect({ key, count: (await list(`${filter}=${key}`)).total }).toEqual({ key, count });
      }
    });

    it('counts findings, each with the list behind it', async () => {
      const { groups } = (await summary())['byFinding'] as Counts;
      expect(groups.some(({ count }) => count > 0)).toBe(true);
      for (const { key, count } of groups) expect((await list(`finding=${key}`)).total).toBe(count);
    });

    it('gives the mean of the projects that have a score, with their number', async () => {
      const scores = all.flatMap(({ selfScore }) => selfScore ?? []);
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      const { selfScore } = await summary();
      expect(selfScore.projects).toBe(scores.length);
      expect(selfScore.mean).toBeCloseTo(mean, 0);
      expect(scores.length).toBeLessThan(all.length);
    });

    it('sums money apart by kind and conflicts over all projects', async () => {
      const { money, conflicts } = await summary();
      const sum = (value: (project: ListedProject) => number): number =>
        all.reduce((total, project) => total + value(project), 0);
      expect(money.need).toEqual({
        operatingCents: sum(({ need }) => need.operatingCents),
        capitalCents: sum(({ need }) => need.capitalCents),
      });
      expect(money.gap).toEqual({
        operatingCents: sum(({ gap }) => gap.operatingCents),
        capitalCents: sum(({ gap }) => gap.capitalCents),
      });
      expect(conflicts).toMatchObject({
        count: sum((project) => project.conflicts),
        projects: all.filter((project) => project.conflicts > 0).length,
      });
    });

    it('gives nine principles with both voices, their coverage and their conflicts', async () => {
      const { byPrinciple, conflicts } = await summary();
      expect(byPrinciple.principles).toHaveLength(PRINCIPLES);
      for (const { self } of byPrinciple.principles) {
        expect(self.settled).toBeGreaterThanOrEqual(self.scored);
        expect(self.settled).toBeLessThanOrEqual(all.length);
      }
      expect(byPrinciple.principles.reduce((sum, { self }) => sum + self.conflicts, 0)).toBe(conflicts.count);
    });

    it('honours the filters of the list', async () => {
      const query = 'phase=in-progress&actionField=workplace&actionField=infrastructure';
      expect((await summary(query)).projects).toBe((await list(query)).total);
      expect((await summary('q=gibtesnicht')).selfScore).toMatchObject({ mean: null, projects: 0 });
    });

    it('is computed once per revision: asked again it takes one look at the newest revision', async () => {
      await summary('iq=true');
      const again = await person.get('/api/v1/portfolio/summary?iq=true');
      expect(again.statements).toBe(2);
    });

    it('counts a new project for everybody at once', async () => {
      const other = await api.as('commission');
      const before = await summary();
      await aProject(person);
      expect((await summary()).projects).toBe(before.projects + 1);
      expect((await other.get<Summary>('/api/v1/portfolio/summary')).body.projects).toBe(before.projects + 1);
      expect(await summary(`asOf=${before.moment}`)).toEqual(before);
    });

    it('refuses filters that the list refuses', async () => {
      expect((await person.get('/api/v1/portfolio/summary?phase=ready')).status).toBe(400);
      expect((await person.get('/api/v1/portfolio/summary?page=2')).status).toBe(400);
    });
  });

  describe('as a heat map', () => {
    it('has a cell for every principle and action field', async () => {
      const map = await heatmap();
      expect(map.principles).toHaveLength(PRINCIPLES);
      expect(map.fields).toHaveLength(ACTION_FIELDS);
      for (const { cells } of map.fields) {
        expect(cells.map(({ principle }) => principle)).toEqual(map.principles.map(({ key }) => key));
      }
    });

    it('agrees with the summary and with the lists behind its cells', async () => {
      const map = await heatmap();
      const { byPrinciple } = await summary();
      for (const [index, { key, self }] of byPrinciple.principles.entries()) {
        const cells = map.fields.map(({ cells: ofField }) => ofField[index]);
        expect(cells.reduce((sum, cell) => sum + (cell?.scored ?? 0), 0)).toBe(self.scored);
        expect(cells.reduce((sum, cell) => sum + (cell?.conflicts ?? 0), 0)).toBe(self.conflicts);
        for (const [place, field] of map.fields.entries()) {
          if ((cells[place]?.conflicts ?? 0) === 0) continue;
          const behind = await list(`actionField=${field.key}&conflictWith=${key}`);
          expect(behind.total).toBe(cells[place]?.conflicts);
        }
      }
      const [field] = map.fields;
      const [cell] = field?.cells ?? [];
      const query = `actionField=${field?.key}`;
      expect((await list(`${query}&scoredOn=${cell?.principle}`)).total).toBe(cell?.scored);
      expect((await list(`${query}&openOn=${cell?.principle}`)).total).toBe(
        (field?.projects ?? 0) - (cell?.settled ?? 0),
      );
    });

    it('shows the review when asked for it', async () => {
      const { byPrinciple } = await summary();
      const reviewed = (await heatmap('voice=review')).fields.flatMap(({ cells }) => cells);
      expect(reviewed.reduce((sum, { scored }) => sum + scored, 0)).toBe(
        byPrinciple.principles.reduce((sum, { review }) => sum + review.scored, 0),
      );
    });

    it('shows projects page by page in the order of the list', async () => {
      const map = await heatmap('by=project&sort=-selfScore&pageSize=5&page=2');
      const expected = (await list('sort=-selfScore')).items.slice(5, 10);
      expect(map.projects.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
      for (const project of map.projects) {
        expect(project.cells).toHaveLength(PRINCIPLES);
        expect(project.cells.filter(({ score }) => score === 0)).toHaveLength(project.conflicts);
      }
    });

    it('tells "not applicable" from "not yet assessed"', async () => {
      const cells = (await heatmap('by=project&pageSize=200')).projects.flatMap((project) => project.cells);
      expect(cells.some(({ score, notApplicable }) => score === null && notApplicable)).toBe(true);
      expect(cells.some(({ score, notApplicable }) => score === null && !notApplicable)).toBe(true);
    });

    it.each(['', 'by=project&pageSize=3'])('shows a past moment as it was (%s)', async (query) => {
      const before = await heatmap(query);
      await aProject(person);
      expect(await heatmap(`${query}&asOf=${before.moment}`)).toEqual(before);
      expect((await heatmap(query)).total).toBe(before.total + 1);
    });

    it('takes the same number of statements for one project and for fifty', async () => {
      const statements: number[] = [];
      for (const pageSize of [1, 50]) {
        statements.push(
          (await person.get(`/api/v1/portfolio/heatmap?by=project&pageSize=${pageSize}`)).statements,
        );
      }
      expect(statements).toEqual([3, 3]);
    });
  });
});
