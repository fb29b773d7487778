import type { Page } from 'playwright-core';
import { signInAs, useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';
import { type CutProxy, startProxy } from '../support/cut-proxy';
import { type RunningServer, startServer } from '../support/server';

const suite = useBrowser();
const t = wordsOf('de');
const number = 31;
const live = `/reviews/${number}/live`;
const deadlineMs = 1_000;
const items: string[] = [];

beforeAll(async () => {
  const [session] = await suite.database.query<{ id: string }>(
    `insert into review_session (id, number, starts_at, state, opened_at) values (gen_random_uuid(), $1, now(), 'running', now())
     returning id`,
    [number],
  );
  await suite.database.query(
    `insert into review_item (id, session_id, position, project_id, origin)
     select gen_random_uuid(), $1, row_number() over (order by p.number), p.id, 'added'
       from (select id, number from project order by number limit 6) p`,
    [session?.id],
  );
  const rows = await suite.database.query<{ id: string }>(
    'select id from review_item where session_id = $1 order by position',
    [session?.id],
  );
  items.push(...rows.map(({ id }) => id));
});

describe('a session on the wall', () => {
  it('IT commission 6: decide by keyboard, with a condition, and closing makes it read-only', async () => {
    const page = await suite.newPage({ as: 'commission' });
    await page.goto(live);
    await place(page, 1).waitFor();

    await page.keyboard.press('3');
    const condition = page.getByLabel(t('liveSession.conditionText'));
    await condition.waitFor();
    await page.keyboard.type('Datenschutz bis zum Frühjahr klären');
    await page.keyboard.press('Control+Enter');
    await recorded(page, 'approvedWithConditions').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await place(page, 2).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await recorded(page, 'noted').waitFor();

    expect(await decisions()).toEqual([
      { outcome: 'approved-with-conditions', conditions: 1 },
      { outcome: 'noted', conditions: 0 },
    ]);
    await setState('closed');
    await page.reload();
    await page.getByText(t('liveSession.closed')).waitFor();
    expect(await page.getByRole('button', { name: t('liveSession.record') }).count()).toBe(0);
    await setState('running');
  });

  it('keeps a decision that was made while the line was down, and sends it once the line is back', async () => {
    suite.expectFault(/ERR_INTERNET_DISCONNECTED|Failed to load resource|412/);
    const page = await suite.newPage({ as: 'commission' });
    await page.goto(live);
    await goTo(page, 3);
    await page.context().setOffline(true);
    await page.getByText(t.like('liveSession.interrupted')).waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await page.getByText(t('liveSession.onItsWay')).waitFor();
    await page.context().setOffline(false);
    await recorded(page, 'approved').waitFor();
    expect(await decisionsOf(3)).toEqual([{ outcome: 'approved' }]);
  });

  it('shows what stands there now when somebody else decided meanwhile, and lets one choose', async () => {
    suite.expectFault(/ERR_INTERNET_DISCONNECTED|Failed to load resource|412/);
    const mine = await suite.newPage({ as: 'commission' });
    const theirs = await suite.newPage({ as: 'portfolio-office' });
    await mine.goto(live);
    await goTo(mine, 4);
    await mine.context().setOffline(true);
    await mine.getByText(t.like('liveSession.interrupted')).waitFor();
    await mine.keyboard.press('5');
    await mine.keyboard.press('Enter');
    await mine.getByText(t('liveSession.onItsWay')).waitFor();
    await theirs.goto(live);
    await goTo(theirs, 4);
    await theirs.keyboard.press('1');
    await theirs.keyboard.press('Enter');
    await recorded(theirs, 'noted').waitFor();
    await mine.context().setOffline(false);
    await mine.getByText(t('liveSession.conflict')).waitFor();
    await mine.getByRole('button', { name: t('liveSession.keepMine') }).click();
    await recorded(mine, 'stopped').waitFor();
    await recorded(theirs, 'stopped').waitFor();
  });
});

describe('a session over two server processes', () => {
  let second: RunningServer;
  let first: RunningServer;
  let proxy: CutProxy;

  beforeAll(async () => {
    const settings = { MIGRATION_DATABASE_URL: suite.database.ownerUrl };
    first = await startServer(suite.database.url, settings);
    second = await startServer(suite.database.url, settings);
    proxy = await startProxy([first.origin, second.origin]);
  });
  afterAll(async () => {
    await proxy.stop();
    await first.stop();
    await second.stop();
  });

  it('shows a decision everywhere within a second, and goes on when one process is killed', async () => {
    suite.expectFault(/ERR_|Failed to load resource|412/);
    const pages: Page[] = [];
    for (const [index, role] of ['commission', 'portfolio-office', 'finance'].entries()) {
      proxy.prefer(index % 2);
      pages.push(await open(role));
    }
    const [secretary, office, finance] = pages as [Page, Page, Page];
    await goTo(secretary, 5);
    await Promise.all(pages.map((page) => place(page, 5).waitFor()));

    const seen = Promise.all(pages.map((page) => recorded(page, 'noted').waitFor()));
    await secretary.keyboard.press('1');
    const madeAt = Date.now();
    await secretary.keyboard.press('Enter');
    await seen;
    const tookMs = Date.now() - madeAt;
    process.stdout.write(`a decision was seen by all three after ${tookMs} ms\n`);
    expect(tookMs).toBeLessThan(deadlineMs);

    first.process.kill('SIGKILL');
    await office.keyboard.press('5');
    await office.keyboard.press('Enter');
    await Promise.all(pages.map((page) => recorded(page, 'stopped').waitFor()));
    await goTo(secretary, 6);
    await place(finance, 6).waitFor();
    expect(await decisionsOf(5)).toEqual([{ outcome: 'stopped' }]);
    expect(
      await suite.database.query(
        'select outcome from history.review_decision where item_id = $1 order by from_rev',
        [items[4]],
      ),
    ).toEqual([{ outcome: 'noted' }, { outcome: 'stopped' }]);
  });

  async function open(role: string): Promise<Page> {
    const page = await suite.newPage();
    await signInAs(page, { role, origin: proxy.origin });
    await page.goto(`${proxy.origin}${live}`);
    await place(page, 1)
      .or(page.getByRole('heading', { level: 1 }))
      .first()
      .waitFor();
    return page;
  }
});

function place(page: Page, at: number) {
  return page.getByText(t('liveSession.place', { at: String(at), of: '6' }));
}

function recorded(page: Page, outcome: string) {
  return page.getByRole('status').getByText(t(`shared.outcome.${outcome}`), { exact: true });
}

/** Goes to an item by the arrows, from wherever the walls stand. */
async function goTo(page: Page, at: number): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('ArrowLeft');
  await place(page, 1).waitFor();
  for (let step = 1; step < at; step += 1) await page.keyboard.press('ArrowRight');
  await place(page, at).waitFor();
}

function setState(state: string) {
  return suite.database.query('update review_session set state = $1 where number = $2', [state, number]);
}

function decisions() {
  return suite.database.query(
    `select d.outcome, count(c.id)::int as conditions from review_decision d
       left join review_condition c on c.decision_id = d.id
      where d.item_id = any($1) group by d.id order by d.decided_at`,
    [items],
  );
}

function decisionsOf(position: number) {
  return suite.database.query('select outcome from review_decision where item_id = $1', [
    items[position - 1],
  ]);
}
