import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aProject, type Commanded, ifMatch } from '../support/projects';

interface User {
  id: string;
  version: number;
  displayName: string;
  mail: string | null;
  roles: string[];
  office: { id: string; name: string } | null;
  isSecretary: boolean;
  deputy: { id: string; displayName: string } | null;
  signsInBy: string[];
  leftAt: string | null;
  projects: { id: string; title: string; function: string }[];
  standsInFor: { id: string; displayName: string }[];
}

let count = 0;

describe('people, as administrators see and change them', () => {
  let database: TestDatabase;
  let api: TestApi;
  let admin: ApiClient;

  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url);
    admin = await api.as('admin');
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const make = async (content: object = {}): Promise<User> => {
    count += 1;
    const answer = await admin.send<Commanded>('POST', '/api/v1/users', {
      displayName: `Person ${count}`,
      roles: ['project-lead'],
      ...content,
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return read(answer.body.id);
  };
  const read = async (id: string): Promise<User> => (await admin.get<User>(`/api/v1/users/${id}`)).body;
  const edit = (user: { id: string; version: number }, changes: object) =>
    admin.send<Commanded>('PATCH', `/api/v1/users/${user.id}`, changes, ifMatch(user.version));
  const depart = ({ id, version }: User) =>
    admin.send<Commanded>('POST', `/api/v1/users/${id}/departure`, undefined, ifMatch(version));
  const idOf = async (client: ApiClient): Promise<string> =>
    (await client.get<{ person: { id: string } }>('/api/v1/session')).body.person.id;
  const list = async (query: string) =>
    (await admin.get<{ items: User[]; total: number }>(`/api/v1/users${query}`)).body;

  it('makes a person with roles, office, deputy and mail address, and finds them by each', async () => {
    const deputy = await make({ displayName: 'Bärbel Deputy' });
    const [office] = (
      await admin.get<{ items: { id: string; key: string }[] }>('/api/v1/org-units')
    ).body.items.filter(({ key }) => key === 'it');
    const user = await make({
      displayName: 'Änne Müller-Lüdenscheidt',
      mail: 'aenne@stadt.example',
      roles: ['project-lead', 'finance'],
      officeId: office?.id,
      isSecretary: true,
      deputyId: deputy.id,
    });
    expect(user).toMatchObject({
      version: 1,
      mail: 'aenne@stadt.example',
      roles: ['project-lead', 'finance'],
      office: { id: office?.id },
      isSecretary: true,
      deputy: { id: deputy.id, displayName: 'Bärbel Deputy' },
      signsInBy: [],
      leftAt: null,
    });
    for (const query of ['?q=lüdenscheidt', '?q=aenne@stadt', '?q=LÜDEN&role=finance', '?q=müll&office=it'])
      expect((await list(query)).items.map(({ id }) => id)).toEqual([user.id]);
    expect((await list('?q=lüdenscheidt&role=commission')).total).toBe(0);
    expect((await read(deputy.id)).standsInFor).toEqual([{ id: user.id, displayName: user.displayName }]);
  });

  it('changes what is sent and leaves the rest', async () => {
    const user = await make({ mail: 'a@b.example' });
    const changed = await edit(user, { displayName: 'Neuer Name', mail: null });
    expect(changed).toMatchObject({ status: 200, body: { version: 2 }, etag: '"2"' });
    expect(await read(user.id)).toMatchObject({
      version: 2,
      displayName: 'Neuer Name',
      mail: null,
      roles: ['project-lead'],
    });
  });

  it('keeps who was given which rights, and that a name was changed but not the name', async () => {
    const user = await make();
    await edit(user, { displayName: 'Ganz Anders' });
    await edit({ ...user, version: 2 }, { roles: ['finance'] });
    const kept = await database.query<{ command: string; roles: string[]; version: number }>(
      `select c.command, r.roles, r.version from history.person_rights r join change c on c.rev = r.from_rev
        where r.id = $1 order by r.from_rev`,
      [user.id],
    );
    expect(kept).toEqual([
      { command: 'person.create', roles: ['project-lead'], version: 1 },
      { command: 'person.edit', roles: ['project-lead'], version: 2 },
      { command: 'person.edit', roles: ['finance'], version: 3 },
    ]);
    const actors = await database.query<{ actor_id: string }>(
      `select distinct c.actor_id from history.person_rights r join change c on c.rev = r.from_rev where r.id = $1`,
      [user.id],
    );
    expect(actors).toEqual([{ actor_id: await idOf(admin) }]);
  });

  it('refuses a change on an old version and says by whom the newer one is', async () => {
    const user = await make();
    await edit(user, { mail: 'x@y.example' });
    const late = await edit(user, { roles: ['finance'] });
    expect(late).toMatchObject({
      status: 412,
      body: {
        code: 'changed-meanwhile',
        current: { version: 2, changedBy: 'Fachadministration', command: 'person.edit' },
      },
    });
    expect((await admin.send('PATCH', `/api/v1/users/${user.id}`, { mail: null })).status).toBe(428);
  });

  it('names every fault of what was sent', async () => {
    const nobody = '0190f3a4-0000-7000-8000-000000000000';
    const user = await make();
    expect(await edit(user, { officeId: nobody, deputyId: user.id })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/officeId', code: 'reference-unknown' },
          { pointer: '/deputyId', code: 'person.deputy-self' },
        ],
      },
    });
    const malformed = await edit(user, {
      displayName: '',
      mail: 'no mail',
      roles: ['king'],
      isSecretary: null,
    });
    expect(
      (malformed.body as unknown as { errors: { pointer: string }[] }).errors
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/displayName', '/isSecretary', '/mail', '/roles']);
    expect((await admin.get(`/api/v1/users/${nobody}`)).status).toBe(404);
  });

  it('ends the sessions of somebody whose roles were changed, and of nobody else', async () => {
    const [finance, other] = [await api.as('finance'), await api.as('finance')];
    const id = await idOf(finance);
    const before = await read(id);
    // A form sends the roles and the office along, also when they stay as they are.
    await edit(before, {
      mail: 'finanzen@stadt.example',
      roles: before.roles,
      officeId: before.office?.id ?? null,
    });
    expect((await finance.get('/api/v1/projects')).status).toBe(200);
    await edit({ id, version: before.version + 1 }, { roles: ['employee'] });
    expect((await finance.get('/api/v1/projects')).status).toBe(401);
    expect((await other.get('/api/v1/projects')).status).toBe(401);
    expect((await admin.get('/api/v1/projects')).status).toBe(200);
    await edit({ id, version: before.version + 2 }, { roles: ['finance'] });
  });

  it('never leaves the installation without an administrator', async () => {
    const me = await read(await idOf(admin));
    for (const answer of [await edit(me, { roles: ['employee'] }), await depart(me)])
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'person.last-admin' }] } });
    const second = await make({ roles: ['admin'] });
    expect((await depart(second)).status).toBe(200);
    expect((await edit(me, { roles: ['employee'] })).status).toBe(422);
  });

  it('lets only one of two administrators give up the role at the same time', async () => {
    const me = await read(await idOf(admin));
    const { id, version } = await make({ roles: ['admin'] });
    await database.query('update person set is_sample = true where id = $1', [id]);
    await database.query(`insert into account (id, person_id, login) values (uuidv7(), $1, 'second')`, [id]);
    const second = await api.as('second');
    const answers = await Promise.all([
      edit(me, { roles: [] }),
      second.send('PATCH', `/api/v1/users/${id}`, { roles: [] }, ifMatch(version)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const left = await database.query(`select id from person where 'admin' = any (roles)`);
    expect(left).toHaveLength(1);
    await database.query(
      `update person set roles = case id when $1 then '{admin}'::text[] else '{}' end where id in ($1, $2)`,
      [me.id, id],
    );
    admin = await api.as('admin');
  });

  describe('somebody who leaves', () => {
    it('is pseudonymised for good, while the history keeps its row', async () => {
      const user = await make({
        displayName: 'Karla Geheim',
        mail: 'karla@stadt.example',
        roles: ['project-lead'],
      });
      const lead = await make({ deputyId: user.id });
      await database.query(`insert into account (id, person_id, login) values (uuidv7(), $1, 'karla')`, [
        user.id,
      ]);
      await database.query(
        `insert into identity (id, person_id, issuer, subject) values (uuidv7(), $1, 'https://idp.example', 'k')`,
        [user.id],
      );
      await database.query(`insert into session (id, token_hash, person_id) values (uuidv7(), '\\x01', $1)`, [
        user.id,
      ]);
      expect((await read(user.id)).signsInBy).toEqual(['local', 'provider']);

      expect(await depart(user)).toMatchObject({ status: 200, body: { version: 2 } });

      const gone = await read(user.id);
      expect(gone).toMatchObject({
        mail: null,
        roles: [],
        office: null,
        deputy: null,
        signsInBy: [],
        standsInFor: [],
      });
      expect(gone.displayName).toMatch(/^Ehemalige Person [0-9A-F]{6}$/);
      expect(gone.leftAt).toMatch(/^20\d\d-.*Z$/);
      expect(await read(lead.id)).toMatchObject({ deputy: null, version: 2 });
      expect(await database.query('select 1 from session where person_id = $1', [user.id])).toEqual([]);
      const everywhere = await database.query<{ found: number }>(
        `select count(*)::int as found from person p where to_jsonb(p)::text ilike '%karla%'`,
      );
      expect(everywhere).toEqual([{ found: 0 }]);
      const [rights] = await database.query(
        `select has_left, roles from history.person_rights where id = $1 and to_rev = 9223372036854775807`,
        [user.id],
      );
      expect(rights).toEqual({ has_left: true, roles: [] });
    });

    it('is not there to be chosen or changed any more, but listed with those who left', async () => {
      const user = await make({ displayName: 'Jemand Ehemals' });
      await depart(user);
      const project = await aProject(await api.as('portfolio-office'));
      expect((await edit({ id: user.id, version: 2 }, { roles: ['admin'] })).status).toBe(404);
      expect((await project.send('PUT', `/people/${user.id}`, { function: 'lead' })).status).toBe(404);
      expect((await list('')).items.map(({ id }) => id)).not.toContain(user.id);
      expect((await list('?state=left')).items.map(({ id }) => id)).toContain(user.id);
      const lead = await api.as('project-lead');
      const chooser = await lead.get<{ items: { id: string }[] }>('/api/v1/people?q=Ehemalige');
      expect(chooser.body.items).toEqual([]);
    });

    it('is shown with the projects that need somebody else', async () => {
      const user = await make();
      const project = await aProject(await api.as('portfolio-office'), { title: 'Verwaist' });
      await project.send('PUT', `/people/${user.id}`, { function: 'lead' });
      expect((await read(user.id)).projects).toMatchObject([{ title: 'Verwaist', function: 'lead' }]);
      await depart(user);
      expect((await read(user.id)).projects).toHaveLength(1);
    });
  });

  it('lets a deputy do on the projects of another lead what the lead may do, for as long as that is so', async () => {
    const office = await api.as('portfolio-office');
    const deputy = await api.as('project-lead');
    const lead = await make();
    const project = await aProject(office);
    await project.send('PUT', `/people/${lead.id}`, { function: 'lead' });
    const rename = async (title: string) => (await project.send('PATCH', '', { title }, deputy)).status;
    expect(await rename('Nein')).toBe(403);
    await edit(lead, { deputyId: await idOf(deputy) });
    expect(await rename('Ja')).toBe(200);
    expect((await deputy.get<{ permitted: string[] }>(project.url)).body.permitted).toEqual([
      'edit',
      'status',
      'assess-self',
      'need',
    ]);
    await edit({ id: lead.id, version: 2 }, { roles: ['employee'] });
    expect(await rename('Nicht mehr')).toBe(403);
  });

  it('asks the database as often for fifty people as for one', async () => {
    const one = await admin.get('/api/v1/users?pageSize=1');
    const many = await admin.get('/api/v1/users?pageSize=50');
    expect(many.statements).toBe(one.statements);
  });
});
