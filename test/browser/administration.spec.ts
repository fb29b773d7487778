import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { heading } from '../support/browser-steps';
import { wordsOf } from '../support/browser-words';

const t = wordsOf('de');
const like = (key: string): RegExp => t.like(key);

describe('the administration', () => {
  const suite = useBrowser({ contents: 'strategy' });

  async function fill(page: Page, key: string, text: string): Promise<void> {
    await page.getByRole('dialog').getByLabel(t(key)).fill(text);
  }
  const save = (page: Page, key: string): Promise<void> =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: t(key) })
      .click();

  it('makes a person, invites them by a link that is shown once, gives a role, and records that they left', async () => {
    const page = await suite.newPage({ as: 'admin' });
    await page.goto('/admin/people');
    await page.getByRole('button', { name: t('administration.people.add') }).click();
    await fill(page, 'administration.people.name', 'Inga Müller-Lüdenscheidt');
    await fill(page, 'administration.people.mail', 'keine Adresse');
    await save(page, 'administration.save');
    // What is wrong stands beside the input, which keeps what was typed.
    await page.getByRole('dialog').locator('[aria-invalid="true"]').waitFor();
    await fill(page, 'administration.people.mail', 'inga@stadt.example');
    await save(page, 'administration.save');
    const row = page.getByRole('row').filter({ hasText: 'Inga Müller-Lüdenscheidt' });
    await row.waitFor();

    await row.getByRole('button', { name: like('administration.people.inviteWho') }).click();
    const link = await page
      .getByRole('dialog')
      .getByLabel(t('administration.people.invitationLink'))
      .inputValue();
    expect(link).toMatch(/\/set-password#[\w-]{43}$/);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await row.getByRole('button', { name: like('administration.people.editWho') }).click();
    await page.getByRole('dialog').getByLabel(t('shared.role.finance')).check();
    await save(page, 'administration.save');
    await row.getByText(t('shared.role.finance')).waitFor();

    await row.getByRole('button', { name: like('administration.people.departWho') }).click();
    await save(page, 'administration.people.depart');
    await row.waitFor({ state: 'detached' });
    const [person] = await suite.database.query<{ mail: string | null; roles: string[] }>(
      `select mail, roles from person where left_at is not null and kind = 'person'`,
    );
    expect(person).toEqual({ mail: null, roles: [] });
  });

  it('makes a token, which is shown once, works, and is refused once it is revoked', async () => {
    const page = await suite.newPage({ as: 'admin' });
    await page.goto('/admin/tokens');
    await page
      .getByRole('main')
      .getByRole('button', { name: t('administration.tokens.add') })
      .first()
      .click();
    await fill(page, 'administration.tokens.name', 'Data Warehouse');
    await save(page, 'administration.tokens.add');
    const secret = await page.getByRole('dialog').getByLabel(t('administration.tokens.secret')).inputValue();
    await page.keyboard.press('Escape');
    const row = page.getByRole('row').filter({ hasText: 'Data Warehouse' });
    await row.getByText(t('administration.tokens.states.active')).waitFor();
    expect(await row.innerText()).not.toContain(secret);

    const ask = (): Promise<number> =>
      fetch(`${suite.origin}/api/v1/projects`, { headers: { authorization: `Bearer ${secret}` } }).then(
        ({ status }) => status,
      );
    expect(await ask()).toBe(200);
    await row.getByRole('button', { name: t('administration.tokens.revoke') }).click();
    await save(page, 'administration.tokens.revoke');
    await row.getByText(t('administration.tokens.states.revoked')).waitFor();
    expect(await ask()).toBe(401);
  });

  it('says whose page it is to who may not use it, and offers them no way there', async () => {
    const page = await suite.newPage({ as: 'portfolio-office' });
    await page.goto('/admin/people');
    await page.getByText(t('administration.mayNot')).waitFor();
    await heading(page, t('administration.title')).waitFor();
    const links = page.getByRole('navigation', { name: t('app.nav.label') }).getByRole('link');
    expect(await links.allInnerTexts()).not.toContain(t('administration.title'));
  });
});
