import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { emptyProject, fullProject } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');

describe('two people who edit one project', () => {
  const suite = useBrowser();

  async function openForm(page: Page, ref: string): Promise<void> {
    await page.goto(`/projects/${ref}/edit`);
    await titleOf(page).waitFor();
  }

  const titleOf = (page: Page) => page.getByLabel(t('projects.field.title'));
  const goalOf = (page: Page) => page.getByLabel(t('projects.field.goal'), { exact: false }).first();
  const save = (page: Page) => page.getByRole('button', { name: t('projects.save'), exact: true }).click();

  async function read(page: Page, ref: string): Promise<{ title: string; goal: string }> {
    const answer = await page.request.get(`${suite.origin}/api/v1/projects/${ref}`);
    return (await answer.json()) as { title: string; goal: string };
  }

  it('lose nothing: the second one sees what changed, keeps the own text, and saves both', async () => {
    const first = await suite.newPage({ as: 'project-lead' });
    const second = await suite.newPage({ as: 'portfolio-office' });
    await openForm(first, fullProject);
    await openForm(second, fullProject);

    await goalOf(second).fill('Jedes Gebäude ist angeschlossen.');
    await titleOf(first).fill('Glasfaser für alle Gebäude');
    await save(first);
    await heading(first, 'Glasfaser für alle Gebäude').waitFor();

    await save(second);
    await second.getByText(t('projects.conflict.title')).waitFor();
    await second.getByText(t.like('projects.conflict.kept')).waitFor();
    expect(await goalOf(second).inputValue()).toBe('Jedes Gebäude ist angeschlossen.');
    expect(await titleOf(second).inputValue()).toBe('Glasfaser für alle Gebäude');

    await second.getByRole('button', { name: t('projects.form.saveAgain') }).click();
    await heading(second, 'Glasfaser für alle Gebäude').waitFor();
    expect(await read(second, fullProject)).toMatchObject({
      title: 'Glasfaser für alle Gebäude',
      goal: 'Jedes Gebäude ist angeschlossen.',
    });
  });

  it('decide themselves when both changed the same field', async () => {
    const first = await suite.newPage({ as: 'project-lead' });
    const second = await suite.newPage({ as: 'portfolio-office' });
    await openForm(first, emptyProject);
    await openForm(second, emptyProject);
    await titleOf(second).fill('Mein Titel');
    await titleOf(first).fill('Anderer Titel');
    await save(first);
    await heading(first, 'Anderer Titel').waitFor();

    await save(second);
    await second.getByText(t('projects.conflict.both')).waitFor();
    expect(await titleOf(second).inputValue()).toBe('Mein Titel');
    await second
      .getByRole('button', { name: t('projects.conflict.take', { field: t('projects.field.title') }) })
      .click();
    expect(await titleOf(second).inputValue()).toBe('Anderer Titel');
    expect((await read(second, emptyProject)).title).toBe('Anderer Titel');
  });

  it('score different principles at the same time, and both count', async () => {
    const first = await suite.newPage({ as: 'project-lead' });
    const second = await suite.newPage({ as: 'office-coordinator' });
    for (const page of [first, second]) {
      await page.goto(`/projects/${emptyProject}/assessment/self`);
      await page.getByRole('article').nth(8).waitFor();
    }
    const score = async (page: Page, place: number, level: string) => {
      const card = page.getByRole('article').nth(place);
      if ((await card.getByRole('radio').count()) === 0) await card.getByRole('button').first().click();
      await card.getByRole('radio', { name: new RegExp(`^${level}\\b`) }).check();
      await card.getByLabel(t('assessments.entry.reason')).fill('Aus der Dienststelle');
      await card.getByRole('button').last().focus();
      await card.getByText(t('assessments.entry.state.saved'), { exact: true }).waitFor();
    };
    await score(first, 0, '3');
    await score(second, 1, '2');
    await score(first, 2, '4');
    await second.reload();
    await second
      .getByText(t('assessments.entry.progress', { settled: 3, of: 9 }))
      .first()
      .waitFor();
  });

  it('are told when both scored the same principle, and nothing that was typed is gone', async () => {
    const first = await suite.newPage({ as: 'project-lead' });
    const second = await suite.newPage({ as: 'office-coordinator' });
    const last = 8;
    for (const page of [first, second]) {
      await page.goto(`/projects/${emptyProject}/assessment/self`);
      await page.getByRole('article').nth(last).getByRole('button').first().click();
      await page.getByRole('article').nth(last).getByRole('radio').first().waitFor();
    }
    const answer = async (page: Page, level: string, reason: string) => {
      const card = page.getByRole('article').nth(last);
      await card.getByRole('radio', { name: new RegExp(`^${level}\\b`) }).check();
      await card.getByLabel(t('assessments.entry.reason')).fill(reason);
      await card.getByRole('button').last().focus();
      return card;
    };
    const mine = await answer(first, '4', 'Von der Projektleitung');
    await mine.getByText(t('assessments.entry.state.saved'), { exact: true }).waitFor();
    const theirs = await answer(second, '1', 'Von der Koordination');
    await theirs.getByText(t.like('assessments.entry.conflict.titleBy')).waitFor();
    expect(await theirs.getByLabel(t('assessments.entry.reason')).inputValue()).toBe('Von der Koordination');
    await theirs.getByText('Von der Projektleitung').waitFor();
    await theirs.getByRole('button', { name: t('assessments.entry.conflict.mine') }).click();
    await theirs.getByText(t('assessments.entry.state.saved'), { exact: true }).waitFor();
    await first.reload();
    await first.getByRole('article').nth(last).getByText(t('shared.level.1')).first().waitFor();
  });
});
