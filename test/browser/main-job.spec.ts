import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import {
  dayFromToday,
  heading,
  rowOf,
  scoreAllPrinciples,
  search,
  showAsOf,
  signInByClick,
} from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');

async function changePhase(page: Page, phase: string): Promise<void> {
  await page.getByRole('button', { name: t('projects.head.changePhase') }).click();
  const dialog = page.getByRole('dialog', { name: t('projects.phaseChange.title') });
  await dialog.getByRole('radio', { name: t(`shared.phase.${phase}`) }).check();
  await dialog.getByRole('button', { name: t('projects.phaseChange.submit') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(t('projects.phaseChange.done', { phase: t(`shared.phase.${phase}`) })).waitFor();
}

async function giveCo2AndBudgetState(page: Page): Promise<void> {
  const form = page.getByRole('main');
  await form.getByRole('radio', { name: t('projects.form.co2Answer.positive') }).check();
  await form.getByRole('radio', { name: t('projects.co2.magnitude.considerable') }).check();
  await form.getByLabel(t('projects.field.co2Reason')).fill('Wege und Papier entfallen.');
  await form.getByRole('radio', { name: t('shared.budgetState.partial') }).check();
  await form.getByRole('button', { name: t('projects.save'), exact: true }).click();
}

async function publishFirstReport(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: t('projects.head.report') })
    .first()
    .click();
  const form = page.getByRole('main');
  for (const name of ['schedule', 'cost', 'scope', 'resources'])
    await form
      .getByRole('group', { name: t(`statusReports.light.${name}`), exact: true })
      .getByRole('radio', { name: t('shared.light.green') })
      .check();
  await form.getByRole('spinbutton', { name: t('statusReports.update.progress') }).fill('10');
  await form.getByLabel(t('statusReports.texts.done')).fill('Der Auftrag ist geklärt.');
  await form.getByLabel(t('statusReports.texts.next')).fill('Die Dienststellen werden befragt.');
  await form.getByRole('button', { name: t('statusReports.update.publish'), exact: true }).click();
  await page.getByText(t('statusReports.update.done')).waitFor();
}

describe('the main job', () => {
  const suite = useBrowser();

  it('leads from an idea on the agenda through the gate to a report that the commission sees, but not yesterday', async () => {
    const lead = await suite.newPage();
    await signInByClick(lead, t, 'projectLead');
    await lead
      .getByRole('search')
      .getByRole('button', { name: t('portfolio.filter.phase') })
      .click();
    await lead.getByRole('checkbox', { name: t.like('shared.phase.idea') }).check();
    await lead.keyboard.press('Escape');
    await lead.getByText(t('portfolio.list.found', { count: 1 })).waitFor({ state: 'attached' });
    const link = lead.getByRole('row').getByRole('link').first();
    const title = (await link.innerText()).trim();
    await link.click();
    await heading(lead, title).waitFor();
    await lead.getByText(t.like('projects.head.leadProject')).waitFor();

    await lead.getByRole('link', { name: t('projects.head.score') }).click();
    await scoreAllPrinciples(lead, t);
    await lead.getByRole('link', { name: t('assessments.entry.addMissing') }).click();
    await giveCo2AndBudgetState(lead);
    await heading(lead, title).waitFor();
    await changePhase(lead, 'proposal');
    await changePhase(lead, 'approved');
    await publishFirstReport(lead);
    await heading(lead, title).waitFor();

    const commission = await suite.newPage();
    await signInByClick(commission, t, 'commission');
    await search(commission, t, title);
    const row = rowOf(commission, title);
    await row.getByText(t('shared.phase.approved')).waitFor();
    expect(await row.innerText()).toContain(t('shared.light.green'));
    expect(await row.innerText()).toContain('9/9');
    expect(await row.innerText()).toContain(t('shared.co2Short.positiveConsiderable'));
    expect(await row.innerText()).toContain(t('shared.budgetStateShort.partial'));

    await showAsOf(commission, t, dayFromToday(-1));
    await row.getByText(t('shared.phase.idea')).waitFor();
    expect(await row.innerText()).not.toContain(t('shared.light.green'));
    expect(await row.innerText()).toContain('0/9');
    expect(await row.innerText()).toContain(t('shared.co2Short.unstated'));
  }, 120_000);

  it('begins with a project that is new, and that was not there yesterday', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    const title = 'Terminbuchung für alle Bürgerbüros';
    await page.goto('/portfolio');
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('app.nav.createProject') })
      .click();
    await page.getByLabel(t('projects.field.title')).fill(title);
    await page.getByLabel(t('projects.field.primaryActionField')).selectOption({ index: 1 });
    await page
      .getByRole('main')
      .getByRole('button', { name: t('projects.form.create') })
      .click();
    await heading(page, title).waitFor();

    await page
      .getByRole('navigation')
      .getByRole('link', { name: t('app.nav.portfolio') })
      .click();
    await search(page, t, title);
    await rowOf(page, title).waitFor();
    await showAsOf(page, t, dayFromToday(-1));
    await page.getByText(t('portfolio.list.noMatch')).waitFor();
  });
});
