import { type ApiAnswer, type ApiClient, startApi, type TestApi } from '../api';
import { freshDatabase, type TestDatabase } from '../database';
import { OPERATIONS } from '../openapi';
import { type Asker, ASKERS, type Cell } from './rights-file';
import { OF_OFFICE, OWN, type Scope, type ScopedProject, scopedProjects, SCOPES } from './scoped-projects';
import { addMember, loginOf } from './sample-logins';
import { smallestBody } from './valid-body';

/** One question that the walk asks: as whom, and about which project if the address is about one. */
export interface Question {
  asker: Asker;
  scope: Scope | null;
}

/** What came of a question. Unclear is what proves nothing, so that it can not pass for either. */
export type Outcome = 'admitted' | 'refused' | `unclear: ${string}`;

/** Everything of another number than a project's is asked for by an id that nobody has. */
const UNKNOWN_ID = '0190f3a4-0000-7000-8000-000000000000';
const OUTSIDE = /^\/(api|health|metrics)(\/|$)/;

/** The whole server, with one person for each role and, for each of them, one project of each scope. */
export class RightsWalk {
  private constructor(
    readonly api: TestApi,
    private readonly database: TestDatabase,
    private readonly people: Map<Asker, ApiClient>,
    private readonly projects: Map<string, ScopedProject>,
  ) {}

  static async start(): Promise<RightsWalk> {
    const database = await freshDatabase('sample');
    const api = await startApi(database.url);
    await addMember(database);
    const people = new Map<Asker, ApiClient>();
    for (const asker of ASKERS)
      people.set(asker, asker === 'public' ? api.anonymous : await api.as(loginOf(asker)));
    return new RightsWalk(api, database, people, await scopedProjects(database));
  }

  async stop(): Promise<void> {
    await this.api.stop();
    await this.database.drop();
  }

  /** All questions that an address raises. */
  questionsOf(address: string): Question[] {
    const scopes = isAboutProject(address) ? SCOPES : [null];
    return ASKERS.flatMap((asker) => scopes.map((scope) => ({ asker, scope })));
  }

  /** Asks an address; whatever the rights let pass then fails at an id or a version that nobody has. */
  async ask(address: string, { asker, scope }: Question): Promise<Outcome> {
    const [method = '', path = ''] = address.split(' ');
    const project = this.projects.get(`${asker} ${scope}`);
    const url = urlOf(path, project);
    const body = bodyOf(address, project);
    const person = this.people.get(asker) ?? this.api.anonymous;
    const answer =
      method === 'GET'
        ? await person.get(url)
        : await person.send(method as 'POST', url, body, { 'if-match': '"0"' });
    // A change beside projects may have ended sessions, the one that asked among them.
    if (method !== 'GET' && scope === null && asker !== 'public')
      this.people.set(asker, await this.api.as(loginOf(asker)));
    return outcomeOf(answer, { isAnonymous: asker === 'public', isAboutProject: scope !== null });
  }
}

/** What the file lets expect of a question. */
export function expectedOf(cell: Cell, scope: Scope | null): Outcome {
  switch (cell) {
    case '–':
      return 'refused';
    case 'ja':
    case 'alle':
      return 'admitted';
    case 'eigene':
      return scope !== null && OWN.has(scope) ? 'admitted' : 'refused';
    case 'eigenes Amt':
      return scope !== null && OF_OFFICE.has(scope) ? 'admitted' : 'refused';
  }
}

function isAboutProject(address: string): boolean {
  // What is public depends on its publication, not on who asks.
  if (address.includes(' /public/')) return false;
  return address === 'POST /projects' || /\/projects\/\{ref\}|\{projectRef\}/.test(address);
}

function urlOf(path: string, project: ScopedProject | undefined): string {
  const url = path
    .replace('/projects/{ref}', `/projects/${project?.id}`)
    .replace('{projectRef}', project?.id ?? '')
    .replace('{report}', project?.report ?? UNKNOWN_ID)
    .replaceAll(/\{\w+\}/g, UNKNOWN_ID);
  return OUTSIDE.test(path) ? url : `/api/v1${url}`;
}

function bodyOf(address: string, project: ScopedProject | undefined): object | undefined {
  const operation = OPERATIONS.find(
    ({ method, path }) => `${method} ${path.replace('/api/v1', '')}` === address,
  );
  if (operation === undefined || project === undefined) return address.startsWith('DELETE') ? undefined : {};
  const body = smallestBody(operation);
  return address === 'POST /projects' ? { ...body, office: project.office } : body;
}

function outcomeOf(
  { status, body }: ApiAnswer,
  { isAnonymous, isAboutProject }: { isAnonymous: boolean; isAboutProject: boolean },
): Outcome {
  if (status === (isAnonymous ? 401 : 403)) return 'refused';
  const provesNothing =
    status >= 500 || [401, 403, 429].includes(status) || (isAboutProject && [400, 404, 428].includes(status));
  return provesNothing ? `unclear: ${status} ${wordsOf(body)}` : 'admitted';
}

function wordsOf(body: unknown): string {
  const { code, errors = [] } = (body ?? {}) as { code?: string; errors?: { pointer: string }[] };
  const places = [...new Set(errors.map(({ pointer }) => pointer))].join(', ');
  return places === ''
    ? `${code}`
    : `${code} at ${places}; give it a body that is accepted in test/support/rights/valid-body.ts`;
}
