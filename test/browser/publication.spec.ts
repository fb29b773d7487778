import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { emptyProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const publicPage = `/public/projects/${emptyProject}`;

/** Changes the title of the project in its form. */
async function rename(page: Page, title: string): Promise<void> {
  await page.goto(`/projects/${emptyProject}/edit`);
  await page.getByLabel(t('projects.field.title')).fill(title);
  await page.getByRole('button', { name: t('projects.save'), exact: true }).click();
  await heading(page, title).waitFor();
}

/** Publishes by the dialog, which shows what becomes public; `shows` is among it. */
async function publish(page: Page, button: string, shows: string): Promise<void> {
  await page.getByRole('button', { name: t(button), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('publication.office.dialog') });
  await dialog.getByRole('cell', { name: shows, exact: true }).waitFor();
  await dialog.getByRole('button', { name: t('publication.office.confirm') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(t('publication.office.upToDate')).waitFor();
}

describe('publishing', () => {
  const suite = useBrowser();

  it('shows everybody what the portfolio office published, until it publishes anew or withdraws', async () => {
    const office = await suite.newPage({ as: 'portfolio-office' });
    const citizen = await suite.newPage();
    const [project] = await suite.database.query<{ title: string }>(
      'select title from project where number = $1',
      [emptyProject],
    );
    const first = project?.title ?? '';

    await citizen.goto(publicPage);
    await heading(citizen, t('publication.missing.title')).waitFor();

    await office.goto(`/projects/${emptyProject}`);
    await publish(office, 'publication.office.publish', first);
    await citizen.reload();
    await heading(citizen, first).waitFor();

    await rename(office, 'Ein neuer Titel');
    await office
      .getByText(t('publication.office.differs', { fields: t('publication.field.title') }))
      .waitFor();
    await citizen.reload();
    await heading(citizen, first).waitFor();

    await publish(office, 'publication.office.again', 'Ein neuer Titel');
    await citizen.reload();
    await heading(citizen, 'Ein neuer Titel').waitFor();
    await citizen
      .getByText(t('publication.history.changed', { fields: t('publication.field.title') }))
      .waitFor();

    await office.getByRole('button', { name: t('publication.office.withdraw'), exact: true }).click();
    await office
      .getByRole('dialog')
      .getByRole('button', { name: t('publication.office.withdraw'), exact: true })
      .click();
    await office.getByText(t('publication.office.internal')).waitFor();
    await citizen.reload();
    await heading(citizen, t('publication.missing.title')).waitFor();
  });

  it('lets everybody look around without signing in', async () => {
    const page = await suite.newPage();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: t('session.public') }).click();
    await heading(page, t('publication.title')).waitFor();
    const cards = page.getByRole('article');
    await cards.first().waitFor();
    const all = await cards.count();
    const link = cards.first().getByRole('link');
    const title = (await link.innerText()).trim();
    await page.getByRole('searchbox', { name: t('publication.filter.search') }).fill(title);
    await page.getByText(t('publication.found', { count: 1 })).waitFor();
    expect(all).toBeGreaterThan(1);
    await link.click();
    await heading(page, title).waitFor();
    await page.getByRole('heading', { name: t('publication.facts') }).waitFor();
    expect(await page.getByRole('link', { name: t('publication.inside') }).count()).toBe(0);
    await page.getByRole('link', { name: t('app.nav.signIn') }).click();
    await heading(page, t('session.title')).waitFor();
  });

  it('offers the panel’s buttons to the portfolio office alone', async () => {
    const [row] = await suite.database.query<{ number: string }>(
      'select number from published_project order by number limit 1',
    );
    const employee = await suite.newPage({ as: 'employee' });
    await employee.goto(`/projects/${row?.number}`);
    await employee.getByRole('heading', { name: t('publication.office.title') }).waitFor();
    await employee.getByRole('link', { name: t('publication.office.look') }).waitFor();
    for (const key of ['publish', 'again', 'withdraw'])
      expect(
        await employee.getByRole('button', { name: t(`publication.office.${key}`), exact: true }).count(),
      ).toBe(0);
  });
});
