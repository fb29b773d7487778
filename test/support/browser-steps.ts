import type { Locator, Page } from 'playwright-core';
import type { Words } from './browser-words';

/** Goes to the portfolio and signs in before it as the sample account of a role, with one click. */
export async function signInByClick(page: Page, t: Words, role: string): Promise<void> {
  await page.goto('/portfolio');
  await page.getByRole('button', { name: new RegExp(`^${t(`shared.role.${role}`)}`) }).click();
  await heading(page, t('portfolio.title')).waitFor();
}

export async function signOutByClick(page: Page, t: Words): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t('app.account.title')}`) }).click();
  await page.getByRole('button', { name: t('app.account.signOut') }).click();
}

/** The one heading of a page. */
export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** Puts the whole interface to the end of a day by the switch in the head. */
export async function showAsOf(page: Page, t: Words, day: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t('app.asOf.label')}: `) }).click();
  await page.getByLabel(t('app.asOf.day')).fill(day);
  await page.getByRole('button', { name: t('app.asOf.show'), exact: true }).click();
  await page.getByRole('button', { name: t('app.asOf.back') }).waitFor();
}

/** The row of a project in the portfolio's table. */
export function rowOf(page: Page, title: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: title, exact: true }) });
}

/** Searches the portfolio by typing and waits until the list has answered. */
export async function search(page: Page, t: Words, wanted: string): Promise<void> {
  const answered = page.waitForResponse((response) => {
    const url = new URL(response.url());
    return url.pathname === '/api/v1/projects' && url.searchParams.get('q') === wanted;
  });
  await page.getByRole('searchbox', { name: t('portfolio.filterBar.search') }).fill(wanted);
  await answered;
}

/** A day before or after today in Berlin, YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(day);
}

/** Walks with the tab key until the focus is there. */
export async function tabTo(page: Page, target: Locator, limit = 80): Promise<void> {
  for (let steps = 0; steps < limit; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${limit} steps by the tab key did not lead to ${String(target)}.`);
}

const levels = ['4', '3', '3', '2', '3', '1', '4', '3'];

/** Answers the nine questions of a check grid one after the other, the last one by "not applicable". */
export async function scoreAllPrinciples(page: Page, t: Words): Promise<void> {
  for (const [place, level] of [...levels, 'n'].entries()) {
    const card = page.getByRole('article').nth(place);
    await card.getByRole('radio', { name: new RegExp(`^${level}\\b`) }).check();
    await card.getByLabel(t('assessments.entry.reason')).fill(`Begründung ${place + 1}`);
    await card
      .getByRole('button', { name: t.like('assessments.entry.nextTo') })
      .or(card.getByRole('button', { name: t('assessments.entry.finish') }))
      .click();
  }
  await page.getByText(t('assessments.entry.complete')).waitFor();
}
