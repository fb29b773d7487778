import { createHash } from 'node:crypto';
import type { ApiClient } from '../support/api';
import {
  CORRIDOR_THEME,
  ENTERED,
  issue,
  MOTION,
  NOTE,
  rebuild,
  REFERENCE,
} from '../support/papers/paper-2021-1528';
import { type PaperAnswer, paperAt, type ReadPaper, type Sheet, usePapers } from '../support/papers/papers';
import { ifMatch } from '../support/projects';

describe('the cover sheet of paper 2021/1528, entered anew', () => {
  const test = usePapers();
  let office: ApiClient;
  let paper: PaperAnswer;
  let url: string;
  let issueUrl: string;
  beforeAll(async () => {
    ({ office } = test);
    paper = await rebuild(test);
    url = paperAt(paper.id);
    issueUrl = await issue(test, paper);
  });

  it('says in every field what the city’s reference file says of the printed one', async () => {
    const { values, findings } = await test.sheetOf(paper.id);
    const { note, corridorTheme, co2, ...boxes } = REFERENCE.exampleOfThisPaper;
    expect(values).toMatchObject(boxes);
    expect(co2).toEqual({
      relevant: values.co2Relevant,
      effect: values.co2Effect,
      magnitude: values.co2Magnitude,
    });
    expect(corridorTheme).toBe(CORRIDOR_THEME.inReference);
    expect(values.corridorTheme).toBe(CORRIDOR_THEME.printed);
    // The note asks that this contradiction can be said; it is, and it is named.
    expect(note).toContain('The model must allow this');
    expect(findings.map(({ code }) => code)).toContain('no-effects-but-financing');
  });

  it('leaves open what is open there', async () => {
    const { values } = await test.sheetOf(paper.id);
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    expect(filled).toEqual({ ...ENTERED, counterFundingNote: NOTE });
  });

  it('names directorate, office and consultations as the printed one', async () => {
    const { body } = await office.get<ReadPaper>(url);
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
    const { findings } = await test.sheetOf(paper.id);
    expect(findings).toEqual([
      { code: 'no-effects-but-financing', field: 'financing' },
      { code: 'co2-without-reason', field: 'co2Reason' },
    ]);
  });

  it('is kept to the byte with what proves it', async () => {
    const list = await office.get<{ items: { number: number; sha256: string; speaksOf: string }[] }>(
      `${url}/cover-sheet/issues`,
    );
    const file = await test.api.app.inject({
      method: 'GET',
      url: issueUrl,
      headers: { cookie: office.cookie },
    });
    expect(list.body.items).toMatchObject([
      { number: 1, sha256: createHash('sha256').update(file.rawPayload).digest('hex') },
    ]);
    const document = file.json<{ speaksOf: string; values: object; issue: number }>();
    expect(document).toMatchObject({ format: 'cover-sheet/1', issue: 1, values: ENTERED });
    expect(document.speaksOf.split('@')[0]).toBe(list.body.items[0]?.speaksOf);
  });

  it('keeps non-public consultations from employees, on issues as well', async () => {
    const employee = await test.api.as('employee');
    const { body } = await employee.get<ReadPaper>(url);
    expect(body.consultations).toMatchObject([{ bodyName: 'Gemeinderat' }]);
    expect((await employee.get(`${url}/cover-sheet/issues`)).body).toMatchObject({ total: 0 });
    expect((await employee.get(issueUrl)).status).toBe(404);
    expect((await employee.get('/api/v1/papers?body=hauptausschuss')).body).toMatchObject({ total: 0 });
  });

  it('reads as of a moment before a change as it was then', async () => {
    const before = await test.sheetOf(paper.id);
    const changed = await office.send('PUT', `${url}/cover-sheet`, {}, ifMatch(before.version));
    expect(changed.status).toBe(200);
    const then = await office.get<Sheet>(`${url}/cover-sheet?asOf=${before.moment}`);
    expect(then.body.values).toEqual(before.values);
    expect((await test.sheetOf(paper.id)).entered).toEqual([]);
  });

  it('stays when the paper is to be removed', async () => {
    const { version } = (await office.get<ReadPaper>(url)).body;
    expect(await office.send('DELETE', url, undefined, ifMatch(version))).toMatchObject({
      status: 422,
      body: { code: 'paper.issued' },
    });
  });
});
