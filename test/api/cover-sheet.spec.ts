import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

const run = promisify(execFile);
const MOTION =
  'Der Gemeinderat beschließt - nach Vorberatung im Hauptausschuss - die Digitalstrategie der Stadtverwaltung ' +
  'Karlsruhe und beauftragt das Amt für Informationstechnik und Digitalisierung mit der Koordination der Umsetzung.';
/** What the cover sheet of paper 2021/1528 says: `coverSheet.exampleOfThisPaper` of the city's reference file. */
const EXAMPLE = {
  financialEffects: false,
  financing: 'partial',
  co2Relevant: true,
  co2Effect: 'positive',
  co2Magnitude: 'considerable',
  iqRelevant: true,
  corridorTheme: 'alle, insbesondere moderne Verwaltung',
  localCouncilHearing: false,
  municipalCompanies: false,
};
/** The explanation that is printed beside the boxes of the financing. */
const NOTE =
  'Die jeweiligen Projekte sind bereits budgetiert oder werden einzeln in künftige Haushalte eingebracht';

interface Answer {
  id: string;
  version: number;
}
interface Sheet {
  version: number;
  values: Record<string, unknown>;
  fromProjects: Record<string, unknown>;
  entered: string[];
  findings: { code: string; field: string | null }[];
}
interface Paper {
  version: number;
  reference: string;
  directorate: { shortName: string } | null;
  office: { shortName: string } | null;
  consultations: Record<string, unknown>[];
  projects: { number: string }[];
  mayEdit: boolean;
}

let database: TestDatabase;
let api: TestApi;
let office: ApiClient;
beforeAll(async () => {
  database = await freshDatabase('sample');
  api = await startApi(database.url);
  office = await api.as('portfolio-office');
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const at = (id: string): string => `/api/v1/papers/${id}`;
const match = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });
const make = async (person: ApiClient, body: object): Promise<Answer> =>
  (await person.send<Answer>('POST', '/api/v1/papers', { type: 'decision', ...body })).body;
const sheetOf = async (id: string): Promise<Sheet> => (await office.get<Sheet>(`${at(id)}/cover-sheet`)).body;

/** Enters paper 2021/1528 as somebody who has it in front of them would. */
async function rebuild(): Promise<Answer> {
  const { id, ...made } = await make(office, {
    reference: '2021/1528',
    title: 'Digitalstrategie der Stadtverwaltung Karlsruhe',
    office: 'it',
    motion: MOTION,
    isPublic: true,
  });
  let { version } = made;
  for (const consultation of [
    {
      body: 'hauptausschuss',
      bodyName: 'Hauptausschuss',
      heldOn: '2022-02-08',
      agendaItem: '8',
      isPublic: false,
      role: 'preliminary',
      result: 'vorberaten',
    },
    {
      body: 'gemeinderat',
      heldOn: '2022-02-22',
      agendaItem: '6',
      isPublic: true,
      role: 'decision',
      result: 'einstimmig zugestimmt',
      isAuthoritative: true,
    },
  ]) {
    const added = await office.send<Answer>('POST', `${at(id)}/consultations`, consultation, match(version));
    expect(added.status).toBe(201);
    ({ version } = added.body);
  }
  const entered = await office.send<Answer>(
    'PUT',
    `${at(id)}/cover-sheet`,
    { ...EXAMPLE, counterFundingNote: NOTE },
    match(version),
  );
  expect(entered.status).toBe(200);
  return { id, version: entered.body.version };
}

