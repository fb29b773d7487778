import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type TestProject } from '../support/projects';
import { aSession, type TestSession } from '../support/review-sessions';

interface Kept {
  id: string;
  number: number;
  speaksOf: string;
  sha256: string;
  files: { format: string; bytes: number; sha256: string }[];
}

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
let secretary: ApiClient;
let project: TestProject;
let session: TestSession;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
  secretary = await api.as('commission');
});
beforeEach(async () => {
  api.setClock('2030-05-01T10:00:00Z');
  project = await aProject(office);
  session = await aSession(secretary);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const keptOf = async (kind: 'dossiers' | 'minutes'): Promise<Kept[]> =>
  (await secretary.get<{ items: Kept[] }>(`${session.url}/${kind}`)).body.items;

/** The database can't keep a file while the work runs. */
async function withoutSpace(work: () => Promise<void>): Promise<void> {
  await database.query(`create function refuse_file() returns trigger language plpgsql as
      $$ begin raise exception 'no space left'; end $$;
    create trigger refuse_file before insert on kept_file for each row execute function refuse_file()`);
  try {
    await work();
  } finally {
    await database.query('drop function refuse_file() cascade');
  }
}

describe('the dossier of a session', () => {
  it('has a page for each project on the agenda, and is the same when it is built again later', async () => {
    await session.take({ projectId: project.id });
    await session.take({ title: 'Verschiedenes' });
    const issued = await secretary.send<{ id: string }>('POST', `${session.url}/dossiers`);
    expect(issued.status).toBe(201);
    const [kept] = await keptOf('dossiers');
    const answer = await secretary.get<Record<string, unknown>>(`${session.url}/dossiers/${issued.body.id}`);
    expect(answer.body).toMatchObject({
      moment: kept?.speaksOf,
      agenda: [
        { position: 1, project: { id: project.id } },
        { position: 2, project: null, title: 'Verschiedenes' },
      ],
      projects: [{ project: { id: project.id }, lights: [], report: null, conditions: [] }],
    });
    api.setClock('2030-09-01T10:00:00Z');
    await session.take({ title: 'Noch etwas' });
    const again = await secretary.get<unknown>(`${session.url}/dossier?asOf=${kept?.speaksOf ?? ''}`);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(answer.body));
  });

  it('is kept as PDF, Excel and JSON at the opening of the session', async () => {
    await session.take({ projectId: project.id });
    await session.send('POST', '/opening');
    const [kept] = await keptOf('dossiers');
    expect(kept?.files.map(({ format }) => format)).toEqual(['json', 'pdf', 'xlsx']);
    for (const { format } of kept?.files ?? []) {
      const file = await secretary.get(`${session.url}/dossiers/${kept?.id ?? ''}/file?format=${format}`);
      expect(file.status).toBe(200);
    }
    expect(await secretary.get(`${session.url}/dossiers/${kept?.id ?? ''}/file?format=docx`)).toMatchObject({
      status: 400,
    });
  });

  it('speaks of the very moment at which the session is opened, and is kept with the opening or not at all', async () => {
    await session.take({ projectId: project.id });
    await withoutSpace(async () => {
      expect((await session.send('POST', '/opening')).status).toBe(500);
    });
    expect(await session.read()).toMatchObject({ state: 'planned', version: 1, openedAt: null });
    expect(await keptOf('dossiers')).toEqual([]);
    expect((await session.send('POST', '/opening')).status).toBe(201);
    const [kept, ...others] = await keptOf('dossiers');
    expect(others).toEqual([]);
    const { openedMoment, state } = await session.read();
    expect(state).toBe('running');
    expect(kept?.speaksOf).toBe(`${String(openedMoment)}@2030-05-01`);
  });

  it('is not issued any more when the session is closed', async () => {
    await session.send('POST', '/opening');
    await session.send('POST', '/closing');
    expect(await secretary.send('POST', `${session.url}/dossiers`)).toMatchObject({
      status: 409,
      body: { code: 'review.session-closed' },
    });
    expect(await keptOf('dossiers')).toHaveLength(1);
  });

  it('never changes, whoever asks the database to', async () => {
    await secretary.send('POST', `${session.url}/dossiers`);
    for (const table of ['kept_document', 'kept_file']) {
      await expect(database.query(`delete from ${table}`)).rejects.toThrow('never changes');
    }
  });
});

describe('the minutes of a session', () => {
  it('are kept with the closing or not at all', async () => {
    await session.send('POST', '/opening');
    await withoutSpace(async () => {
      expect((await session.send('POST', '/closing')).status).toBe(500);
    });
    expect(await session.read()).toMatchObject({ state: 'running', closedAt: null });
    expect((await session.send('POST', '/closing')).status).toBe(201);
    expect(await keptOf('minutes')).toHaveLength(1);
  });

  it('are there at the closing, and an addendum makes new ones beside the old', async () => {
    const item = await session.take({ projectId: project.id });
    await session.take({ title: 'Ein Thema', state: 'dropped', note: 'Keine Zeit.' });
    expect((await secretary.send('POST', `${session.url}/minutes`)).status).toBe(409);
    await session.send('POST', '/opening');
    const decided = await session.decide(item, {
      outcome: 'approved-with-conditions',
      text: 'Weiter so.',
      conditions: [{ text: 'Zeitplan vorlegen', dueOn: '2030-06-01', ownerRole: 'project-lead' }],
    });
    expect(decided.status).toBeLessThan(300);
    await session.send('POST', '/closing');
    const [first] = await keptOf('minutes');
    expect(first).toMatchObject({ number: 1 });
    const { title } = await project.read();
    await project.send('PATCH', '', { title: 'Ganz anders' });
    await secretary.send('POST', `${session.url}/addenda`, { text: 'Die Frist ist der 2. Juni.' });
    const [second, ...older] = await keptOf('minutes');
    expect(second).toMatchObject({ number: 2 });
    expect(older).toEqual([first]);
    const json = await secretary.get<Record<string, unknown>>(
      `${session.url}/minutes/${second?.id ?? ''}/file?format=json`,
    );
    expect(json.body).toMatchObject({
      items: [
        {
          project: { title },
          decision: { outcome: 'approved-with-conditions', conditions: [{ dueOn: '2030-06-01' }] },
        },
      ],
      dropped: [{ title: 'Ein Thema', note: 'Keine Zeit.' }],
      addenda: [{ text: 'Die Frist ist der 2. Juni.' }],
    });
  });
});
