import { useBrowser } from '../support/browser';
import { dayFromToday, heading, showAsOf } from '../support/browser-steps';
import { fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const monthAgo = dayFromToday(-30);

describe('the date switch', () => {
  const suite = useBrowser();
  const actions = [
    'projects.head.report',
    'projects.head.edit',
    'projects.head.changePhase',
    'projects.head.score',
  ];

  it('puts the whole interface into the past, marked and read only, and back to today', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    const band = page.getByText(t.like('app.asOf.band'));
    const create = page.getByRole('link', { name: t('app.nav.createProject') });
    await page.goto(`/projects/${fullProject}`);
    const main = page.getByRole('main');
    await main.getByRole('link', { name: t('projects.head.edit') }).waitFor();
    expect(await create.count()).toBe(1);

    await showAsOf(page, t, monthAgo);
    await band.waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(monthAgo);
    await main.getByRole('link', { name: t('projects.head.edit') }).waitFor({ state: 'detached' });
    expect(await create.count()).toBe(0);

    const tabs = page.getByRole('navigation', { name: t('projects.tabs.label') });
    for (const key of ['overview', 'status', 'checkGrid', 'milestones', 'budget', 'history']) {
      await tabs.getByRole('link', { name: t(`projects.tabs.${key}`) }).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.locator('.da-skeleton').first().waitFor({ state: 'hidden' });
      expect(new URL(page.url()).searchParams.get('asOf')).toBe(monthAgo);
      for (const action of actions) expect(await main.getByText(t(action), { exact: true }).count()).toBe(0);
      expect(await main.locator('button[type="submit"], input:not([type="search"]), textarea').count()).toBe(
        0,
      );
      await band.waitFor();
    }

    await page
      .getByRole('navigation', { name: t('app.nav.label') })
      .getByRole('link', { name: t('app.nav.checkGrid') })
      .click();
    await heading(page, t('assessments.heatmap.title')).waitFor();
    await band.waitFor();
    await page
      .getByRole('link', { name: t('app.nav.portfolio') })
      .first()
      .click();
    await heading(page, t('portfolio.title')).waitFor();
    await band.waitFor();

    await page.getByRole('button', { name: t('app.asOf.back') }).click();
    await band.waitFor({ state: 'detached' });
    await create.waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBeNull();
  });

  it.each(['edit', 'status-update', 'assessment/self'])(
    'leads from the address of a form (%s) to the project',
    async (place) => {
      const page = await suite.newPage({ as: 'portfolio-office' });
      await page.goto(`/projects/${fullProject}/${place}?asOf=${monthAgo}`);
      await page.waitForURL(`**/projects/${fullProject}?asOf=${monthAgo}`);
      await page.getByText(t.like('app.asOf.band')).waitFor();
    },
  );

  it('shows what was true then, whatever is changed today', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    await page.goto(`/projects/${fullProject}`);
    // Until the project is there, the heading is its number.
    await page.getByRole('link', { name: t('projects.head.edit') }).waitFor();
    const before = await page.getByRole('heading', { level: 1 }).innerText();
    await page.goto(`/projects/${fullProject}/edit`);
    await page.getByLabel(t('projects.field.title')).fill('Ein ganz anderer Titel');
    await page.getByRole('button', { name: t('projects.save'), exact: true }).click();
    await heading(page, 'Ein ganz anderer Titel').waitFor();

    await showAsOf(page, t, dayFromToday(-1));
    await heading(page, before).waitFor();
    await page.goBack();
    await heading(page, 'Ein ganz anderer Titel').waitFor();
    expect(await page.getByText(t.like('app.asOf.band')).count()).toBe(0);
  });
});
