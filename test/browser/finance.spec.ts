import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
/** Of the lead who signs in, with needs and lines; nothing of it is confirmed. */
const project = 'DA-2022-012';
const panel = (page: Page, key: string): Locator => page.getByRole('region', { name: t(key), exact: true });
const button = (at: Page | Locator, key: string): Locator =>
  at.getByRole('button', { name: t(key), exact: true });
const exact = (at: Page | Locator, text: string): Locator => at.getByText(text, { exact: true });

interface Money {
  version: number;
  confirmedBudgetState: string | null;
  confirmedStateIsOutdated: boolean;
  gaps: { year: number; kind: string; gapCents: number; destination: object | null }[];
  needs: { id: string; isChecked: boolean; amountCents: number }[];
}

describe('the money of a project', () => {
  const suite = useBrowser();

  const moneyOf = async (page: Page): Promise<Money> =>
    (await (await page.request.get(`${suite.origin}/api/v1/projects/${project}/budget`)).json()) as Money;

  async function openTab(as: string): Promise<Page> {
    const page = await suite.newPage({ as, width: 1440 });
    await page.goto(`/projects/${project}?tab=budget`);
    await panel(page, 'budget.sums.title').waitFor();
    return page;
  }

  /** The dialog of what was pressed; `fill` puts something in, the rest stays as it is proposed. */
  async function save(page: Page, submit: string, fill: (form: Locator) => Promise<unknown>): Promise<void> {
    const form = page.getByRole('dialog');
    await form.waitFor();
    await fill(form);
    await button(form, submit).click();
    await form.waitFor({ state: 'hidden' });
  }

  const addNeed = async (page: Page, euros: string, year?: number): Promise<void> => {
    await button(panel(page, 'budget.needs.title'), 'budget.needs.add').click();
    await save(page, 'budget.edit.save', async (form) => {
      if (year !== undefined) await form.getByLabel(t('budget.field.year')).fill(String(year));
      await form.getByLabel(t('budget.field.amount')).fill(euros);
    });
  };

  it('Finance 3: declared, derived and confirmed state stand side by side; a change of the lead outdates what finance signed, and nothing is blocked', async () => {
    const finance = await openTab('finance');
    const states = panel(finance, 'budget.states.title');
    for (const key of ['declared', 'derived', 'confirmed'])
      await states
        .locator('dt')
        .filter({ hasText: t(`budget.states.${key}`) })
        .waitFor();
    await exact(states, t('budget.confirmed.none')).waitFor();

    // Another state than the one that follows is warned of, and signed nevertheless.
    await states
      .getByRole('button', { name: new RegExp(`^${t('budget.confirmed.start')}`) })
      .first()
      .click();
    await save(finance, 'budget.confirmed.submit', async (form) => {
      await exact(form, t('budget.confirmed.meaning')).waitFor();
      expect(await form.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
      await form.getByRole('radio', { name: t('shared.budgetState.none') }).check();
      await form.getByText(t.like('budget.confirmed.otherThanDerived')).waitFor();
    });
    await states.getByText(t('budget.confirmed.differTitle')).waitFor();
    expect(await moneyOf(finance)).toMatchObject({
      confirmedBudgetState: 'none',
      confirmedStateIsOutdated: false,
    });
    const year = await states.getByRole('table').first().innerText();
    expect(year).toContain(t('shared.budgetState.none'));

    // The lead sees it, cannot sign, and what the lead changes outdates it; it stays with its figures.
    const lead = await openTab('project-lead');
    const seen = panel(lead, 'budget.states.title');
    expect(await seen.getByRole('button', { name: new RegExp(t('budget.confirmed.start')) }).count()).toBe(0);
    const { gaps, needs } = await moneyOf(lead);
    expect(needs.length + gaps.length).toBeGreaterThan(0);
    const signedYear = Number(/20\d\d/.exec(year)?.[0]);
    await addNeed(lead, '12,34', signedYear);
    await exact(seen, t('budget.confirmed.outdated')).first().waitFor();
    await seen.getByText(t('budget.confirmed.history', { count: 1 })).click();
    await seen.locator('details').getByRole('table').waitFor();
    expect(await moneyOf(lead)).toMatchObject({
      confirmedBudgetState: 'none',
      confirmedStateIsOutdated: true,
    });
  });

  it('Finance 4: every gap has a destination with its stage, or says that it has none; finance sets, changes and removes it', async () => {
    const lead = await openTab('project-lead');
    await addNeed(lead, '50.000', 2029);
    const ofLead = panel(lead, 'budget.gaps.title');
    const rowOf = (gaps: Locator): Locator => gaps.getByRole('row').filter({ hasText: '2029' });
    await exact(rowOf(ofLead), t('budget.gaps.none')).waitFor();
    expect(await ofLead.getByRole('button').count()).toBe(0);

    const finance = await openTab('finance');
    const gaps = panel(finance, 'budget.gaps.title');
    await rowOf(gaps)
      .getByRole('button', { name: t.like('budget.gaps.add') })
      .click();
    await save(finance, 'budget.edit.save', (form) =>
      form.getByLabel(t('budget.gaps.stage')).selectOption('registered'),
    );
    await exact(rowOf(gaps), t('budget.stage.registered')).waitFor();
    await rowOf(gaps)
      .getByRole('button', { name: t.like('budget.edit.editRow') })
      .click();
    await save(finance, 'budget.edit.save', (form) =>
      form.getByLabel(t('budget.gaps.stage')).selectOption('planned'),
    );
    await exact(rowOf(gaps), t('budget.stage.planned')).waitFor();

    // What was typed is thrown away only when that is meant.
    await rowOf(gaps)
      .getByRole('button', { name: t.like('budget.edit.editRow') })
      .click();
    const note = finance.getByRole('dialog').getByLabel(t('budget.field.note'));
    await note.fill('Im Nachtrag');
    await finance.keyboard.press('Escape');
    await button(finance, 'shared.discard.stay').click();
    expect(await note.inputValue()).toBe('Im Nachtrag');
    await finance.keyboard.press('Escape');
    await button(finance, 'shared.discard.confirm').click();
    await finance.getByRole('dialog').waitFor({ state: 'hidden' });

    // Without its gap the destination is settled.
    await lead.reload();
    const needs = panel(lead, 'budget.needs.title');
    await needs
      .getByRole('row')
      .filter({ hasText: '2029' })
      .getByRole('button', { name: t.like('budget.edit.removeRow') })
      .click();
    await button(lead.getByRole('dialog'), 'budget.edit.remove').click();
    await exact(rowOf(panel(lead, 'budget.gaps.title')), t('budget.gaps.settled')).waitFor();
    await finance.reload();
    await rowOf(gaps)
      .getByRole('button', { name: t.like('budget.edit.removeRow') })
      .click();
    await button(finance.getByRole('dialog'), 'budget.edit.remove').click();
    await rowOf(gaps).waitFor({ state: 'hidden' });
  });

  it('Finance 5: counter-funding adds up by its three types against what it is to cover', async () => {
    const lead = await openTab('project-lead');
    await addNeed(lead, '1.000,05', 2030);
    const counter = panel(lead, 'budget.counter.title');
    const add = async (source: string, euros: string, secured: boolean): Promise<void> => {
      await button(counter, 'budget.counter.add').click();
      await save(lead, 'budget.edit.save', async (form) => {
        await form.getByLabel(t('budget.field.year')).fill('2030');
        await form.getByLabel(t('budget.field.source')).selectOption(source);
        await form.getByLabel(t('budget.field.amount')).fill(euros);
        if (secured) await form.getByLabel(t('budget.counter.securedLabel')).check();
      });
    };
    await add('reallocation', '400,02', true);
    await add('additional-revenue', '100,01', true);
    await add('discontinued-tasks', '250', false);

    const finance = await openTab('finance');
    const sums = panel(finance, 'budget.counter.title').getByRole('table', {
      name: t('budget.counter.sumsCaption'),
    });
    const row = sums.getByRole('row').filter({ hasText: '2030' });
    const cells = (await row.getByRole('cell').allInnerTexts()).map((text) =>
      text.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(cells.map((text) => /[\d.]+,\d\d/.exec(text)?.[0])).toEqual([
      undefined,
      '1.000,05',
      '100,01',
      '0,00',
      '400,02',
      '500,03',
      '500,02',
    ]);
    expect(cells[3]).toContain('250,00');
    expect(cells[6]).toContain('250,02');
  });

  it('Finance 7: what the lead states is reported until finance has checked it; both dates stay, and a change reports it anew', async () => {
    const lead = await openTab('project-lead');
    await addNeed(lead, '777', 2031);
    const row = (page: Page): Locator =>
      panel(page, 'budget.needs.title').getByRole('row').filter({ hasText: '2031' });
    await exact(row(lead), t('budget.reported.reported')).waitFor();
    await row(lead).getByText(t.like('budget.reported.reportedOn')).waitFor();
    expect(
      await row(lead)
        .getByRole('button', { name: t.like('budget.reported.check') })
        .count(),
    ).toBe(0);

    const finance = await openTab('finance');
    await row(finance)
      .getByRole('button', { name: t.like('budget.reported.check') })
      .click();
    await exact(row(finance), t('budget.reported.checked')).waitFor();
    await row(finance).getByText(t.like('budget.reported.reportedOn')).waitFor();
    await row(finance).getByText(t.like('budget.reported.checkedOn')).waitFor();

    await lead.reload();
    await row(lead)
      .getByRole('button', { name: t.like('budget.edit.editRow') })
      .click();
    await save(lead, 'budget.edit.save', (form) => form.getByLabel(t('budget.field.amount')).fill('778'));
    await exact(row(lead), t('budget.reported.reported')).waitFor();
    await row(lead).getByText(t.like('budget.reported.lastCheckedOn')).waitFor();

    await finance.reload();
    await button(finance, 'budget.reported.checkAll').click();
    await button(finance.getByRole('dialog'), 'budget.reported.checkAllConfirm').click();
    await button(finance, 'budget.reported.checkAll').waitFor({ state: 'hidden' });
    const { needs } = await moneyOf(finance);
    expect(needs.every(({ isChecked }) => isChecked)).toBe(true);
  });

  it('keeps follow-up costs, grants and commitment authorisations, and says what is contradictory without blocking it', async () => {
    const lead = await openTab('project-lead');
    await button(panel(lead, 'budget.followUp.title'), 'budget.followUp.add').click();
    await save(lead, 'budget.edit.save', (form) =>
      form.getByLabel(t('budget.followUp.perYear')).fill('12.000'),
    );
    await exact(panel(lead, 'budget.followUp.title'), t('budget.followUp.noYear')).waitFor();
    await button(panel(lead, 'budget.grants.title'), 'budget.grants.add').click();
    await save(lead, 'budget.edit.save', async (form) => {
      await form.getByLabel(t('budget.grants.giver')).fill('Land Baden-Württemberg');
      await form.getByLabel(t('budget.field.amount')).fill('80.000');
      await form.getByLabel(t('budget.grants.eligible')).fill('100.000');
      await form.getByLabel(t('budget.grants.rate')).fill('90');
    });
    const warned = lead.getByRole('status').filter({ hasText: t('budget.finding.title') });
    await warned
      .getByText(t('budget.finding.followUpWithoutYear', { part: t('budget.part.followUpCosts') }))
      .waitFor();
    await warned
      .getByText(t('budget.finding.grantDiffersFromRate', { part: t('budget.part.grants') }))
      .waitFor();

    const finance = await openTab('finance');
    const authorisations = panel(finance, 'budget.authorisations.title');
    await button(authorisations, 'budget.authorisations.add').click();
    await save(finance, 'budget.edit.save', async (form) => {
      await form.getByLabel(t('budget.field.amount'), { exact: false }).first().fill('90.000');
      await button(form, 'budget.authorisations.addCash').click();
      await form.getByLabel(t('budget.authorisations.cashAmount', { number: 1 })).fill('90.000');
    });
    await authorisations.getByRole('row').nth(1).getByText('90.000', { exact: false }).first().waitFor();
  });

  it('belongs to budgets of which finance keeps versions, and compares them to the cent', async () => {
    const finance = await suite.newPage({ as: 'finance', width: 1440 });
    await finance.goto('/finance/budgets?budget=dhh-2024-25');
    const plan = finance.getByRole('region', { name: t.like('budget.plan.title') });
    await plan.waitFor();
    await button(plan, 'budget.plan.state').click();
    await save(finance, 'budget.edit.save', (form) =>
      form.getByLabel(t('budget.plan.label')).fill('nach HHS 1'),
    );
    await plan.getByRole('table', { name: t('budget.plan.sums') }).waitFor();
    const stated = plan.locator('option', { hasText: 'nach HHS 1' }).first();
    await plan.getByLabel(t('budget.plan.from')).selectOption(await stated.getAttribute('value'));
    await plan.getByText(t('budget.plan.same')).waitFor();

    await finance.goto(`/finance/budgets`);
    await button(finance, 'budget.city.add').click();
    await save(finance, 'budget.edit.save', async (form) => {
      await form.getByLabel(t('budget.city.name')).fill('Doppelhaushalt 2030/31');
      await form.getByLabel(t('budget.city.key')).fill('dhh-2030-31');
      await form.getByLabel(t('budget.city.yearFrom')).fill('2030');
      await form.getByLabel(t('budget.city.yearTo')).fill('2031');
    });
    await finance.getByRole('link', { name: 'Doppelhaushalt 2030/31' }).waitFor();
    const lead = await suite.newPage({ as: 'project-lead' });
    await lead.goto('/finance/budgets');
    await lead.getByRole('link', { name: 'Doppelhaushalt 2030/31' }).waitFor();
    expect(await button(lead, 'budget.city.add').count()).toBe(0);
  });
});
