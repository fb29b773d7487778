import { aPreparedProject, aProject, ifMatch, testProject } from '../support/projects';
import { type Counts, type PublicSummary, usePublication } from '../support/publication';
import { aReport } from '../support/status-reports';

const REASON = 'Aus der Sitzung.';
const RED = { schedule: 'red', cost: 'green', scope: 'green', resources: 'green' };

describe('unknown, internal and withdrawn projects', () => {
  const test = usePublication();

  it('look the same to the public', async () => {
    const withdrawn = await aProject(test.office);
    await test.publish(withdrawn);
    await test.withdraw(withdrawn);
    const refs = ['0190f3a4-0000-7000-8000-000000000000', 'DA-1999-001', 'x', test.project.id, withdrawn.id];
    const numbers = [(await test.project.read()).number, (await withdrawn.read()).number];
    for (const path of ['', '/history']) {
      const answers = await Promise.all(
        [...refs, ...numbers].map((ref) =>
          test.api.anonymous.get<Record<string, unknown>>(`/api/v1/public/projects/${ref}${path}`),
        ),
      );
      const bodies = answers.map(({ status, body: { correlationId, ...body } }) => {
        expect(typeof correlationId).toBe('string');
        return { status, body };
      });
      expect(bodies[0]).toMatchObject({ status: 404, body: { code: 'not-found' } });
      for (const body of bodies) expect(body).toEqual(bodies[0]);
    }
  });

  it('are no part of agendas for the public, which are counted without them and give no reasons', async () => {
    const { body: agendas } = await test.office.get<{ items: { key: string }[] }>('/api/v1/agendas');
    const key = agendas.items[0]?.key ?? '';
    const shown = await Promise.all(
      ['Eins', 'Zwei', 'Drei'].map((title) => aPreparedProject(test.office, { title })),
    );
    for (const project of shown) {
      const entry = { leadProject: true, reason: 'Geheimer Grund' };
      const { version } = await project.read();
      const url = `/api/v1/agendas/${key}/entries/${project.id}`;
      expect((await test.office.send('PUT', url, entry, ifMatch(version))).status).toBe(200);
    }
    const [, second, third] = shown;
    await test.publish(second);
    await test.publish(third);
    await third?.send('PATCH', '', { title: 'Drei, intern umbenannt' });
    const { body } = await test.api.anonymous.get<Agenda>(`/api/v1/agendas/${key}`);
    expect(body).toMatchObject({
      entryCount: 2,
      leadProjectCount: 2,
      entries: [
        { projectId: second?.id, title: 'Zwei', position: 1, leadProject: true, reason: null },
        { projectId: third?.id, title: 'Drei', position: 2, leadProject: true, reason: null },
      ],
    });
    const list = await test.api.anonymous.get<{ items: Agenda[] }>('/api/v1/agendas');
    expect(list.body.items.find((agenda) => agenda.key === key)).toMatchObject({ entryCount: 2 });
    const strategies = await test.api.anonymous.get<{ items: { id: string }[] }>('/api/v1/strategies');
    const strategy = await test.api.anonymous.get<{ agendas: Agenda[] }>(
      `/api/v1/strategies/${strategies.body.items[0]?.id}`,
    );
    expect(strategy.body.agendas.find((agenda) => agenda.key === key)).toMatchObject({
      entryCount: 2,
      leadProjectCount: 2,
    });
    const staff = await test.lead.get<Agenda>(`/api/v1/agendas/${key}`);
    expect(staff.body).toMatchObject({ entryCount: 3, leadProjectCount: 3 });
    expect(staff.body.entries.map(({ reason }) => reason)).toContain('Geheimer Grund');
    await test.withdraw(second);
    const past = await test.api.anonymous.get<Agenda>(`/api/v1/agendas/${key}?asOf=${body.moment}`);
    expect(past.body).toMatchObject({ entryCount: 1, entries: [{ title: 'Drei', position: 1 }] });
  });
});

interface Agenda {
  key: string;
  moment: string;
  entryCount: number;
  leadProjectCount: number;
  entries: { projectId: string; title: string; position: number | null; reason: string | null }[];
}

describe('what everybody may read', () => {
  const test = usePublication();
  const OPEN = [
    'strategies',
    'design-principles',
    'action-fields',
    'corridor-themes',
    'supported-goals',
    'council-bodies',
    'agendas',
    'public/projects',
    'public/summary',
  ];

  it.each(OPEN)('%s is answered without signing in, also as of a moment', async (path) => {
    const answer = await test.api.anonymous.get<{ moment: string }>(`/api/v1/${path}`);
    expect(answer.status).toBe(200);
    const past = await test.api.anonymous.get(`/api/v1/${path}?asOf=${answer.body.moment}`);
    expect(past.body).toEqual(answer.body);
  });

  it('leaves units of the administration, people and the rest to those who sign in', async () => {
    for (const path of ['org-units', 'people', 'projects', 'portfolio/summary', 'budgets'])
      expect((await test.api.anonymous.get(`/api/v1/${path}`)).status).toBe(401);
  });

  it('may be kept by caches in between when it was asked for without signing in, and by nobody else', async () => {
    await test.publish();
    const open = await test.seen();
    expect(open.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=60',
      vary: expect.stringContaining('Cookie') as string,
    });
    const again = await test.api.anonymous.get(`/api/v1/public/projects/${test.project.id}`, {
      'if-none-match': open.etag ?? '',
    });
    expect(again).toMatchObject({ status: 304, body: undefined });
    const signedIn = await test.lead.get('/api/v1/action-fields');
    expect(signedIn.headers['cache-control']).toBe('private, no-cache');
    const session = await test.api.anonymous.get('/api/v1/session');
    expect(session.headers['cache-control']).toBe('private, no-cache');
  });
});

