import { useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');

describe('the administration of units, rhythms and the change log', () => {
  const suite = useBrowser();

  it('makes a unit and closes it by its last day', async () => {
    const page = await suite.newPage({ as: 'admin' });
    await page.goto('/admin/org-units');
    await page.getByRole('button', { name: t('administration.orgUnits.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel(t('administration.orgUnits.name'), { exact: false })
      .first()
      .fill('Amt für Proben');
    await dialog.getByLabel(t('administration.orgUnits.shortName')).fill('AfP');
    await dialog.getByLabel(t('administration.orgUnits.key')).fill('amt-proben');
    await dialog.getByRole('button', { name: t('administration.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: t('administration.orgUnits.editWhat', { name: 'Amt für Proben' }) })
      .click();
    await dialog.getByLabel(t('administration.orgUnits.validTo')).fill('2020-12-31');
    await dialog.getByRole('button', { name: t('administration.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('row').filter({ hasText: 'Amt für Proben' });
    await row.getByText('31.12.2020').waitFor();
    await row.getByText(t('administration.orgUnits.notValid')).waitFor();
  });

  it('sets the rhythm of a phase, and the change log tells it', async () => {
    const page = await suite.newPage({ as: 'admin' });
    await page.goto('/admin/settings');
    const days = page.getByLabel(t('shared.phase.rollout'));
    await days.fill('45');
    await page.getByRole('button', { name: t('administration.save') }).click();
    await page.getByText(t('administration.settings.saved')).waitFor();
    await page.reload();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === '45'),
    );

    await page.goto('/admin/changes');
    await page.getByLabel(t('administration.changes.what')).selectOption('report-rhythm.edit');
    await page.waitForURL(/command=report-rhythm\.edit/);
    await page
      .getByRole('rowheader', { name: t('administration.changes.command.reportRhythmEdit') })
      .first()
      .waitFor();
    const csv = page.getByRole('link', { name: t('administration.changes.csv') });
    expect(await csv.getAttribute('href')).toBe('/api/v1/changes?command=report-rhythm.edit&format=csv');
  });

  it('finds everybody by whom changes were made, however many people there are, and those who left', async () => {
    await suite.database.query(
      `insert into person (id, display_name, roles)
       select gen_random_uuid(), 'Aa ' || lpad(number::text, 3, '0'), '{employee}' from generate_series(1, 250) number`,
    );
    const people = await suite.database.query<{ id: string; name: string }>(
      `with gone as (insert into person (id, display_name, roles, left_at)
         values (gen_random_uuid(), 'Zoe Gegangen', '{}', now()) returning id, display_name as name)
       (select id, display_name as name from person where is_sample and roles[1] = 'admin' limit 1)
       union all select * from gone`,
    );
    const page = await suite.newPage({ as: 'admin' });
    await page.goto('/admin/settings');
    await page.getByLabel(t('shared.phase.rollout')).fill('46');
    await page.getByRole('button', { name: t('administration.save') }).click();
    await page.getByText(t('administration.settings.saved')).waitFor();

    await page.goto('/admin/changes');
    const who = page.getByLabel(t('administration.changes.who'));
    // Selects have options as well.
    const options = page.getByRole('listbox').getByRole('option');
    const choose = async ({ id, name } = { id: '', name: '' }): Promise<void> => {
      await who.fill(name);
      const answered = page.waitForResponse((answer) => answer.url().includes(`/api/v1/changes?actor=${id}`));
      await options.filter({ hasText: name }).click();
      await answered;
    };
    const [admin, gone] = people;
    await choose(admin);
    await page.waitForFunction(
      ([label, name]) => {
        const cells = [...document.querySelectorAll(`td[data-label="${label}"]`)];
        return cells.length > 0 && cells.every((cell) => cell.textContent.trim() === name);
      },
      [t('administration.changes.who'), admin?.name],
    );
    await choose(gone);
    await page.getByText(t('administration.changes.none')).waitFor();
    await page.reload();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Zoe Gegangen'),
    );
    await who.fill(t('administration.all'));
    await options
      .filter({ hasText: t('administration.all') })
      .first()
      .click();
    await page.getByRole('row').nth(1).waitFor();
    expect(await who.inputValue()).toBe('');
  });

  it('keeps what was typed when somebody else saved meanwhile, and says so', async () => {
    const page = await suite.newPage({ as: 'admin' });
    suite.expectFault(/412/);
    await page.goto('/admin/settings');
    const days = page.getByLabel(t('shared.phase.approved'));
    await days.fill('77');
    const url = `${suite.origin}/api/v1/settings/report-rhythms`;
    const { version, rhythms } = (await (await page.request.get(url)).json()) as {
      version: number;
      rhythms: { phase: string }[];
    };
    await page.request.put(url, {
      data: { rhythms: rhythms.filter(({ phase }) => phase !== 'paused') },
      headers: { 'x-requested-with': 'digital-agenda', origin: suite.origin, 'if-match': `"${version}"` },
    });
    await page.getByRole('button', { name: t('administration.save') }).click();
    await page.getByRole('button', { name: t('shared.loadCurrent') }).waitFor();
    expect(await days.inputValue()).toBe('77');
  });
});
