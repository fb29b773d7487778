import { setTimeout as pause } from 'node:timers/promises';
import { useBrowser } from '../support/browser';
import { wordsOf } from '../support/browser-words';
import { goTo, place, recorded } from '../support/live-session';
import { aRunningSession } from '../support/review-sessions';

const suite = useBrowser();
const t = wordsOf('de');
const number = 33;
const live = `/reviews/${number}/live`;
const MINUTE_MS = 60_000;

describe('a session on the wall whose line is down for a whole minute', () => {
  it('goes on by itself: what was decided here is sent once, what others decided is seen', async () => {
    suite.expectFault(/ERR_INTERNET_DISCONNECTED|Failed to load resource|412/);
    const items = await aRunningSession(suite.database, number);
    const mine = await suite.newPage({ as: 'commission' });
    const theirs = await suite.newPage({ as: 'portfolio-office' });
    await mine.goto(live);
    await theirs.goto(live);
    await goTo(mine, 3);
    await place(theirs, 3).waitFor();

    await mine.context().setOffline(true);
    await mine.getByText(t.like('liveSession.interrupted')).waitFor();
    await mine.keyboard.press('2');
    await mine.keyboard.press('Enter');
    await mine.getByText(t('liveSession.onItsWay')).waitFor();
    await goTo(theirs, 1);
    await theirs.keyboard.press('1');
    await theirs.keyboard.press('Enter');
    await recorded(theirs, 'noted').waitFor();
    await pause(MINUTE_MS);

    await mine.context().setOffline(false);
    await recorded(theirs, 'noted').waitFor();
    const decisions = async (): Promise<unknown[]> =>
      suite.database.query(
        `select i.position, d.outcome from history.review_decision d join review_item i on i.id = d.item_id
          where i.id = any ($1) order by 1`,
        [items],
      );
    for (let turn = 0; turn < 100 && (await decisions()).length < 2; turn += 1) await pause(200);
    expect(await decisions()).toEqual([
      { position: 1, outcome: 'noted' },
      { position: 3, outcome: 'approved' },
    ]);
    await goTo(mine, 1);
    await recorded(mine, 'noted').waitFor();
    await goTo(theirs, 3);
    await recorded(theirs, 'approved').waitFor();
  }, 180_000);
});
