import { type ApiClient, startApi, type TestApi } from '../support/api';
import type { ProjectBudget } from '../support/budget';
import type { Grid } from '../support/check-grid';
import { freshDatabase, type TestDatabase } from '../support/database';
import type { ProjectPage } from '../support/portfolio';
import type { Reports } from '../support/status-reports';

const cents = (budget: ProjectBudget, key: string): object => ({
  operatingCents: budget.totals.operating[key],
  capitalCents: budget.totals.capital[key],
});

describe('the list and the pages of the projects', () => {
  let database: TestDatabase;
  let api: TestApi;
  let person: ApiClient;

  beforeAll(async () => {
    database = await freshDatabase('sample');
    api = await startApi(database.url);
    person = await api.as('employee');
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const asOf = async (): Promise<string[]> => {
    const [row] = await database.query<{ day: string }>(
      `select to_char(max(at) - interval '400 days', 'YYYY-MM-DD') as day from change`,
    );
    return ['', `?asOf=${row?.day}`];
  };

  it('say the same of score, money and status of each of the 30 sample projects, now and a year ago', async () => {
    for (const moment of await asOf()) {
      const { body: list } = await person.get<ProjectPage>(
        `/api/v1/projects${moment}${moment === '' ? '?' : '&'}pageSize=200`,
      );
      expect(list.items.length).toBeGreaterThanOrEqual(moment === '' ? 30 : 1);
      for (const listed of list.items) {
        const url = `/api/v1/projects/${listed.number}`;
        const { body: grid } = await person.get<Grid>(`${url}/assessments${moment}`);
        const { body: budget } = await person.get<ProjectBudget>(`${url}/budget${moment}`);
        const { body: reports } = await person.get<Reports>(`${url}/status-reports${moment}`);
        expect({
          number: listed.number,
          selfScore: grid.self.score,
          coverage: grid.self.coverage,
          conflicts: grid.self.conflicts.length,
          voiceDifferences: grid.principles.filter(({ differs }) => differs).length,
          derivedBudgetState: budget.derivedState,
          need: cents(budget, 'needCents'),
          gap: cents(budget, 'gapCents'),
          light: reports.items[0]?.lights.overall ?? null,
          overdue: reports.reporting.overdueDays > 0,
        }).toEqual({
          number: listed.number,
          selfScore: listed.selfScore,
          coverage: listed.coverage,
          conflicts: listed.conflicts,
          voiceDifferences: listed.voiceDifferences,
          derivedBudgetState: listed.derivedBudgetState,
          need: listed.need,
          gap: listed.gap,
          light: listed.light,
          overdue: listed.overdue,
        });
      }
      expect(list.items.some(({ overdue }) => overdue)).toBe(true);
    }
  });
});
