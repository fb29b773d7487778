import { freshDatabase, type TestDatabase } from '../support/database';
import { type RunningServer, startServer } from '../support/server';
import { faultsOfHistory } from './whole-history';
import { amount, tellFigures } from './figures';
import { type NetworkClient, signIn } from './http-client';

const CLIENTS = amount('FAULT_CLIENTS', 16);
const SECONDS = amount('FAULT_SECONDS', 5);
const PROJECTS = 10;

/** A change that the server has acknowledged: what it left behind, and as which version of which project. */
interface Acknowledged {
  project: string;
  version: number;
  mark: string;
  kind: 'edit' | 'milestone';
}

let database: TestDatabase;
let server: RunningServer;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  server = await startServer(database.url, { SAMPLE_PORTFOLIO: 'off' });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const counted = { requests: 0, conflicts: 0, faults: 0 };

async function create(client: NetworkClient, index: number): Promise<string> {
  const body = { title: `Vorhaben ${index}`, primaryActionField: 'innovation' };
  const made = await client.send<{ id: string }>('POST', '/api/v1/projects', { body });
  expect(made.status).toBe(201);
  return made.body.id;
}

/** Reads, changes what was read, and reads anew when somebody was faster; until the time is over. */
async function edit(
  client: NetworkClient,
  { name, projects, until }: { name: number; projects: string[]; until: number },
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  for (let turn = 0; Date.now() < until; turn += 1) {
    const project = projects[(name + turn * 7) % projects.length] ?? '';
    const mark = `Beitrag ${turn} von ${name}`;
    const kind = turn % 4 === 3 ? 'milestone' : 'edit';
    while (Date.now() < until) {
      const read = await client.get<{ version: number }>(`/api/v1/projects/${project}`);
      const written = await change(client, { project, mark, kind, version: read.body.version });
      counted.requests += 2;
      if (written.status < 300) {
        acknowledged.push({ project, version: written.body.version, mark, kind });
        break;
      }
      if (written.status === 412) counted.conflicts += 1;
      else counted.faults += 1;
    }
  }
  return acknowledged;
}

function change(
  client: NetworkClient,
  { project, mark, kind, version }: Acknowledged,
): Promise<{ status: number; body: { version: number } }> {
  const path = `/api/v1/projects/${project}`;
  return kind === 'edit'
    ? client.send('PATCH', path, { body: { goal: mark }, version })
    : client.send('POST', `${path}/milestones`, { body: { title: mark, expectedOn: '2030-01-31' }, version });
}

/** What the history has for each version of the projects: the goal at that time and the milestone that came with it. */
async function written(): Promise<Map<string, { goal: string | null; milestones: string[] }>> {
  const rows = await database.query<{ at: string; goal: string | null; milestones: string[] }>(`
    select project.id || ' ' || project.version as at, project.goal,
           array(select title from history.milestone where project_id = project.id
                                                       and from_rev = project.from_rev) as milestones
      from history.project project`);
  expect(new Set(rows.map(({ at }) => at)).size).toBe(rows.length);
  return new Map(rows.map(({ at, ...row }) => [at, row]));
}

describe('many people who edit the same few projects', () => {
  it(`lose nothing that was acknowledged, and overwrite nothing unseen (${CLIENTS} for ${SECONDS} s)`, async () => {
    const clients = await Promise.all(
      Array.from({ length: CLIENTS }, () => signIn(server.origin, 'portfolio-office')),
    );
    const [first] = clients;
    if (first === undefined) throw new Error('Nobody is there.');
    const projects: string[] = [];
    for (let index = 0; index < PROJECTS; index += 1) projects.push(await create(first, index));

    const until = Date.now() + SECONDS * 1000;
    const all = await Promise.all(clients.map((client, name) => edit(client, { name, projects, until })));
    const acknowledged = all.flat();

    // No two changes were made on the same version: whoever came second had to read what the first one wrote.
    expect(new Set(acknowledged.map(({ project, version }) => `${project} ${version}`)).size).toBe(
      acknowledged.length,
    );
    const history = await written();
    const lost = acknowledged.filter(({ project, version, mark, kind }) => {
      const found = history.get(`${project} ${version}`);
      return kind === 'edit' ? found?.goal !== mark : found?.milestones.join() !== mark;
    });
    // Each version but the first is somebody's change: nothing is there that nobody was told of.
    const unknown = history.size - PROJECTS - acknowledged.length;
    tellFigures(`${CLIENTS} clients edit ${PROJECTS} projects for ${SECONDS} s`, {
      ...counted,
      acknowledged: acknowledged.length,
      lost: lost.length,
      'overwritten unseen': 0,
    });
    expect({ lost, unknown, faults: counted.faults }).toEqual({ lost: [], unknown: 0, faults: 0 });
    expect(await faultsOfHistory(database.url)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(PROJECTS / 2);
    expect(counted.conflicts).toBeGreaterThan(0);
  }, 300_000);
});
