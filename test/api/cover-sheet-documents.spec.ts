import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { issue, MOTION, NOTE, rebuild } from '../support/papers/paper-2021-1528';
import { usePapers } from '../support/papers/papers';

const run = promisify(execFile);

/** All boxes of the printed sheet of 2021/1528 in their order, each after the name of its field. */
const BOXES = [
  'Finanzielle Auswirkungen ☐ Ja ☒ Nein',
  'Art der Maßnahme ☐ Investition ☐ Konsumtive Maßnahme',
  'Finanzierung ☐ bereits vollständig budgetiert ☒ teilweise budgetiert ☐ nicht budgetiert',
  'Gegenfinanzierung durch ☐ Mehrerträge/-einzahlung ☐ Wegfall bestehender Aufgaben ☐ Umschichtung innerhalb des Dezernates',
  'CO₂-Relevanz: Auswirkung auf den Klimaschutz ☒ Ja ☐ Nein',
  'Richtung der Auswirkung ☒ positiv ☐ negativ',
  'Umfang der Auswirkung ☐ geringfügig ☒ erheblich',
  'IQ-relevant ☒ Ja ☐ Nein Korridorthema: alle, insbesondere moderne Verwaltung',
  'Anhörung Ortschaftsrat (§ 70 Abs. 1 GemO) ☐ Ja ☒ Nein',
  'Abstimmung mit städtischen Gesellschaften ☐ Ja ☒ Nein',
];
/** What else stands on the sheet, amounts left open included. */
const TEXTS = [
  'Vorlage Nr.: 2021/1528',
  'Digitalstrategie der Stadtverwaltung Karlsruhe',
  'Verantwortlich Dez2',
  'Dienststelle IT',
  'Hauptausschuss 08.02.2022 8 x Vorberatung vorberaten',
  'Gemeinderat 22.02.2022 6 x Entscheidung einstimmig zugestimmt',
  'Gesamtkosten –',
  'Jährliche/r Budgetbedarf/Folgekosten –',
  'Gesamteinzahlung –',
  'Jährlicher Ertrag –',
  MOTION,
  NOTE,
];
const HEADINGS = ['Gremium', 'Termin', 'TOP', 'ö', 'nö', 'Zuständigkeit', 'Ergebnis'];

describe('the issued sheet of paper 2021/1528 in the hands of other programs', () => {
  const test = usePapers();
  let issueUrl: string;
  let folder: string;
  beforeAll(async () => {
    issueUrl = await issue(test, await rebuild(test));
    folder = await mkdtemp(path.join(tmpdir(), 'cover-sheet-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The bytes of an issue as a file. */
  async function fileOf(format: 'pdf' | 'docx'): Promise<string> {
    const answer = await test.api.app.inject({
      method: 'GET',
      url: `${issueUrl}?format=${format}`,
      headers: { cookie: test.office.cookie },
    });
    expect(answer.statusCode).toBe(200);
    const file = path.join(folder, `sheet.${format}`);
    await writeFile(file, answer.rawPayload);
    return file;
  }

  it('is a tagged PDF with headings, header cells, every box and its language', async () => {
    const file = await fileOf('pdf');
    const [info, structure] = [await run('pdfinfo', [file]), await run('pdfinfo', ['-struct-text', file])];
    expect(info.stdout).toMatch(/Tagged:\s+yes/);
    expect(info.stdout).toMatch(/Title:\s+Vorlage Nr\.: 2021\/1528/);
    expect((await readFile(file)).toString('latin1')).toContain('/Lang (de-DE)');
    for (const part of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(structure.stdout).toContain(part);
    expect(
      [...structure.stdout.matchAll(/TH:\n\s*\/Scope \/Column\n\s*"(.*)"/g)].map(([, text]) => text),
    ).toEqual(HEADINGS);
    const text = unspaced(textOfStructure(structure.stdout));
    for (const said of [...BOXES, ...TEXTS]) expect(text).toContain(unspaced(said));
  });

  it('is a file for Word with every box, header cells and its language', async () => {
    const file = await fileOf('docx');
    const xml = async (part: string): Promise<string> => (await run('unzip', ['-p', file, part])).stdout;
    const body = await xml('word/document.xml');
    const head = body.split('<w:tr>').filter((row) => row.includes('<w:tblHeader/>'));
    expect(head.map((row) => [...row.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text))).toEqual([
      HEADINGS,
    ]);
    expect(`${await xml('word/styles.xml')}${body}`).toMatch(/<w:lang [^>]*w:val="de-DE"/);
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
    const text = unspaced(await readFile(path.join(folder, 'sheet.txt'), 'utf8'));
    for (const said of [...BOXES, ...TEXTS]) expect(text).toContain(unspaced(said));
  }, 120_000);
});

/** Programs differ in where they break lines. */
function unspaced(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** The text between the marks of the structure tree that `pdfinfo -struct-text` prints. */
function textOfStructure(printed: string): string {
  return [...printed.matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text).join(' ');
}
