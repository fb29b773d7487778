import type { Locator, Page } from 'playwright-core';
import { wordsOf } from './browser-words';

const t = wordsOf('de');

/** The line that says at which of the six items the wall is. */
export function place(page: Page, at: number): Locator {
  return page.getByText(t('liveSession.place', { at: String(at), of: '6' }));
}

/** The line that says what was decided on the item that is shown. */
export function recorded(page: Page, outcome: string): Locator {
  return page.getByRole('status').getByText(t(`shared.outcome.${outcome}`), { exact: true });
}

/** Goes to the next item, which is this one. */
export async function next(page: Page, at: number): Promise<void> {
  await page.keyboard.press('ArrowRight');
  await place(page, at).waitFor();
}

/** Goes to an item by the arrows, from wherever the walls stand. */
export async function goTo(page: Page, at: number): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('ArrowLeft');
  await place(page, 1).waitFor();
  for (let step = 1; step < at; step += 1) await page.keyboard.press('ArrowRight');
  await place(page, at).waitFor();
}
