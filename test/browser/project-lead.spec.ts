import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import {
  dayFromToday,
  heading,
  rowOf,
  scoreAllPrinciples,
  search,
  signInByClick,
  signOutByClick,
} from '../support/browser-steps';
import { emptyProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
/** In rollout, with reports; all lights but one are better than red. */
const ref = 'DA-2022-011';
const title = 'Karlsruhe.App';
const mostInputs = 5;
const mostPresses = 3;

interface PublishedReport {
  unchanged: boolean;
  done: string;
  next: string;
  progressPercent: number;
  lights: Record<string, string>;
}

/** Counts the fields and buttons that are used from now on, each one once. */
async function countInputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const used = new Set<Element>();
    const count = ({ target }: Event): void => {
      const control = target instanceof Element ? target.closest('button, input, textarea, select') : null;
      if (control) used.add(control);
      document.body.dataset.inputs = String(used.size);
    };
    document.addEventListener('input', count);
    document.addEventListener('click', count);
  });
}

async function inputsCounted(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.body.dataset.inputs));
}

describe('a project lead', () => {
  const suite = useBrowser();

  const publishButton = (page: Page) =>
    page.getByRole('button', { name: t('statusReports.update.publish'), exact: true });
  const done = (page: Page) => page.getByLabel(t('statusReports.texts.done'));
  /** What waits for a project, on the start page. */
  const rowOfWork = (page: Page, panel: RegExp, project: string) =>
    page
      .getByRole('region', { name: panel })
      .or(page.locator('section').filter({ has: page.getByRole('heading', { name: panel }) }))
      .getByRole('listitem')
      .filter({ hasText: project })
      .first();

  async function openUpdate(page: Page): Promise<void> {
    await page.goto(`/projects/${ref}/status-update`);
    await publishButton(page).waitFor();
  }

  async function reportsOf(page: Page): Promise<{ total: number; last: PublishedReport }> {
    const answer = await page.request.get(`${suite.origin}/api/v1/projects/${ref}/status-reports?pageSize=1`);
    const { total, items } = (await answer.json()) as { total: number; items: [PublishedReport] };
    return { total, last: items[0] };
  }

  /** Sends a command as the person whose page it is. */
  async function send<Body>(
    page: Page,
    method: 'POST' | 'PUT',
    path: string,
    { body, version }: { body?: object; version?: number } = {},
  ): Promise<Body> {
    const answer = await page.request.fetch(`${suite.origin}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { data: body }),
      headers: {
        'x-requested-with': 'digital-agenda',
        origin: suite.origin,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    });
    if (!answer.ok()) throw new Error(`${method} ${path} was answered by ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  const read = async <Body>(page: Page, path: string): Promise<Body> =>
    (await (await page.request.get(`${suite.origin}/api/v1${path}`)).json()) as Body;

  /** A session in two weeks with the project on its agenda. */
  async function aSession(secretary: Page): Promise<{ id: string; itemId: string; number: number }> {
    const { id } = await send<{ id: string }>(secretary, 'POST', '/review-sessions', {
      body: { startsAt: `${dayFromToday(14)}T12:00:00Z`, title: 'Sitzung' },
    });
    const project = await read<{ id: string }>(secretary, `/projects/${ref}`);
    const item = await send<{ id: string }>(secretary, 'POST', `/review-sessions/${id}/items`, {
      body: { projectId: project.id },
    });
    const { number } = await read<{ number: number }>(secretary, `/review-sessions/${id}`);
    return { id, itemId: item.id, number };
  }

  it('Project lead 1: from the link in a reminder to an unchanged report in at most three presses, signing in included', async () => {
    const page = await suite.newPage();
    let presses = 1;
    await page.goto(`/projects/${ref}/status-update`);
    presses += 1;
    await page.getByRole('button', { name: new RegExp(`^${t('shared.role.projectLead')}`) }).click();
    await publishButton(page).waitFor();
    const before = await reportsOf(page);
    presses += 1;
    await page.keyboard.press('u');
    await page.getByText(t('statusReports.unchanged.done')).waitFor();
    await page.waitForURL(`**/projects/${ref}?tab=status`);
    expect(presses).toBeLessThanOrEqual(mostPresses);
    const after = await reportsOf(page);
    expect(after.total).toBe(before.total + 1);
    expect(after.last).toMatchObject({ unchanged: true, lights: before.last.lights });
  });

  it('Project lead 1: on a phone the start page leads to an unchanged report in three presses', async () => {
    const page = await suite.newPage({ as: 'project-lead', width: 390, height: 844 });
    const [first] = (await read<{ reports: { project: { title: string } }[] }>(page, '/me/work')).reports;
    const project = first?.project.title ?? '';
    await page.goto('/');
    await heading(page, t('myWork.title')).waitFor();
    await page
      .getByRole('link', { name: `${t('myWork.reports.report')} ${project}` })
      .first()
      .click();
    await page.getByRole('button', { name: t('statusReports.unchanged.button') }).click();
    await page.getByRole('button', { name: t('statusReports.unchanged.now') }).click();
    await page.getByText(t('statusReports.unchanged.done')).waitFor();
  });

  it('Project lead 1: an unchanged report goes out when the phone is put away meanwhile', async () => {
    const page = await suite.newPage({ as: 'project-lead', width: 390, height: 844 });
    await openUpdate(page);
    await page.getByRole('button', { name: t('statusReports.unchanged.button') }).click();
    await page.getByRole('button', { name: t('statusReports.unchanged.undo') }).waitFor();
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText(t('statusReports.unchanged.done')).waitFor({ timeout: 4000 });
    // Back on the page of the project, the tab that was meant is in sight.
    const tab = page.getByRole('navigation', { name: t('projects.tabs.label') }).locator('[aria-current]');
    await tab.waitFor();
    await tab.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          new IntersectionObserver(([entry]) => {
            if (entry?.isIntersecting) resolve();
          }).observe(element);
        }),
    );
  });

  it('Project lead 1: a usual report takes at most five inputs', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    const before = await reportsOf(page);
    await countInputs(page);
    await page.getByRole('button', { name: t('statusReports.update.progressMore', { step: 5 }) }).click();
    await done(page).fill('Die Schulungen sind gehalten.');
    await page.getByLabel(t('statusReports.texts.next')).fill('Die letzten Dienststellen folgen.');
    await publishButton(page).click();
    await page.getByText(t('statusReports.update.done')).waitFor();
    expect(await inputsCounted(page)).toBeLessThanOrEqual(mostInputs);
    const { total, last } = await reportsOf(page);
    expect(total).toBe(before.total + 1);
    expect(last).toMatchObject({
      done: 'Die Schulungen sind gehalten.',
      next: 'Die letzten Dienststellen folgen.',
      progressPercent: Math.min(100, before.last.progressPercent + 5),
      lights: before.last.lights,
    });
  });

  it('Project lead 2: asked before a session with a date, and a deputy answers', async () => {
    const secretary = await suite.newPage({ as: 'commission' });
    const { number } = await aSession(secretary);
    await secretary.goto('/work');
    await secretary.getByRole('button', { name: t('myWork.nextSession.ask') }).click();
    const dialog = secretary.getByRole('dialog', { name: t('statusReports.ask.title') });
    await dialog.getByLabel(t.like('statusReports.ask.note')).fill('Bitte mit Terminen');
    await dialog.getByRole('button', { name: t('statusReports.ask.submit') }).click();
    await secretary.getByText(t('statusReports.ask.done', { count: 1 })).waitFor();

    const deputy = await suite.newPage({ as: 'office-coordinator' });
    await deputy.goto('/');
    const row = rowOfWork(deputy, t.like('myWork.reports.title'), title);
    await row.getByText('Bitte mit Terminen').waitFor();
    expect(await row.innerText()).toContain(t('myWork.as.deputy'));
    expect(await row.innerText()).toMatch(new RegExp(`${number}`));
    await row.getByRole('link', { name: t.like('myWork.reports.report') }).click();
    // The note stands on the start page too: the form is there with its button.
    await deputy.getByRole('button', { name: t('statusReports.unchanged.button') }).waitFor();
    await deputy.getByText('Bitte mit Terminen').waitFor();
    await deputy.keyboard.press('u');
    await deputy.getByRole('button', { name: t('statusReports.unchanged.now') }).click();
    await deputy.getByText(t('statusReports.unchanged.done')).waitFor();
    const { reports } = await read<{ reports: { project: { number: string } }[] }>(deputy, '/me/work');
    expect(reports.filter(({ project }) => project.number === ref)).toEqual([]);
  });

  it('Project lead 5: no text is lost by a reload, by signing out, or on another device', async () => {
    const text = 'Angefangen, aber noch nicht fertig geschrieben';
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    await done(page).fill(text);
    await page.getByText(t.like('statusReports.draft.saved')).waitFor();
    await page.reload();
    expect(await done(page).inputValue()).toBe(text);

    await signOutByClick(page, t);
    await heading(page, t('session.title')).waitFor();
    await page.evaluate(() => localStorage.clear());
    await signInByClick(page, t, 'projectLead');
    await page.goto('/work');
    await page
      .getByRole('link', { name: `${t('myWork.drafts.goOn')} ${title}` })
      .first()
      .click();
    await publishButton(page).waitFor();
    expect(await done(page).inputValue()).toBe(text);
    await page.getByText(t.like('statusReports.draft.restoredFrom')).waitFor();
  });

  it('Project lead 6: one entry feeds the list, the dossier of the commission and the public page', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    await openUpdate(page);
    const end = dayFromToday(217);
    const endAsShown = end.split('-').toReversed().join('.');
    await page.getByLabel(t('statusReports.end.expected')).fill(end);
    await done(page).fill('Alle Dienststellen sind angeschlossen.');
    await page
      .getByRole('group', { name: t('statusReports.light.scope'), exact: true })
      .getByRole('radio', { name: t('shared.light.red') })
      .check();
    await page.getByLabel(t('statusReports.update.worseReason')).fill('Eine Schnittstelle fehlt.');
    await page.getByLabel(t('statusReports.update.wayBack')).fill('Sie wird bis zum Monatsende geliefert.');
    await publishButton(page).click();
    await page.getByText(t('statusReports.update.done')).waitFor();

    const secretary = await suite.newPage({ as: 'commission' });
    await secretary.goto('/portfolio');
    await search(secretary, t, title);
    await rowOf(secretary, title).getByText(endAsShown).first().waitFor();
    const { id, number } = await aSession(secretary);
    await send(secretary, 'POST', `/review-sessions/${id}/dossiers`);
    await secretary.goto(`/reviews/${number}/dossier`);
    await secretary.getByText('Alle Dienststellen sind angeschlossen.').first().waitFor();

    const office = await suite.newPage({ as: 'portfolio-office' });
    const { version } = await read<{ version: number }>(office, `/projects/${ref}`);
    await send(office, 'PUT', `/projects/${ref}/publication`, { version });
    const visitor = await suite.newPage();
    await visitor.goto(`/public/projects/${ref}`);
    await visitor.getByText(t('shared.light.red'), { exact: true }).first().waitFor();
  });

  it('Project lead 7: the check grid is nine cards, and gone from the start page when it is settled', async () => {
    const page = await suite.newPage({ as: 'project-lead' });
    const project = await read<{ title: string }>(page, `/projects/${emptyProject}`);
    await page.goto('/work');
    await page.getByRole('link', { name: `${t('myWork.grids.start')} ${project.title}` }).click();
    await page.getByRole('article').nth(8).waitFor();
    expect(await page.getByRole('article').count()).toBe(9);
    await scoreAllPrinciples(page, t);
    await page.goto('/work');
    await heading(page, t('myWork.title')).waitFor();
    await page
      .getByRole('link', { name: t.like('myWork.grids.goOn') })
      .first()
      .waitFor();
    const open = page.getByRole('link', {
      name: new RegExp(`^(${t('myWork.grids.start')}|${t('myWork.grids.goOn')}) ${project.title}$`),
    });
    expect(await open.count()).toBe(0);
  });

  it('Project lead 8: what the commission decides is on the start page the same day, with its conditions', async () => {
    const secretary = await suite.newPage({ as: 'commission' });
    const { id, itemId } = await aSession(secretary);
    const session = await read<{ version: number }>(secretary, `/review-sessions/${id}`);
    await send(secretary, 'POST', `/review-sessions/${id}/opening`, { version: session.version });
    const { items } = await read<{ items: { id: string; version: number }[] }>(
      secretary,
      `/review-sessions/${id}/items`,
    );
    await send(secretary, 'PUT', `/review-sessions/${id}/items/${itemId}/decision`, {
      version: items.find((item) => item.id === itemId)?.version ?? 0,
      body: {
        outcome: 'approved-with-conditions',
        text: 'Weiter so, aber mit Nachweis.',
        conditions: [{ text: 'Kosten nachweisen', dueOn: dayFromToday(30), ownerRole: 'project-lead' }],
      },
    });

    const page = await suite.newPage({ as: 'project-lead' });
    await page.goto('/');
    const decision = rowOfWork(page, t.like('myWork.decisions.title'), title);
    await decision.getByText(t('myWork.decisions.new'), { exact: true }).waitFor();
    expect(await decision.innerText()).toContain(t('shared.outcome.approvedWithConditions'));
    const condition = rowOfWork(page, t.like('myWork.conditions.title'), 'Kosten nachweisen');
    await condition.getByRole('link', { name: t.like('myWork.conditions.report') }).click();
    await page.waitForURL(`**/projects/${ref}?tab=reviews`);
    await page.getByText('Kosten nachweisen').first().waitFor();
  });
});