describe('the list that the public sees', () => {
  const test = usePublication();

  beforeAll(async () => {
    const made = [
      { title: 'Ämterübergreifende Ablage', co2Effect: 'positive', co2Reason: REASON, office: 'it' },
      { title: 'Bürgerkonto', summary: 'Anträge vom Sofa', declaredBudgetState: 'full' },
      { title: 'Chatbot', primaryActionField: 'citizen-service', co2Effect: 'none', co2Reason: REASON },
    ];
    for (const content of made) {
      const project = await aProject(test.office, content);
      await project.send('POST', '/status-reports', aReport());
      await test.publish(project);
    }
    const hidden = await aProject(test.office, { title: 'Bürgerkonto, zweite Stufe', office: 'it' });
    await hidden.send('POST', '/status-reports', aReport({ lights: RED }));
  });
  const titles = async (query: string): Promise<string[]> =>
    (await test.listed(query)).items.map(({ title }) => title);

  it('is sorted as people expect and counts what is published alone', async () => {
    const page = await test.listed('?sort=-title');
    expect(page).toMatchObject({ total: 3, page: 1 });
    expect(page.items.map(({ title }) => title)).toEqual([
      'Chatbot',
      'Bürgerkonto',
      'Ämterübergreifende Ablage',
    ]);
    expect((await test.listed('?pageSize=2&page=2')).items).toHaveLength(1);
  });

  it('is searched by number, title, summary, office and field, and never by what is internal', async () => {
    expect(await titles('?q=ablage')).toEqual(['Ämterübergreifende Ablage']);
    expect(await titles('?q=antrag')).toEqual(['Bürgerkonto']);
    expect(await titles('?q=Bürgerservice')).toEqual(['Chatbot']);
    expect(await titles('?q=erkon')).toEqual(['Bürgerkonto']);
    expect(await titles('?q=stufe')).toEqual([]);
    const [first] = (await test.listed('?sort=title')).items;
    expect(await titles(`?q=${first?.number}`)).toEqual(['Ämterübergreifende Ablage']);
    expect(await titles(`?q=${encodeURIComponent(first?.office?.shortName ?? '')}`)).toEqual([
      'Ämterübergreifende Ablage',
    ]);
  });

  it('is filtered by field, office, phase, light, CO₂ and declared budget state', async () => {
    const [first] = (await test.listed('?q=ablage')).items;
    expect(await titles('?actionField=citizen-service')).toEqual(['Chatbot']);
    expect(await titles(`?office=${first?.office?.id}`)).toEqual(['Ämterübergreifende Ablage']);
    expect(await titles('?office=none&sort=title')).toEqual(['Bürgerkonto', 'Chatbot']);
    expect(await titles('?phase=rollout')).toEqual([]);
    expect(await titles('?light=red')).toEqual([]);
    expect(await titles('?light=green&co2=positive&co2=not-stated&sort=title')).toEqual([
      'Ämterübergreifende Ablage',
      'Bürgerkonto',
    ]);
    expect(await titles('?declaredBudgetState=full')).toEqual(['Bürgerkonto']);
    expect((await test.api.anonymous.get('/api/v1/public/projects?sort=needCapitalCents')).status).toBe(400);
    expect((await test.api.anonymous.get('/api/v1/public/projects?tag=pilot')).status).toBe(400);
  });

  it('adds up to figures that name how many projects they are of', async () => {
    const { body } = await test.api.anonymous.get<PublicSummary>('/api/v1/public/summary');
    expect(body).toMatchObject({ projects: 3, principleScore: { mean: null, projects: 0 } });
    const count = (counts: Counts, key: string) => counts.groups.find((group) => group.key === key)?.count;
    expect(count(body.byActionField, 'citizen-service')).toBe(1);
    expect(count(body.byLight, 'red')).toBe(0);
    expect(count(body.byLight, 'green')).toBe(3);
    expect(count(body.byPhase, 'idea')).toBe(3);
    expect(count(body.byCo2, 'not-stated')).toBe(1);
    expect(count(body.byDeclaredBudgetState, 'full')).toBe(1);
    expect(body.byOffice.groups.map(({ count: projects }) => projects)).toEqual([1, 2]);
    const { body: chosen } = await test.api.anonymous.get<PublicSummary>(
      '/api/v1/public/summary?actionField=citizen-service',
    );
    expect(chosen.projects).toBe(1);
  });

  it('is a file as well: the same rows and filters', async () => {
    const { body, headers, status } = await test.api.anonymous.get<string>(
      '/api/v1/public/projects?format=csv&q=konto',
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [heading = '', ...rows] = body.trim().split('\r\n');
    expect(heading).toContain('Nummer;Titel;Kurzbeschreibung;Handlungsfeld');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Anträge vom Sofa');
  });

  it('takes as many statements for one project as for all', async () => {
    const few = await test.api.anonymous.get('/api/v1/public/projects?pageSize=1');
    const many = await test.api.anonymous.get('/api/v1/public/projects?pageSize=50');
    expect(many.statements).toBe(few.statements);
  });

  it('turns a light grey when the report is older than the phase allows', async () => {
    const [row] = (await test.listed('?q=Chatbot')).items;
    const project = testProject(test.office, row?.id ?? '');
    expect(project.id).not.toBe('');
    await test.database.query(
      `update published_project set phase = 'in-progress', light_on = light_on - 31 where id = $1`,
      [project.id],
    );
    const { items } = await test.listed('?light=overdue');
    expect(items).toMatchObject([{ title: 'Chatbot', light: 'green', lightAgeDays: 31, overdue: true }]);
  });
});
