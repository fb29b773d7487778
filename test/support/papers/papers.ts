import { type ApiClient, startApi, type TestApi } from '../api';
import { freshDatabase, type TestDatabase } from '../database';

/** The answer to a command on a paper. */
export interface PaperAnswer {
  id: string;
  version: number;
}

/** A cover sheet, as far as tests look at it. */
export interface Sheet {
  version: number;
  moment: string;
  values: Record<string, unknown>;
  fromProjects: Record<string, unknown>;
  entered: string[];
  findings: { code: string; field: string | null }[];
}

/** A paper, as far as tests look at it. */
export interface ReadPaper {
  version: number;
  reference: string;
  directorate: { shortName: string } | null;
  office: { shortName: string } | null;
  consultations: Record<string, unknown>[];
  projects: { number: string }[];
  mayEdit: boolean;
}

/** What tests of papers have at hand: the server with the sample, and who works with it. */
export interface PapersTest {
  database: TestDatabase;
  api: TestApi;
  office: ApiClient;
  /** Makes a paper; it is a decision unless said otherwise. */
  make(person: ApiClient, body: object): Promise<PaperAnswer>;
  sheetOf(id: string): Promise<Sheet>;
}

/** Boots the server for one file of tests. */
export function usePapers(): PapersTest {
  const test = {} as PapersTest;
  beforeAll(async () => {
    test.database = await freshDatabase('sample');
    test.api = await startApi(test.database.url);
    test.office = await test.api.as('portfolio-office');
  });
  afterAll(async () => {
    await test.api.stop();
    await test.database.drop();
  });
  test.make = async (person, body) =>
    (await person.send<PaperAnswer>('POST', '/api/v1/papers', { type: 'decision', ...body })).body;
  test.sheetOf = async (id) => (await test.office.get<Sheet>(`${paperAt(id)}/cover-sheet`)).body;
  return test;
}

/** The address of a paper. */
export const paperAt = (id: string): string => `/api/v1/papers/${id}`;
