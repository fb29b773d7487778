import { type ApiClient, startApi, type TestApi } from './api';
import { freshDatabase, type TestDatabase } from './database';
import { aProject, type TestProject } from './projects';

/** A reason that is good for any score. */
export const REASON = 'Nutzende wurden zweimal befragt.';
/** What one voice says of one principle. */
export interface Score {
  score: number | null;
  notApplicable: boolean;
  reason: string;
  evidenceUrl: string | null;
  givenOn: string;
}

/** What the scores of one voice come to. */
export interface Voice {
  score: number | null;
  coverage: { settled: number; of: number };
  conflicts: string[];
}

/** The check grid of a project, as far as tests look at it. */
export interface Grid {
  version: number;
  moment: string;
  strategy: { id: string; key: string };
  editions: { id: string }[];
  principles: {
    id: string;
    key: string;
    self: Score | null;
    review: Score | null;
    difference: number | null;
    differs: boolean;
  }[];
  self: Voice;
  review: Voice;
}

/** What tests of the check grid have at hand: the server, who works with it, and a project of the lead. */
export interface CheckGridTest {
  database: TestDatabase;
  api: TestApi;
  lead: ApiClient;
  commission: ApiClient;
  office: ApiClient;
  project: TestProject;
  /** The grid of the project; by the lead unless said otherwise. */
  gridOf(person?: ApiClient, query?: string): Promise<Grid>;
  /** A row of the grid by the key of its principle. */
  principle(key: string): Promise<Grid['principles'][number] | undefined>;
}

/** Boots the server for one file of tests and makes a project before each test; call it inside `describe`. */
export function useCheckGrid(): CheckGridTest {
  const test = {} as CheckGridTest;
  beforeAll(async () => {
    test.database = await freshDatabase('strategy');
    test.api = await startApi(test.database.url);
    test.lead = await test.api.as('project-lead');
    test.commission = await test.api.as('commission');
    test.office = await test.api.as('portfolio-office');
  });
  afterAll(async () => {
    await test.api.stop();
    await test.database.drop();
  });
  beforeEach(async () => {
    test.project = await aProject(test.lead);
  });
  test.gridOf = async (person = test.lead, query = '') =>
    (await person.get<Grid>(`${test.project.url}/assessments${query}`)).body;
  test.principle = async (key) => (await test.gridOf()).principles.find((candidate) => candidate.key === key);
  return test;
}