describe('the cover sheet of paper 2021/1528, entered anew', () => {
  let paper: Answer;
  let issueUrl: string;
  let folder: string;
  beforeAll(async () => {
    paper = await rebuild();
    const issued = await office.send<Answer>(
      'POST',
      `${at(paper.id)}/cover-sheet/issues`,
      undefined,
      match(paper.version),
    );
    expect(issued.status).toBe(201);
    issueUrl = `${at(paper.id)}/cover-sheet/issues/${issued.body.id}`;
    folder = await mkdtemp(path.join(tmpdir(), 'cover-sheet-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The bytes of an issue as a file. */
  async function fileOf(format: 'pdf' | 'docx'): Promise<string> {
    const answer = await api.app.inject({
      method: 'GET',
      url: `${issueUrl}?format=${format}`,
      headers: { cookie: office.cookie },
    });
    expect(answer.statusCode).toBe(200);
    const file = path.join(folder, `sheet.${format}`);
    await writeFile(file, answer.rawPayload);
    return file;
  }

  it('says in every field what the printed one says, and leaves open what is open there', async () => {
    const { values } = await sheetOf(paper.id);
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    expect(filled).toEqual({ ...EXAMPLE, counterFundingNote: NOTE });
  });

  it('names directorate, office and consultations as the printed one', async () => {
    const { body } = await office.get<Paper>(at(paper.id));
    expect(body).toMatchObject({
      reference: '2021/1528',
      // Printed as "Dez. 2"; the list of units has it without the stop.
      directorate: { shortName: 'Dez2' },
      office: { shortName: 'IT' },
      motion: MOTION,
    });
    expect(body.consultations).toMatchObject([
      {
        bodyName: 'Hauptausschuss',
        heldOn: '2022-02-08',
        agendaItem: '8',
        isPublic: false,
        result: 'vorberaten',
      },
      {
        bodyName: 'Gemeinderat',
        heldOn: '2022-02-22',
        agendaItem: '6',
        isPublic: true,
        result: 'einstimmig zugestimmt',
        isAuthoritative: true,
      },
    ]);
  });

  it('names the contradiction of the printed one, and is issued all the same', async () => {
    const { findings } = await sheetOf(paper.id);
    expect(findings).toEqual([
      { code: 'no-effects-but-financing', field: 'financing' },
      { code: 'co2-without-reason', field: 'co2Reason' },
    ]);
  });

  it('is kept to the byte with what proves it', async () => {
    const list = await office.get<{ items: { number: number; sha256: string; speaksOf: string }[] }>(
      `${at(paper.id)}/cover-sheet/issues`,
    );
    const file = await api.app.inject({ method: 'GET', url: issueUrl, headers: { cookie: office.cookie } });
    expect(list.body.items).toMatchObject([
      { number: 1, sha256: createHash('sha256').update(file.rawPayload).digest('hex') },
    ]);
    const document = file.json<{ speaksOf: string; values: object; issue: number }>();
    expect(document).toMatchObject({ format: 'cover-sheet/1', issue: 1, values: EXAMPLE });
    expect(document.speaksOf.split('@')[0]).toBe(list.body.items[0]?.speaksOf);
  });

  it('is a tagged PDF with headings, header cells, boxes and its language', async () => {
    const file = await fileOf('pdf');
    const [info, structure] = [await run('pdfinfo', [file]), await run('pdfinfo', ['-struct-text', file])];
    expect(info.stdout).toMatch(/Tagged:\s+yes/);
    expect(info.stdout).toMatch(/Title:\s+Vorlage Nr\.: 2021\/1528/);
    for (const part of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(structure.stdout).toContain(part);
    for (const text of [
      'Hauptausschuss',
      '22.02.2022',
      '☒ teilweise budgetiert',
      '☐ nicht budgetiert',
      '☒ erheblich',
    ])
      expect(structure.stdout).toContain(text);
  });

  it('is a file for Word with ticked boxes, header rows and its language', async () => {
    const file = await fileOf('docx');
    const xml = async (part: string): Promise<string> => (await run('unzip', ['-p', file, part])).stdout;
    const body = await xml('word/document.xml');
    expect(body).toContain('<w:tblHeader');
    expect(`${await xml('word/styles.xml')}${body}`).toContain('de-DE');
    const home = path.join(folder, 'office');
    await run('soffice', [
      `-env:UserInstallation=file://${home}`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      file,
    ]);
    const text = await readFile(path.join(folder, 'sheet.txt'), 'utf8');
    for (const said of [
      '2021/1528',
      '☒ teilweise budgetiert',
      '☒ positiv',
      '☐ negativ',
      'vorberaten',
      MOTION,
    ])
      expect(text).toContain(said);
  }, 120_000);

  it('keeps non-public consultations from employees, on issues as well', async () => {
    const employee = await api.as('employee');
    const { body } = await employee.get<Paper>(at(paper.id));
    expect(body.consultations).toMatchObject([{ bodyName: 'Gemeinderat' }]);
    expect((await employee.get(`${at(paper.id)}/cover-sheet/issues`)).body).toMatchObject({ total: 0 });
    expect((await employee.get(issueUrl)).status).toBe(404);
    expect((await employee.get('/api/v1/papers?body=hauptausschuss')).body).toMatchObject({ total: 0 });
  });

  it('reads as of a moment before a change as it was then', async () => {
    const before = await office.get<Sheet & { moment: string }>(`${at(paper.id)}/cover-sheet`);
    const changed = await office.send('PUT', `${at(paper.id)}/cover-sheet`, {}, match(before.body.version));
    expect(changed.status).toBe(200);
    const then = await office.get<Sheet>(`${at(paper.id)}/cover-sheet?asOf=${before.body.moment}`);
    expect(then.body.values).toEqual(before.body.values);
    expect((await sheetOf(paper.id)).entered).toEqual([]);
  });

  it('stays when the paper is to be removed', async () => {
    const { version } = (await office.get<Paper>(at(paper.id))).body;
    expect(await office.send('DELETE', at(paper.id), undefined, match(version))).toMatchObject({
      status: 422,
      body: { code: 'paper.issued' },
    });
  });
});

describe('papers of projects', () => {
  let own: string;
  let other: string;
  let lead: ApiClient;
  beforeAll(async () => {
    lead = await api.as('project-lead');
    const projects = await database.query<{ number: string; mine: boolean }>(
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
    await lead.send('PUT', `${at(id)}/cover-sheet`, { iqRelevant: null, totalCostsCents: 1 }, match(version));
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
    expect(await lead.send('PATCH', at(id), { projects: [own, other] }, match(version))).toMatchObject(
      refused,
    );
    const published = await make(office, { title: 'Des Portfoliobüros', isPublic: true });
    expect(
      await lead.send('PATCH', at(published.id), { title: 'Meins' }, match(published.version)),
    ).toMatchObject(refused);
    expect((await lead.get<Paper>(at(published.id))).body.mayEdit).toBe(false);
  });

  it('do not exist for who may not see them', async () => {
    const { id, version } = await make(office, { title: 'Vertraulich', projects: [other] });
    for (const person of [lead, await api.as('employee')]) {
      expect((await person.get(at(id))).status).toBe(404);
      expect((await person.get(`${at(id)}/cover-sheet`)).status).toBe(404);
      expect((await person.get('/api/v1/papers?q=vertraulich')).body).toMatchObject({ total: 0 });
      expect((await person.get(`/api/v1/projects/${other}/papers`)).body).toMatchObject({ total: 0 });
    }
    expect((await lead.send('PATCH', at(id), { title: 'x' }, match(version))).status).toBe(404);
    expect((await (await api.as('commission')).get(at(id))).status).toBe(200);
  });

  it('are kept, for any moment, from who may not see them today', async () => {
    const { id, version } = await make(lead, { title: 'Früher öffentlich', projects: [own], isPublic: true });
    const added = await lead.send<Answer>(
      'POST',
      `${at(id)}/consultations`,
      { bodyName: 'Ältestenrat', isPublic: true, role: 'preliminary' },
      match(version),
    );
    const issued = await lead.send<Answer>(
      'POST',
      `${at(id)}/cover-sheet/issues`,
      undefined,
      match(version + 1),
    );
    const then = (await office.get<{ moment: string }>(at(id))).body.moment;
    const employee = await api.as('employee');
    const seen = async (): Promise<number> =>
      (await employee.get<Paper>(`${at(id)}?asOf=${then}`)).body.consultations.length;
    expect(await seen()).toBe(1);
    await lead.send(
      'PATCH',
      `${at(id)}/consultations/${added.body.id}`,
      { isPublic: false },
      match(version + 2),
    );
    expect(await seen()).toBe(0);
    expect((await employee.get(`${at(id)}/cover-sheet/issues/${issued.body.id}`)).status).toBe(404);
    expect((await employee.get(`${at(id)}/cover-sheet/issues`)).body).toMatchObject({ total: 0 });
    expect((await lead.get(`${at(id)}/cover-sheet/issues`)).body).toMatchObject({ total: 1 });
    await lead.send('PATCH', at(id), { isPublic: false }, match(version + 3));
    expect((await employee.get(`${at(id)}?asOf=${then}`)).status).toBe(404);
    const hidden = (await lead.get<{ moment: string }>(at(id))).body.moment;
    await database.query(
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
    expect((await office.send('PATCH', at(id), { title: 'y' }, match(1))).status).toBe(200);
    expect(await office.send('PATCH', at(id), { title: 'z' }, match(1))).toMatchObject({
      status: 412,
      body: { current: { version: 2 } },
    });
    expect((await office.send('PATCH', at(id), { title: 'z' })).status).toBe(428);
  });

  it('come with the next consultation first, which needs no result and no body of the list', async () => {
    api.setClock('2026-11-25T10:00:00Z');
    const late = await make(office, { title: 'Später' });
    const soon = await make(office, { title: 'Bald' });
    const add = (paper: Answer, heldOn: string) =>
      office.send(
        'POST',
        `${at(paper.id)}/consultations`,
        { bodyName: 'Ortschaftsrat Neureut', heldOn, isPublic: true, role: 'hearing' },
        match(paper.version),
      );
    await add(late, '2027-03-01');
    await add(soon, '2026-12-01');
    const { body } = await office.get<{ items: { id: string }[] }>('/api/v1/papers?upcoming=true');
    expect(body.items.map(({ id }) => id)).toEqual([soon.id, late.id]);
    const nameless = await office.send(
      'POST',
      `${at(soon.id)}/consultations`,
      { isPublic: true },
      match(soon.version + 1),
    );
    expect(nameless).toMatchObject({ status: 422, body: { errors: [{ pointer: '/bodyName' }] } });
  });

  it('take as many statements for many papers as for one', async () => {
    const one = await office.get('/api/v1/papers?pageSize=1');
    const many = await office.get('/api/v1/papers?pageSize=50');
    expect(many.statements).toBe(one.statements);
  });
});
