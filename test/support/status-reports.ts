import { type ApiClient, startApi, type TestApi } from './api';
import { freshDatabase, type TestDatabase } from './database';
import { aProject, type TestProject } from './projects';

/** A published report, as far as tests look at it. */
export interface Report {
  id: string;
  reportedOn: string;
  publishedAt: string;
  lights: Record<string, string>;
  overallReason: string | null;
  progressPercent: number;
  expectedEnd: string | null;
  done: string;
  helpWanted: string | null;
  worseReason: string | null;
  wayBack: string | null;
  unchanged: boolean;
  correctsId: string | null;
  correctedById: string | null;
}

/** A page of reports. */
export interface Reports {
  items: Report[];
  total: number;
  page: number;
  version: number;
  moment: string;
  reporting: {
    lastPublishedOn: string | null;
    ageDays: number;
    rhythmDays: number | null;
    overdueSince: string | null;
    overdueDays: number;
  };
}

/** Four green lights. */
export const GREEN = { schedule: 'green', cost: 'green', scope: 'green', resources: 'green' };
/** A report that can be published; set only what the test is about. */
export const aReport = (changes: object = {}): object => ({ lights: GREEN, progressPercent: 40, ...changes });

/** What tests of status reports have at hand: the server, who works with it, and a project of the lead. */
export interface StatusReportsTest {
  database: TestDatabase;
  api: TestApi;
  lead: ApiClient;
  office: ApiClient;
  project: TestProject;
  /** Publishes a report; by the lead unless said otherwise. */
  publish(changes?: object, by?: ApiClient): ReturnType<TestProject['send']>;
  reports(query?: string): Promise<Reports>;
  /** The report that was published last. */
  last(): Promise<Report | undefined>;
}

/**
 * Boots the server for one file of tests; before each test it is noon on 23 November 2026 and there is a new project.
 * Call it inside `describe`.
 */
export function useStatusReports(): StatusReportsTest {
  const test = {} as StatusReportsTest;
  beforeAll(async () => {
    test.database = await freshDatabase('strategy');
    test.api = await startApi(test.database.url);
    test.lead = await test.api.as('project-lead');
    test.office = await test.api.as('portfolio-office');
  });
  afterAll(async () => {
    await test.api.stop();
    await test.database.drop();
  });
  beforeEach(async () => {
    test.api.setClock('2026-11-23T11:00:00Z');
    test.project = await aProject(test.lead);
  });
  afterEach(() => jest.restoreAllMocks());
  test.publish = (changes = {}, by = test.lead) =>
    test.project.send('POST', '/status-reports', aReport(changes), by);
  test.reports = async (query = '') =>
    (await test.office.get<Reports>(`${test.project.url}/status-reports${query}`)).body;
  test.last = async () => (await test.reports()).items[0];
  return test;
}
