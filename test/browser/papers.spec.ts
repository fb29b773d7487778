import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { dayFromToday, heading } from '../support/browser-steps';
import { fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const button = (at: Page | Locator, key: string): Locator =>
  at.getByRole('button', { name: t(key), exact: true });
const panel = (page: Page, key: string): Locator => page.getByRole('region', { name: t(key), exact: true });
/** The answer to a question of the cover sheet. */
const answer = (page: Page, question: string, key: string): Locator =>
  page
    .getByRole('group', { name: t(`papers.sheet.field.${question}`), exact: true })
    .getByRole('radio', { name: t(key), exact: true });
const field = (page: Page, name: string): Locator =>
  page.getByLabel(t(`papers.sheet.field.${name}`), { exact: true });

interface Sheet {
  version: number;
  values: Record<string, unknown>;
  fromProjects: Record<string, unknown>;
}

describe('papers for the council', () => {
  const suite = useBrowser();

  /** The cover sheet of the paper that the page shows. */
  async function sheetOf(page: Page): Promise<Sheet> {
    const id = new URL(page.url()).pathname.split('/').at(-1);
    return (await (
      await page.request.get(`${suite.origin}/api/v1/papers/${id}/cover-sheet`)
    ).json()) as Sheet;
  }

  async function save(page: Page): Promise<void> {
    await button(panel(page, 'papers.sheet.title'), 'papers.save').click();
    await page.getByText(t('papers.sheet.nothingUnsaved')).waitFor();
  }

  /** Opens the strategy's paper, found by its number. */
  async function openStrategyPaper(page: Page): Promise<void> {
    await page.goto('/papers');
    await page.getByRole('searchbox', { name: t('papers.filter.search') }).fill('2021/1528');
    await page.getByRole('link', { name: /^Digitalstrategie/ }).click();
    await heading(page, /^Digitalstrategie/).waitFor();
  }

  it('Project lead 6: the cover sheet of a paper is filled from the project, completed, checked and issued', async () => {
    const lead = await suite.newPage({ as: 'project-lead' });
    await lead.goto(`/projects/${fullProject}?tab=papers`);
    await lead.getByText(t('papers.tab.emptyMay')).waitFor();
    await button(lead, 'papers.add').click();
    const form = lead.getByRole('dialog');
    await form.getByLabel(t('papers.field.title')).fill('Glasfaser für die Verwaltungsgebäude');
    await form.getByLabel(t('papers.field.motion')).fill('Der Gemeinderat stimmt dem Ausbau zu.');
    await button(form, 'papers.form.make').click();
    await heading(lead, 'Glasfaser für die Verwaltungsgebäude').waitFor();

    // What the project knows stands there already, and says where it comes from.
    await lead.getByText(t('papers.sheet.fromData')).first().waitFor();
    const { values, fromProjects } = await sheetOf(lead);
    expect(values).toEqual(fromProjects);
    expect(values.financing).not.toBeNull();

    // What is odd leads to where it is settled, be that the paper, its consultations or a field.
    const findings = panel(lead, 'papers.sheet.findings');
    const settle = (key: string): Promise<void> =>
      findings
        .getByRole('listitem')
        .filter({ hasText: t(`papers.finding.${key}`) })
        .getByRole('button')
        .click();
    await settle('referenceMissing');
    await lead.getByRole('dialog').getByLabel(t('papers.field.reference')).fill('2026/0815');
    await button(lead.getByRole('dialog'), 'papers.save').click();
    await findings.getByText(t('papers.finding.referenceMissing')).waitFor({ state: 'hidden' });
    await settle('consultationsMissing');
    const consultation = lead.getByRole('dialog');
    await consultation
      .getByLabel(t('papers.consultations.body'), { exact: true })
      .selectOption('hauptausschuss');
    await consultation.getByLabel(t('papers.consultations.day')).fill(dayFromToday(20));
    await consultation.getByRole('radio', { name: t('papers.closed') }).check();
    await button(consultation, 'papers.save').click();
    await panel(lead, 'papers.consultations.title')
      .getByRole('rowheader', { name: /ausschuss$/ })
      .waitFor();

    await answer(lead, 'localCouncilHearing', 'papers.no').check();
    await answer(lead, 'municipalCompanies', 'papers.yes').check();
    await save(lead);
    await settle('companiesWithoutNames');
    await lead.keyboard.type('Stadtwerke');
    expect(await field(lead, 'coordinatedWith').inputValue()).toBe('Stadtwerke');

    // Issuing saves first, and names what is odd still.
    await button(lead, 'papers.issues.saveAndIssue').click();
    const issue = lead.getByRole('dialog', { name: t('papers.issues.issue') });
    await issue.getByText(t('papers.issues.meaning')).waitFor();
    expect(await issue.getByText(t('papers.finding.companiesWithoutNames')).count()).toBe(0);
    await issue
      .getByRole('button', {
        name: new RegExp(`^(${t('papers.issues.anyhow')}|${t('papers.issues.issueNow')})$`),
      })
      .click();
    const issues = panel(lead, 'papers.issues.title');
    await issues.getByText(t('papers.issues.name', { number: 1 }), { exact: true }).waitFor();
    for (const [format, start] of [
      ['DOCX', 'PK'],
      ['PDF', '%PDF-'],
      ['JSON', '{"format":"cover-sheet/1"'],
    ]) {
      const waiting = lead.waitForEvent('download');
      await issues.getByRole('link', { name: new RegExp(`^${format}`) }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(`vorlage-2026-0815-deckblatt-1.${format?.toLowerCase()}`);
      expect((await readFile(await download.path())).toString('latin1')).toMatch(
        new RegExp(`^${start?.replace('{', String.raw`\{`)}`),
      );
    }

    // It is not public: whoever is not concerned does not know of it.
    const employee = await suite.newPage({ as: 'employee' });
    await employee.goto(new URL(lead.url()).pathname);
    await heading(employee, t('papers.missing.title')).waitFor();
    await employee.goto('/papers?q=0815');
    await employee.getByText(t('papers.list.noMatch')).waitFor();
  });

  it('shows the paper by which the strategy was adopted as it was printed', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    await openStrategyPaper(page);
    const preview = panel(page, 'papers.sheet.preview');
    for (const [label, ticked] of [
      [t('papers.sheet.field.financialEffects'), t('papers.no')],
      [t('papers.sheet.field.financing'), t('papers.sheet.choice.financing.partial')],
      [t('papers.sheet.field.co2Relevant'), t('papers.yes')],
      [t('papers.sheet.field.co2Effect'), t('papers.sheet.choice.co2Effect.positive')],
      [t('papers.sheet.field.co2Magnitude'), t('papers.sheet.choice.co2Magnitude.considerable')],
      [t('papers.sheet.field.iqRelevant'), t('papers.yes')],
      [t('papers.sheet.field.localCouncilHearing'), t('papers.no')],
      [t('papers.sheet.field.municipalCompanies'), t('papers.no')],
    ]) {
      const said = await preview
        .locator('dt')
        .filter({ hasText: new RegExp(`^${label?.replaceAll(/[()]/g, String.raw`\$&`)}$`) })
        .locator('xpath=following-sibling::dd[1]')
        .innerText();
      const boxes = [
        ...said.matchAll(/(nicht )?angekreuzt:\s*([^\n]+?)\s*(?=\n|$|nicht angekreuzt|angekreuzt)/g),
      ];
      expect({
        label,
        ticked: boxes.filter(([, not]) => not === undefined).map(([, , word]) => word),
      }).toEqual({
        label,
        ticked: [ticked],
      });
    }
    await panel(page, 'papers.sheet.findings').getByText(t('papers.finding.noEffectsButFinancing')).waitFor();
    const employee = await suite.newPage({ as: 'employee' });
    await openStrategyPaper(employee);
    const bodies = panel(employee, 'papers.consultations.title').getByRole('rowheader');
    expect(await bodies.allInnerTexts()).toEqual(['Gemeinderat']);
    expect(await panel(employee, 'papers.sheet.title').count()).toBe(0);
  });

  it('lets two people fill in one cover sheet without losing what either typed', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    await openStrategyPaper(page);
    await field(page, 'co2Reason').fill('Weniger Wege und Papier');
    const { version, values } = await sheetOf(page);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const other = await page.request.put(`${suite.origin}/api/v1/papers/${id}/cover-sheet`, {
      data: { ...filled, co2Magnitude: 'minor', co2Reason: 'Sparsame Rechner' },
      headers: { 'x-requested-with': 'digital-agenda', origin: suite.origin, 'if-match': `"${version}"` },
    });
    expect(other.status()).toBe(200);
    await button(panel(page, 'papers.sheet.title'), 'papers.save').click();
    await page.getByText(t('papers.sheet.yoursStands')).waitFor();
    expect(await field(page, 'co2Reason').inputValue()).toBe('Weniger Wege und Papier');
    await save(page);
    expect((await sheetOf(page)).values).toMatchObject({
      co2Magnitude: 'minor',
      co2Reason: 'Weniger Wege und Papier',
    });
  });
});
