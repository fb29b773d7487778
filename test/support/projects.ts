import type { ApiAnswer, ApiClient } from './api';

/** The answer to a command on a project. */
export interface Commanded {
  id: string;
  version: number;
  moment: string;
}

/** What tests look at in a project's answer; the rest is there as well. */
export interface ReadProject extends Record<string, unknown> {
  id: string;
  version: number;
  moment: string;
  number: string;
  phase: string;
  gate: { open: boolean; missing: string[] };
}

/** A project that a test made, and how to change it: always on the version that was read last. */
export interface TestProject {
  readonly id: string;
  readonly url: string;
  read(): Promise<ReadProject>;
  /** Sends a change on the present version; `path` goes on after the project's address. */
  send<Body = Commanded>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    by?: ApiClient,
  ): Promise<ApiAnswer<Body>>;
}

let count = 0;

/** Creates a project by the person; sets only what the test is about. */
export async function aProject(person: ApiClient, content: object = {}): Promise<TestProject> {
  count += 1;
  const made = await person.send<Commanded>('POST', '/api/v1/projects', {
    title: `Vorhaben ${count}`,
    primaryActionField: 'innovation',
    ...content,
  });
  if (made.status !== 201)
    throw new Error(`Creating was answered by ${made.status}: ${JSON.stringify(made.body)}`);
  return testProject(person, made.body.id);
}

/** A project that exists already, by id or number. */
export function testProject(person: ApiClient, ref: string): TestProject {
  const url = `/api/v1/projects/${ref}`;
  const read = async (): Promise<ReadProject> => (await person.get<ReadProject>(url)).body;
  return {
    id: ref,
    url,
    read,
    send: async (method, path, body, by = person) => {
      const { version } = await read();
      return by.send(method, `${url}${path}`, body, ifMatch(version));
    },
  };
}

/** The header that says on which version a change was made. */
export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"${version}"` };
}

/** Keys of the principles of the reference strategy. */
export const PRINCIPLES = [
  'user-needs',
  'efficiency',
  'sovereignty',
  'openness',
  'innovation',
  'security-privacy',
  'sustainability',
  'local-network',
  'wider-network',
];

/** What the gate asks for besides the self-assessment; the office is the one of the sample accounts. */
export const GATE_CONTENT = {
  office: 'it',
  co2Effect: 'none',
  co2Reason: 'Nur Software',
  declaredBudgetState: 'none',
};

/** Scores the first so many principles of a project in the voice of its lead. */
export async function assess(project: TestProject, principles = PRINCIPLES.length): Promise<void> {
  for (const principle of PRINCIPLES.slice(0, principles)) {
    const score = { score: 3, reason: 'Begründung' };
    const answer = await project.send('PUT', `/assessments/self/scores/${principle}`, score);
    if (answer.status >= 300) throw new Error(`Scoring was answered by ${answer.status}.`);
  }
}

/** A project that the gate lets pass. */
export async function aPreparedProject(person: ApiClient, content: object = {}): Promise<TestProject> {
  const project = await aProject(person, { ...GATE_CONTENT, ...content });
  await assess(project);
  return project;
}
