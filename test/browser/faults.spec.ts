import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { type FaultWatch, watchFaults } from '../support/page-faults';

const document = (body: string) => `<!doctype html><html lang="de"><title>Probe</title>${body}</html>`;

describe('what goes wrong on a page', () => {
  const suite = useBrowser({ contents: 'empty' });
  let page: Page;
  let faults: FaultWatch;

  beforeEach(async () => {
    // The same faults fail this test otherwise.
    suite.expectFault(/./);
    page = await suite.newPage();
    faults = watchFaults();
    faults.watch(page);
    await page.route('**/probe/**', (route) =>
      route.fulfill({
        status: Number(new URL(route.request().url()).searchParams.get('status') ?? 200),
        contentType: 'text/html',
        headers: { 'content-security-policy': "default-src 'self'" },
        body: document(route.request().url().includes('inline') ? '<p style="color: red">A</p>' : '<p>A</p>'),
      }),
    );
  });

  it('is nothing on a sound page', async () => {
    await page.goto('/probe/sound');
    expect(faults.take()).toEqual([]);
  });

  it('is noticed when the content security policy forbids it', async () => {
    await page.goto('/probe/inline');
    expect(faults.take()).toContainEqual(expect.stringContaining('Content Security Policy'));
  });

  it('is noticed when a script fails', async () => {
    await page.goto('/probe/sound');
    const failed = page.waitForEvent('pageerror');
    await page.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('broken');
        }),
    );
    await failed;
    expect(faults.take()).toContainEqual(expect.stringContaining('broken'));
  });

  it('is noticed when the server fails', async () => {
    await page.goto('/probe/sound?status=503');
    expect(faults.take()).toContainEqual(expect.stringContaining('answer 503'));
  });
});
