import type { Locator, Page } from 'playwright-core';
import type { Words } from './browser-words';

/** A view of the interface, and how to see that it is all there. */
export interface View {
  name: string;
  path: string;
  /** Role of the sample account that sees it; the portfolio office where nothing is said, nobody where it is null. */
  as?: string | null;
  /** What is there when the view is. */
  shows: (page: Page, t: Words) => Locator;
  /** What is opened on it before anybody looks. */
  open?: (page: Page, t: Words) => Promise<unknown>;
}

export const title = (key: string) => (page: Page, t: Words) =>
  page.getByRole('heading', { level: 1, name: t(key) });
export const part = (key: string) => (page: Page, t: Words) =>
  page.getByRole('heading', { level: 2, name: t(key), exact: true });
export const table = (page: Page): Locator => page.getByRole('table').first();
export const dialog = (page: Page): Promise<void> => page.getByRole('dialog').waitFor();

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await dialog(page);
}

/** Opens a view and waits until all of it is there. */
export async function openView(page: Page, t: Words, view: View): Promise<void> {
  await page.goto(view.path);
  await view.shows(page, t).waitFor();
  await page.locator('.da-skeleton').first().waitFor({ state: 'hidden' });
  await view.open?.(page, t);
}
