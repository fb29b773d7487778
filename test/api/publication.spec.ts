import { aPreparedProject } from '../support/projects';
import { type Publication, usePublication } from '../support/publication';
import { aReport } from '../support/status-reports';

const REASON = 'Aus der Sitzung.';

describe('publishing a project', () => {
  const test = usePublication();
  const publication = async (): Promise<Publication> =>
    (await test.lead.get<Publication>(`${test.project.url}/publication`)).body;

  it('shows the public nothing of a project before', async () => {
    expect((await test.seen()).status).toBe(404);
    expect((await test.listed('?pageSize=200')).items.map(({ id }) => id)).not.toContain(test.project.id);
    expect(await publication()).toMatchObject({ published: null, changed: [] });
  });

  it('copies exactly the public fields', async () => {
    const project = await aPreparedProject(test.lead, {
      title: 'Digitaler Bauantrag',
      summary: 'Anträge ohne Papier.',
      goal: 'Nicht öffentlich',
      co2Effect: 'positive',
      co2Magnitude: 'minor',
    });
    await project.send('PUT', '/assessments/self/scores/openness', { score: 0, reason: REASON });
    await project.send('POST', '/milestones', { title: 'Start', expectedOn: '2027-01-15', isPublic: true });
    await project.send('POST', '/milestones', { title: 'Intern', expectedOn: '2027-01-10' });
    await project.send('POST', '/status-reports', aReport({ lights: RED }));
    await test.publish(project);
    const { body } = await test.seen('', project.id);
    const { number } = await project.read();
    const today = (await test.lead.get<{ reportedOn: string }>(project.url)).body.reportedOn;
    const { publishedAt, refreshedAt, moment, office, actionField, ...rest } = body;
    expect(rest).toEqual({
      id: project.id,
      number,
      title: 'Digitaler Bauantrag',
      summary: 'Anträge ohne Papier.',
      phase: 'idea',
      light: 'red',
      lightOn: today,
      lightAgeDays: 0,
      overdue: false,
      principleScore: 66.7,
      coverage: { settled: 9, of: 9 },
      conflicts: 1,
      co2: { effect: 'positive', magnitude: 'minor' },
      declaredBudgetState: 'none',
      milestones: [{ title: 'Start', expectedOn: '2027-01-15', actualOn: null }],
    });
    expect(actionField).toMatchObject({ key: 'innovation' });
    expect(Object.keys(office ?? {}).sort()).toEqual(['id', 'name', 'shortName']);
    expect(publishedAt).toBe(refreshedAt);
    expect(moment).toMatch(/^r\d+@/);
  });

  it('is found by number as well as by id', async () => {
    await test.publish();
    const { number } = await test.project.read();
    expect((await test.seen('', number.toLowerCase())).body.id).toBe(test.project.id);
  });

  it('is the portfolio office’s alone', async () => {
    for (const role of ['project-lead', 'office-coordinator', 'commission', 'finance', 'admin', 'employee']) {
      const person = await test.api.as(role);
      expect((await test.project.send('PUT', '/publication', undefined, person)).status).toBe(403);
      expect((await test.project.send('DELETE', '/publication', undefined, person)).status).toBe(403);
    }
    expect((await test.api.anonymous.get(`${test.project.url}/publication`)).status).toBe(401);
    expect((await test.seen()).status).toBe(404);
  });

  it('needs the version that was read', async () => {
    const url = `${test.project.url}/publication`;
    expect((await test.office.send('PUT', url)).status).toBe(428);
    expect((await test.office.send('PUT', url, undefined, { 'if-match': '"99"' })).status).toBe(412);
    expect((await test.office.send('DELETE', url, undefined, { 'if-match': '"99"' })).status).toBe(412);
  });

  it('marks the project as public', async () => {
    await test.publish();
    expect(await test.project.read()).toMatchObject({ visibility: 'public' });
    await test.withdraw();
    expect(await test.project.read()).toMatchObject({ visibility: 'internal' });
  });
});

const RED = { schedule: 'red', cost: 'green', scope: 'green', resources: 'green' };

