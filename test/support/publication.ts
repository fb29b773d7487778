import { type ApiAnswer, type ApiClient, startApi, type TestApi } from './api';
import { freshDatabase, type TestDatabase } from './database';
import { aProject, type TestProject } from './projects';

/** What tests look at in a published project; the rest is there as well. */
export interface PublicProject extends Record<string, unknown> {
  id: string;
  number: string;
  title: string;
  summary: string;
  phase: string;
  actionField: { key: string };
  office: { id: string; shortName: string; name: string } | null;
  light: string | null;
  lightOn: string | null;
  lightAgeDays: number | null;
  overdue: boolean;
  principleScore: number | null;
  coverage: { settled: number; of: number };
  conflicts: number;
  co2: { effect: string; magnitude: string | null } | null;
  declaredBudgetState: string | null;
  milestones: { title: string; expectedOn: string; actualOn: string | null }[];
  publishedAt: string;
  refreshedAt: string;
  moment: string;
}

export interface PublicPage {
  items: PublicProject[];
  total: number;
  moment: string;
}

/** Published projects counted by one property. */
export interface Counts {
  groups: { key: string; title: { de: string } | null; count: number }[];
}

export interface PublicSummary {
  projects: number;
  byActionField: Counts;
  byOffice: Counts;
  byPhase: Counts;
  byLight: Counts;
  byCo2: Counts;
  byDeclaredBudgetState: Counts;
  principleScore: { mean: number | null; projects: number };
  moment: string;
}

export interface Publication {
  version: number;
  published: PublicProject | null;
  current: PublicProject;
  changed: string[];
  moment: string;
}

/** What tests of publication have at hand: the server, who works with it, and what the public is told. */
export interface PublicationTest {
  database: TestDatabase;
  api: TestApi;
  office: ApiClient;
  lead: ApiClient;
  /** A project of the lead, as bare as it comes. */
  project: TestProject;
  publish(project?: TestProject): Promise<string>;
  withdraw(project?: TestProject): Promise<string>;
  /** What the public is told of the project, or of another one. */
  seen(query?: string, ref?: string): Promise<ApiAnswer<PublicProject>>;
  /** What the list shows the public. */
  listed(query?: string): Promise<PublicPage>;
}

/** Boots the server for one file of tests and makes a project before each test; call it inside `describe`. */
export function usePublication(): PublicationTest {
  const test = {} as PublicationTest;
  beforeAll(async () => {
    test.database = await freshDatabase('strategy');
    test.api = await startApi(test.database.url);
    test.office = await test.api.as('portfolio-office');
    test.lead = await test.api.as('project-lead');
  });
  afterAll(async () => {
    await test.api.stop();
    await test.database.drop();
  });
  beforeEach(async () => {
    test.project = await aProject(test.lead);
  });
  const command = async (method: 'PUT' | 'DELETE', project: TestProject): Promise<string> => {
    const answer = await project.send(method, '/publication', undefined, test.office);
    if (answer.status === 200) return answer.body.moment;
    throw new Error(`It was answered by ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  test.publish = (project = test.project) => command('PUT', project);
  test.withdraw = (project = test.project) => command('DELETE', project);
  test.seen = (query = '', ref = test.project.id) =>
    test.api.anonymous.get<PublicProject>(`/api/v1/public/projects/${ref}${query}`);
  test.listed = async (query = '') =>
    (await test.api.anonymous.get<PublicPage>(`/api/v1/public/projects${query}`)).body;
  return test;
}
