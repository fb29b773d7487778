import type { ApiAnswer, ApiClient } from './api';
import { type MoneyTest, useMoney } from './budget';
import { aProject, type Commanded, ifMatch, type TestProject } from './projects';

/** Why a project is in or out. */
export interface Reason {
  code: string;
  projects: { id: string }[];
  cells: { year: number; kind: string; overCents: number }[];
  principles: { key: string }[];
}

/** A scenario as it is read, as far as tests look at it. */
export interface Scenario {
  id: string;
  version: number;
  moment: string;
  mayEdit: boolean;
  candidates: { id: string; standing: string; points: number; score: number | null; gaps: object[] }[];
  result: {
    computedFrom: string;
    state: string;
    faults: {
      code: string;
      projects: { id: string }[];
      others: { id: string }[];
      because: string | null;
      cells: object[];
    }[];
    ceilings: { year: number; kind: string; ceilingCents: number; usedCents: number; wantedCents: number }[];
    points: number;
    decisions: { id: string; isIn: boolean; reasons: Reason[] }[];
    hasOldTerms: boolean;
    changed: { project: { id: string }; changes: string[] }[];
  } | null;
}

/** What was computed of a scenario. */
export type ScenarioResult = NonNullable<Scenario['result']>;

/** What tests of scenarios have at hand; every test begins without candidates and scenarios. */
export interface ScenarioTest {
  money: MoneyTest;
  commission: ApiClient;
  /** The first year of the adopted budget. */
  year: number;
  /** A project that lacks money: operating and capital cents of the first year. */
  lacking(operating: number, capital?: number): Promise<TestProject>;
  read(id: string, query?: string, by?: ApiClient): Promise<Scenario>;
  /** Makes a scenario with ceilings in cents for the first year, and returns its id. */
  aScenario(operating: number, capital?: number, terms?: object): Promise<string>;
  edit(id: string, terms: object, by?: ApiClient): Promise<ApiAnswer<Commanded>>;
  compute(id: string): Promise<ScenarioResult>;
}

/** The address of a scenario. */
export const at = (id: string): string => `/api/v1/scenarios/${id}`;

/** What is chosen for a project in a scenario: free, and of some benefit, unless said otherwise. */
export const choice = (project: TestProject, changes: object = {}): object => ({
  projectId: project.id,
  standing: 'free',
  benefit: 2,
  isAdded: false,
  ...changes,
});

/** The ids of the projects that are in. */
export const chosen = (result: ScenarioResult): string[] =>
  result.decisions.filter(({ isIn }) => isIn).map(({ id }) => id);

/** Why a project is in or out. */
export const reasonsFor = (result: ScenarioResult, project: TestProject): Reason[] =>
  result.decisions.find(({ id }) => id === project.id)?.reasons ?? [];

/** Gives a test file a server with money and scenarios. */
export function useScenarios(): ScenarioTest {
  const money = useMoney();
  let commission: ApiClient;
  beforeAll(async () => {
    commission = await money.api.as('commission');
  });
  // Whatever an earlier test left is no candidate of the next.
  beforeEach(async () => {
    await money.database.query("update project set phase = 'completed'");
    await money.database.query('delete from scenario');
  });

  const read: ScenarioTest['read'] = async (id, query = '', by = money.finance) =>
    (await by.get<Scenario>(`${at(id)}${query}`)).body;
  const edit: ScenarioTest['edit'] = async (id, terms, by = money.finance) =>
    by.send<Commanded>('PATCH', at(id), terms, ifMatch((await read(id)).version));

  return {
    money,
    get commission() {
      return commission;
    },
    get year() {
      return money.adopted.yearFrom;
    },
    read,
    edit,
    async lacking(operating, capital = 0) {
      const { yearFrom: year } = money.adopted;
      const project = await aProject(money.lead);
      for (const [kind, amountCents] of [
        ['operating', operating],
        ['capital', capital],
      ] as const) {
        if (amountCents > 0) await project.send('POST', '/needs', { year, kind, amountCents });
      }
      return project;
    },
    async aScenario(operating, capital = 0, terms = {}) {
      const { id: budgetId, yearFrom: year } = money.adopted;
      const made = await money.finance.send<Commanded>('POST', '/api/v1/scenarios', {
        title: 'Versuch',
        budgetId,
      });
      expect(made.status).toBe(201);
      const edited = await edit(made.body.id, {
        ceilings: [
          { year, kind: 'operating', ceilingCents: operating },
          { year, kind: 'capital', ceilingCents: capital },
        ],
        ...terms,
      });
      expect(edited).toMatchObject({ status: 200 });
      return made.body.id;
    },
    async compute(id) {
      const { version } = await read(id);
      const answer = await money.finance.send('POST', `${at(id)}/result`, undefined, ifMatch(version));
      expect(answer).toMatchObject({ status: 201 });
      const { result } = await read(id);
      if (result === null) throw new Error('Nothing was computed.');
      return result;
    },
  };
}