describe('what happens after publication', () => {
  const test = usePublication();
  const publication = async (): Promise<Publication> =>
    (await test.office.get<Publication>(`${test.project.url}/publication`)).body;

  beforeEach(async () => {
    await test.project.send('PATCH', '', { title: 'Erster Titel', summary: 'Erster Text' });
    await test.publish();
  });

  it('stays inside until it is published anew, and the office sees the difference first', async () => {
    await test.project.send('PATCH', '', { title: 'Zweiter Titel', co2Effect: 'none', co2Reason: REASON });
    await test.project.send('POST', '/milestones', {
      title: 'Start',
      expectedOn: '2027-01-15',
      isPublic: true,
    });
    expect((await test.seen()).body).toMatchObject({ title: 'Erster Titel', co2: null, milestones: [] });
    const before = await publication();
    expect(before.changed).toEqual(['title', 'co2', 'milestones']);
    expect(before.published?.title).toBe('Erster Titel');
    expect(before.current.title).toBe('Zweiter Titel');
    await test.publish();
    expect((await test.seen()).body).toMatchObject({
      title: 'Zweiter Titel',
      co2: { effect: 'none', magnitude: null },
      milestones: [{ title: 'Start', expectedOn: '2027-01-15', actualOn: null }],
    });
    const after = await publication();
    expect(after.changed).toEqual([]);
    expect(after.published?.publishedAt).toBe(before.published?.publishedAt);
    expect(String(after.published?.refreshedAt) > String(before.published?.refreshedAt)).toBe(true);
  });

  it('is refreshed by a status report in light and phase, and in nothing else', async () => {
    await test.project.send('PATCH', '', { title: 'Noch geheim' });
    await test.project.send('POST', '/phase-changes', { to: 'proposal' });
    expect((await test.seen()).body).toMatchObject({ phase: 'idea', light: null });
    await test.project.send('POST', '/status-reports', aReport({ lights: RED, done: 'Intern' }));
    expect((await test.seen()).body).toMatchObject({
      title: 'Erster Titel',
      phase: 'proposal',
      light: 'red',
      lightAgeDays: 0,
    });
    const { body } = await test.office.get<{ items: { id: string }[] }>(`${test.project.url}/status-reports`);
    const correctsId = body.items[0]?.id;
    await test.project.send('POST', '/status-reports', aReport({ correctsId }));
    expect((await test.seen()).body).toMatchObject({ title: 'Erster Titel', light: 'green' });
  });

  it('does not become public by a report when it is not published', async () => {
    await test.withdraw();
    await test.project.send('POST', '/status-reports', aReport());
    expect((await test.seen()).status).toBe(404);
  });

  it('is gone at once when it is withdrawn, for good as far as the past is concerned', async () => {
    const published = (await test.seen()).body.moment;
    await test.withdraw();
    expect((await test.seen()).status).toBe(404);
    expect((await test.seen(`?asOf=${published}`)).status).toBe(404);
    expect((await test.listed(`?pageSize=200&asOf=${published}`)).items.map(({ id }) => id)).not.toContain(
      test.project.id,
    );
    await test.publish();
    expect((await test.seen()).status).toBe(200);
    expect((await test.seen(`?asOf=${published}`)).status).toBe(404);
  });

  it('keeps its own history inside', async () => {
    await test.withdraw();
    const versions = await test.database.query<{ title: string; to_rev: string }>(
      'select title, to_rev from history.published_project where id = $1',
      [test.project.id],
    );
    expect(versions).toHaveLength(1);
    expect(versions[0]?.to_rev).not.toBe('9223372036854775807');
  });

  it('reads as of a moment what the public saw then', async () => {
    const first = (await test.seen()).body;
    await test.project.send('PATCH', '', { title: 'Zweiter Titel' });
    const between = await test.project.read();
    await test.publish();
    expect((await test.seen()).body.title).toBe('Zweiter Titel');
    expect((await test.seen(`?asOf=${first.moment}`)).body).toEqual(first);
    expect((await test.seen(`?asOf=${between.moment}`)).body.title).toBe('Erster Titel');
    expect((await test.seen('?asOf=r1')).status).toBe(404);
  });

  it('tells when which fields changed, and neither who nor why', async () => {
    await test.project.send('PATCH', '', { title: 'Zweiter Titel', changeReason: 'Geheimer Grund' });
    await test.publish();
    await test.publish();
    await test.project.send('POST', '/phase-changes', { to: 'proposal' });
    await test.project.send('POST', '/status-reports', aReport());
    const url = `/api/v1/public/projects/${test.project.id}/history`;
    const { body } = await test.api.anonymous.get<{ items: Change[]; total: number }>(url);
    expect(body.total).toBe(3);
    expect(body.items.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['changed', ['phase', 'light', 'lightOn']],
      ['changed', ['title']],
      ['published', []],
    ]);
    expect(body.items.every((item) => Object.keys(item).sort().join() === 'at,fields,kind,since')).toBe(true);
    expect((await test.seen(`?asOf=${body.items[1]?.since}`)).body.title).toBe('Zweiter Titel');
    const paged = await test.api.anonymous.get<{ items: Change[] }>(`${url}?pageSize=1&page=2`);
    expect(paged.body.items).toEqual([body.items[1]]);
    expect((await test.api.anonymous.get(`${url}?asOf=${body.items[2]?.since}`)).body).toMatchObject({
      total: 1,
    });
    await test.withdraw();
    expect((await test.api.anonymous.get(url)).status).toBe(404);
  });
});

interface Change {
  at: string;
  since: string;
  kind: string;
  fields: string[];
}
