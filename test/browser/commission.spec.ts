import type { Page } from 'playwright-core';
import { barriersOf, overflowOf, useBrowser } from '../support/browser';
import { dayFromToday, heading } from '../support/browser-steps';
import { fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
/** A project of the sample's project lead. */
const own = 'DA-2022-011';

describe('the IT commission', () => {
  const suite = useBrowser();

  const titleOf = async (number: string): Promise<string> => {
    const [row] = await suite.database.query<{ title: string }>(
      'select title from project where number = $1',
      [number],
    );
    return row?.title ?? '';
  };
  const button = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true });
  /** The button of a row says of which. */
  const buttonOf = (page: Page, key: string, what: string) =>
    page.getByRole('button', { name: `${t(key)} ${what}`, exact: true });

  /** Plans a session by its form; answers with its number. */
  async function plan(page: Page): Promise<string> {
    await page.goto('/reviews');
    await button(page, 'reviews.list.plan').click();
    const dialog = page.getByRole('dialog', { name: t('reviews.form.planTitle') });
    await dialog.getByLabel(t('reviews.form.day')).fill(dayFromToday(14));
    await dialog.getByLabel(t('reviews.place')).fill('Rathaus');
    await dialog.getByRole('button', { name: t('reviews.list.plan') }).click();
    await page.waitForURL(/\/reviews\/\d+$/);
    await heading(page, t.like('reviews.sessionName')).waitFor();
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }
  const agenda = (page: Page, title: string) =>
    page
      .getByRole('region', { name: t.like('reviews.agenda.title') })
      .getByRole('article', { name: title, exact: true });
  const proposal = (page: Page, title: string) =>
    page
      .getByRole('region', { name: t.like('reviews.proposals.title') })
      .getByRole('article', { name: title, exact: true });

  async function put(page: Page, number: string): Promise<string> {
    const title = await titleOf(number);
    await page.getByText(t('reviews.agenda.add')).click();
    await page.getByLabel(t('reviews.agenda.project'), { exact: true }).fill(title);
    await page.getByRole('option', { name: title }).first().click();
    await button(page, 'reviews.agenda.addProject').click();
    await agenda(page, title).waitFor();
    return title;
  }
  async function confirm(page: Page, press: string, yes: string): Promise<void> {
    await button(page, press).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t(yes) })
      .click();
  }

  it('IT commission 1: one page before the meeting says what changed, what is red or amber and why, what is overdue, which money is missing and which conditions are open', async () => {
    const page = await suite.newPage({ as: 'commission' });
    const number = await plan(page);
    const first = page.getByRole('region', { name: t.like('reviews.proposals.title') }).getByRole('article');
    const taken = (await first.first().getAttribute('aria-label')) ?? '';
    await first.first().getByRole('button').first().focus();
    await page.keyboard.press('+');
    await agenda(page, taken).waitFor();

    await page.getByRole('link', { name: t('reviews.dossier.title') }).click();
    await page.getByText(t('reviews.dossier.preview')).waitFor();
    for (const part of ['lights', 'overdue', 'gaps', 'conditions'])
      await page
        .getByRole('heading', { level: 2, name: t(`reviews.dossier.${part}`), exact: true })
        .waitFor();
    const red = page.getByRole('region', { name: t('reviews.dossier.lights') }).getByRole('listitem');
    expect(await red.first().innerText()).toContain(t('shared.light.red'));
    await page.getByRole('heading', { level: 2, name: new RegExp(`^DA-\\d+-\\d+ ${taken}`) }).waitFor();

    await page.goto(`/reviews/${number}`);
    await button(page, 'reviews.documents.issueDossier').click();
    const pdf = page.getByRole('link', { name: /^PDF/ });
    const file = await page.request.get(suite.origin + ((await pdf.getAttribute('href')) ?? ''));
    expect(file.headers()['content-type']).toContain('application/pdf');
    await page.getByRole('link', { name: t('reviews.documents.issue', { number: 1 }), exact: true }).click();
    await page.getByText(t.like('reviews.dossier.issued')).waitFor();
    await page.getByRole('heading', { level: 2, name: t('reviews.dossier.gaps'), exact: true }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflowOf(page)).toBe(0);
  });

  it('IT commission 3: a statement shows its age, and a stale light is grey with its word', async () => {
    const page = await suite.newPage({ as: 'commission' });
    await page.goto('/portfolio?light=overdue');
    const stale = page.getByRole('table').first().locator('.da-light--overdue').first();
    expect(await stale.getAttribute('data-tone')).toBe('grey');
    expect(await stale.innerText()).toContain(t('shared.light.overdue'));
    expect(await stale.getAttribute('title')).toMatch(/vor/);
  });

  it('IT commission 4: where the two voices differ is an agenda item by itself', async () => {
    const page = await suite.newPage({ as: 'commission' });
    await plan(page);
    const title = await titleOf(fullProject);
    await proposal(page, title).getByText(t.like('shared.agendaReason.voicesDiffer')).waitFor();
    await buttonOf(page, 'reviews.proposals.take', title).click();
    await agenda(page, title).getByText(t.like('shared.agendaReason.voicesDiffer')).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.goto(`/projects/${fullProject}?tab=check-grid`);
    await page
      .getByRole('columnheader', { name: t('shared.voice.review') })
      .first()
      .waitFor();
  });

  it('IT commission 7: a condition returns in every session until it is met, with its delay', async () => {
    const secretary = await suite.newPage({ as: 'commission' });
    const lead = await suite.newPage({ as: 'project-lead' });
    const asked = 'Kosten neu rechnen';
    const number = await plan(secretary);
    const title = await put(secretary, own);

    await confirm(secretary, 'reviews.opening.button', 'reviews.opening.confirm');
    await buttonOf(secretary, 'reviews.decision.record', title).click();
    const dialog = secretary.getByRole('dialog', { name: t('reviews.decision.title') });
    await dialog.getByLabel(t('shared.outcome.approvedWithConditions')).check();
    await dialog.getByLabel(t('reviews.decision.conditionText')).fill(asked);
    await button(secretary, 'reviews.decision.record').last().click();
    await dialog.getByText(t('errors.isDay')).waitFor();
    expect(await barriersOf(secretary)).toEqual([]);
    await dialog.getByLabel(t('reviews.dueOn')).fill(dayFromToday(1));
    await button(secretary, 'reviews.decision.record').last().click();
    await agenda(secretary, title).getByText(asked).waitFor();
    await confirm(secretary, 'reviews.closing.button', 'reviews.closing.confirm');
    await secretary.getByText(t.like('reviews.closedAt')).waitFor();
    await secretary.getByRole('link', { name: t('reviews.portfolioSeen') }).waitFor();
    await secretary.getByRole('link', { name: /^DOCX/ }).waitFor();
    expect(await buttonOf(secretary, 'reviews.decision.change', title).count()).toBe(0);

    // Ten days later.
    await suite.database.query('update review_condition set due_on = $1 where text = $2', [
      dayFromToday(-9),
      asked,
    ]);
    const next = await plan(secretary);
    await proposal(secretary, title).getByText(t.like('shared.agendaReason.conditionLate')).waitFor();
    expect(next).not.toBe(number);

    await lead.goto(`/projects/${own}`);
    await lead.getByRole('link', { name: t('reviews.tab.toConditions') }).click();
    await buttonOf(lead, 'reviews.evidence.present', asked).click();
    await lead.getByLabel(t('reviews.evidence.text')).fill('Gerechnet, siehe Anlage.');
    await button(lead, 'reviews.evidence.present').last().click();
    await lead.getByText(t('shared.conditionState.reported'), { exact: true }).waitFor();
    expect(await barriersOf(lead)).toEqual([]);

    await secretary.goto('/conditions?overdue=true');
    const late = secretary.getByRole('article', { name: asked });
    await late.getByText(t('reviews.conditions.delay', { days: '9 Tage' }), { exact: true }).waitFor();
    await buttonOf(secretary, 'reviews.answer.give', asked).click();
    await button(secretary, 'reviews.answer.return').click();
    await secretary.getByText(t('errors.review.answerTextMissing')).waitFor();
    await button(secretary, 'reviews.answer.accept').click();
    await late.waitFor({ state: 'detached' });
    await secretary.goto(`/reviews/${next}`);
    await heading(secretary, t('reviews.sessionName', { number: next })).waitFor();
    await secretary.getByText(t.like('reviews.proposals.since')).waitFor();
    const again = proposal(secretary, title);
    expect(await again.getByText(t.like('shared.agendaReason.conditionLate')).count()).toBe(0);
    expect(await again.getByText(t.like('shared.agendaReason.conditionDue')).count()).toBe(0);
  });

  it('IT commission 8: the check grid is a picture and a table that name where the agenda is thin and where conflicts are', async () => {
    const page = await suite.newPage({ as: 'commission' });
    await page.goto('/check-grid');
    await page.getByRole('table').first().waitFor();
    const findings = page.getByRole('region', { name: t('assessments.heatmap.findings.title') });
    expect(await findings.getByRole('link').count()).toBeGreaterThan(0);
    const cells = page.getByRole('table').first().getByRole('rowheader');
    expect(await cells.count()).toBeGreaterThanOrEqual(7);
  });
});
