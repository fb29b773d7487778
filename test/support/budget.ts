import { type ApiClient, startApi, type TestApi } from './api';
import { freshDatabase, type TestDatabase } from './database';
import { aProject, type Commanded, type TestProject } from './projects';

/** A row of any of the three tables. */
export interface Amount {
  id: string;
  year: number;
  kind: string;
}

/** One year and kind. */
export interface Year extends Record<string, unknown> {
  year: number;
  kind: string;
  state: string;
}

/** The money of a project, as far as tests look at it. */
export interface ProjectBudget {
  version: number;
  moment: string;
  declaredState: string | null;
  derivedState: string;
  years: Year[];
  totals: Record<'operating' | 'capital', Record<string, number | null>>;
  needs: Amount[];
  lines: Amount[];
  counterFundings: Amount[];
}

/** A page of rows of one project, or of budgets. */
export interface Page<Item> {
  items: Item[];
  total: number;
  version: number;
}

/** A budget of the city. */
export interface Budget {
  id: string;
  key: string;
  yearFrom: number;
  yearTo: number;
  stage: string;
}

/** 100 billion euro in cents. */
export const MOST = 10_000_000_000_000;

/** A budget that is only planned, for 2030 and 2031. */
export const PLANNED_BUDGET_ID = '01900000-0000-7000-8000-000000000001';

/** What tests of money have at hand: the server, who works with it, and a project of the lead. */
export interface MoneyTest {
  database: TestDatabase;
  api: TestApi;
  lead: ApiClient;
  finance: ApiClient;
  office: ApiClient;
  /** An adopted budget of two years. */
  adopted: Budget;
  project: TestProject;
  budget(query?: string): Promise<ProjectBudget>;
  aNeed(changes?: object): object;
  aLine(changes?: object): object;
  aCounterFunding(changes?: object): object;
  /** Adds a row; by the lead unless said otherwise. */
  add(part: string, body: object, by?: ApiClient): Promise<Commanded>;
}

/** Boots the server for one file of money tests and makes a project before each test; call it inside `describe`. */
export function useMoney(): MoneyTest {
  const test = {} as MoneyTest;
  beforeAll(async () => {
    test.database = await freshDatabase('strategy');
    test.api = await startApi(test.database.url);
    test.lead = await test.api.as('project-lead');
    test.finance = await test.api.as('finance');
    test.office = await test.api.as('portfolio-office');
    await test.database.query(
      `insert into budget (id, key, title, year_from, year_to, stage)
       values ($1, 'test-planned', 'Doppelhaushalt 2030/31', 2030, 2031, 'planned')`,
      [PLANNED_BUDGET_ID],
    );
    const { body } = await test.lead.get<Page<Budget>>('/api/v1/budgets');
    const adopted = body.items.find(({ stage }) => stage === 'adopted');
    if (adopted === undefined) throw new Error('The strategy has no adopted budget.');
    test.adopted = adopted;
  });
  afterAll(async () => {
    await test.api.stop();
    await test.database.drop();
  });
  beforeEach(async () => {
    test.project = await aProject(test.lead);
  });

  const ofFirstYear = (amounts: object, changes: object = {}): object => ({
    year: test.adopted.yearFrom,
    kind: 'operating',
    ...amounts,
    ...changes,
  });
  test.budget = async (query = '') =>
    (await test.lead.get<ProjectBudget>(`${test.project.url}/budget${query}`)).body;
  test.aNeed = (changes) => ofFirstYear({ amountCents: 100_00 }, changes);
  test.aLine = (changes) => ofFirstYear({ budgetId: test.adopted.id, appropriationCents: 60_00 }, changes);
  test.aCounterFunding = (changes) => ofFirstYear({ source: 'reallocation', amountCents: 40_00 }, changes);
  test.add = async (part, body, by = test.lead) => {
    const answer = await test.project.send('POST', `/${part}`, body, by);
    if (answer.status === 201) return answer.body;
    throw new Error(`Adding was answered by ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  return test;
}
