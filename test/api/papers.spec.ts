import type { ApiClient } from '../support/api';
import { type PaperAnswer, paperAt as at, type ReadPaper, usePapers } from '../support/papers/papers';
import { ifMatch } from '../support/projects';

describe('papers of projects', () => {
  const test = usePapers();
  const { make, sheetOf } = test;
  let office: ApiClient;
  let own: string;
  let other: string;
  let lead: ApiClient;
  beforeAll(async () => {
    ({ office } = test);
    lead = await test.api.as('project-lead');
    const projects = await test.database.query<{ number: string; mine: boolean }>(
      `select number, exists (select from project_person team join account on account.person_id = team.person_id
                               where team.project_id = project.id and login = 'project-lead') as mine
         from project order by number`,
    );
    own = projects.find(({ mine }) => mine)?.number ?? '';
    other = projects.find(({ mine }) => !mine)?.number ?? '';
    expect([own, other]).not.toContain('');
  });

  it('are filled from the project; what is entered stands beside what the data say', async () => {
    const { id, version } = await make(lead, { title: 'Vorlage zum Projekt', projects: [own] });
    const blank = await sheetOf(id);
    expect(blank.values).toEqual(blank.fromProjects);
    await lead.send(
      'PUT',
      `${at(id)}/cover-sheet`,
      { iqRelevant: null, totalCostsCents: 1 },
      ifMatch(version),
    );
    const sheet = await sheetOf(id);
    expect(sheet.entered).toEqual(['totalCostsCents', 'iqRelevant']);
    expect(sheet.values).toMatchObject({ totalCostsCents: 1, iqRelevant: null });
    expect(sheet.fromProjects).toEqual(blank.fromProjects);
    expect((await lead.get(`/api/v1/projects/${own}/papers`)).body).toMatchObject({ total: 1 });
  });

  it('are those of who edits the project', async () => {
    const refused = { status: 403, body: { code: 'forbidden' } };
    const body = { title: 'Fremd', type: 'decision' };
    expect(await lead.send('POST', '/api/v1/papers', { ...body, projects: [other] })).toMatchObject(refused);
    expect(await lead.send('POST', '/api/v1/papers', body)).toMatchObject(refused);
    const { id, version } = await make(lead, { title: 'Eigen', projects: [own] });
    expect(await lead.send('PATCH', at(id), { projects: [own, other] }, ifMatch(version))).toMatchObject(
      refused,
    );
    const published = await make(office, { title: 'Des Portfoliobüros', isPublic: true });
    expect(
      await lead.send('PATCH', at(published.id), { title: 'Meins' }, ifMatch(published.version)),
    ).toMatchObject(refused);
    expect((await lead.get<ReadPaper>(at(published.id))).body.mayEdit).toBe(false);
  });

  it('do not exist for who may not see them', async () => {
    const { id, version } = await make(office, { title: 'Vertraulich', projects: [other] });
    for (const person of [lead, await test.api.as('employee')]) {
      expect((await person.get(at(id))).status).toBe(404);
      expect((await person.get(`${at(id)}/cover-sheet`)).status).toBe(404);
      expect((await person.get('/api/v1/papers?q=vertraulich')).body).toMatchObject({ total: 0 });
      expect((await person.get(`/api/v1/projects/${other}/papers`)).body).toMatchObject({ total: 0 });
    }
    expect((await lead.send('PATCH', at(id), { title: 'x' }, ifMatch(version))).status).toBe(404);
    expect((await (await test.api.as('commission')).get(at(id))).status).toBe(200);
  });

  it('are kept, for any moment, from who may not see them today', async () => {
    const { id, version } = await make(lead, { title: 'Früher öffentlich', projects: [own], isPublic: true });
    const added = await lead.send<PaperAnswer>(
      'POST',
      `${at(id)}/consultations`,
      { bodyName: 'Ältestenrat', isPublic: true, role: 'preliminary' },
      ifMatch(version),
    );
    const issued = await lead.send<PaperAnswer>(
      'POST',
      `${at(id)}/cover-sheet/issues`,
      undefined,
      ifMatch(version + 1),
    );
    const then = (await office.get<{ moment: string }>(at(id))).body.moment;
    const employee = await test.api.as('employee');
    const seen = async (): Promise<number> =>
      (await employee.get<ReadPaper>(`${at(id)}?asOf=${then}`)).body.consultations.length;
    expect(await seen()).toBe(1);
    await lead.send(
      'PATCH',
      `${at(id)}/consultations/${added.body.id}`,
      { isPublic: false },
      ifMatch(version + 2),
    );
    expect(await seen()).toBe(0);
    expect((await employee.get(`${at(id)}/cover-sheet/issues/${issued.body.id}`)).status).toBe(404);
    expect((await employee.get(`${at(id)}/cover-sheet/issues`)).body).toMatchObject({ total: 0 });
    expect((await lead.get(`${at(id)}/cover-sheet/issues`)).body).toMatchObject({ total: 1 });
    await lead.send('PATCH', at(id), { isPublic: false }, ifMatch(version + 3));
    expect((await employee.get(`${at(id)}?asOf=${then}`)).status).toBe(404);
    const hidden = (await lead.get<{ moment: string }>(at(id))).body.moment;
    await test.database.query(
      `delete from project_person where project_id = (select id from project where number = $1)`,
      [own],
    );
    for (const asOf of [hidden, then]) expect((await lead.get(`${at(id)}?asOf=${asOf}`)).status).toBe(404);
    expect((await office.get(`${at(id)}?asOf=${then}`)).status).toBe(200);
  });

  it('name every fault of a change at once, and who changed them meanwhile', async () => {
    const faults = await office.send('POST', '/api/v1/papers', {
      title: 'x',
      type: 'decision',
      office: 'nirgends',
      projects: ['DA-0000-000'],
    });
    expect(faults).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/projects/0' }, { pointer: '/office' }] },
    });
    const { id } = await make(office, { title: 'x' });
    expect((await office.send('PATCH', at(id), { title: 'y' }, ifMatch(1))).status).toBe(200);
    expect(await office.send('PATCH', at(id), { title: 'z' }, ifMatch(1))).toMatchObject({
      status: 412,
      body: { current: { version: 2 } },
    });
    expect((await office.send('PATCH', at(id), { title: 'z' })).status).toBe(428);
  });

  it('come with the next consultation first, which needs no result and no body of the list', async () => {
    test.api.setClock('2026-11-25T10:00:00Z');
    const late = await make(office, { title: 'Später' });
    const soon = await make(office, { title: 'Bald' });
    const add = (paper: PaperAnswer, heldOn: string) =>
      office.send(
        'POST',
        `${at(paper.id)}/consultations`,
        { bodyName: 'Ortschaftsrat Neureut', heldOn, isPublic: true, role: 'hearing' },
        ifMatch(paper.version),
      );
    await add(late, '2027-03-01');
    await add(soon, '2026-12-01');
    const { body } = await office.get<{ items: { id: string }[] }>('/api/v1/papers?upcoming=true');
    expect(body.items.map(({ id }) => id)).toEqual([soon.id, late.id]);
    const nameless = await office.send(
      'POST',
      `${at(soon.id)}/consultations`,
      { isPublic: true },
      ifMatch(soon.version + 1),
    );
    expect(nameless).toMatchObject({ status: 422, body: { errors: [{ pointer: '/bodyName' }] } });
  });

  it('take as many statements for many papers as for one', async () => {
    const one = await office.get('/api/v1/papers?pageSize=1');
    const many = await office.get('/api/v1/papers?pageSize=50');
    expect(many.statements).toBe(one.statements);
  });
});
