import { Sessions } from '../../backend/src/accounts/index';
import { startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { faultOf, leadsTo, OidcBrowser } from '../support/oidc/browser';
import { startProvider, type TestProvider } from '../support/oidc/provider';
import { closeTable } from '../support/table-gate';

const appOrigin = 'http://localhost:3999';
const settings = {
  PUBLIC_URL: appOrigin,
  OIDC_CLIENT_ID: 'agenda',
  OIDC_ROLES: 'agenda-lead=project-lead,agenda-finance=finance,agenda-secretary=secretary',
  OIDC_OFFICE_CLAIM: 'office',
};

let database: TestDatabase;
let provider: TestProvider;
let api: TestApi;
let people = 0;

beforeAll(async () => {
  database = await freshDatabase('strategy');
  provider = await startProvider({ appOrigin, codeSeconds: 2, idTokenSeconds: 300 });
  api = await startApi(database.url, { ...settings, OIDC_ISSUER: provider.issuer, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
  await database.drop();
});

/** A person whom only the provider knows yet, in a browser of their own. */
async function aPerson(claims: Parameters<TestProvider['person']>[1] = {}) {
  people += 1;
  const id = `person-${people}`;
  await provider.person(id, { name: `Person ${people}`, groups: ['agenda-lead'], ...claims });
  return { id, browser: new OidcBrowser(api, { id, appOrigin }) };
}

async function personsOf(subject: string) {
  return database.query<{ id: string; roles: string[]; version: number }>(
    'select p.id, p.roles, p.version from person p join identity i on i.person_id = p.id where i.subject = $1',
    [subject],
  );
}

describe('signing in by the provider', () => {
  it('makes the account with name, mail, office and roles, and leads to the page that was asked for', async () => {
    const { id, browser } = await aPerson({ name: 'Jörg Müller', email: 'jm@city.example', office: 'IT' });
    expect(await browser.signIn('/check-grid?asOf=r7')).toBe('/check-grid?asOf=r7');
    expect(await browser.who()).toMatchObject({
      displayName: 'Jörg Müller',
      roles: ['employee', 'project-lead'],
      isSecretary: false,
      office: { shortName: 'IT' },
    });
    const [row] = await database.query('select mail from person where display_name = $1', ['Jörg Müller']);
    expect(row).toEqual({ mail: 'jm@city.example' });
    expect(await personsOf(id)).toHaveLength(1);
  });

  it('makes the secretary of the commission by a group', async () => {
    const { browser } = await aPerson({ groups: ['agenda-secretary'] });
    await browser.signIn();
    expect(await browser.who()).toMatchObject({ roles: ['employee', 'commission'], isSecretary: true });
  });

  it('brings the account up to date, and writes nothing when nothing has changed', async () => {
    const { id, browser } = await aPerson();
    await browser.signIn();
    await browser.signIn();
    expect(await personsOf(id)).toMatchObject([{ version: 1 }]);
    await provider.person(id, { name: 'Married', groups: ['agenda-finance'], office: 'nowhere' });
    await browser.signIn();
    expect(await browser.who()).toMatchObject({
      displayName: 'Married',
      roles: ['employee', 'finance'],
      office: null,
    });
    expect(await personsOf(id)).toMatchObject([{ version: 2 }]);
    const rights = await database.query<{ roles: string[] }>(
      'select r.roles from history.person_rights r join identity i on i.person_id = r.id where i.subject = $1 order by r.from_rev',
      [id],
    );
    expect(rights.map(({ roles }) => roles)).toEqual([
      ['employee', 'project-lead'],
      ['employee', 'finance'],
    ]);
  });

  it('takes away the role of a group that is gone, at once and in every browser', async () => {
    const { id, browser } = await aPerson();
    const other = new OidcBrowser(api, { id, appOrigin });
    await browser.signIn();
    await other.signIn();
    await provider.person(id, { groups: [] });
    await browser.signIn();
    expect(await browser.who()).toMatchObject({ roles: ['employee'] });
    expect(await other.who()).toBeNull();
  });

  it('gives a role in every browser without ending anything', async () => {
    const { id, browser } = await aPerson();
    const other = new OidcBrowser(api, { id, appOrigin });
    await other.signIn();
    await provider.person(id, { groups: ['agenda-lead', 'agenda-finance'] });
    await browser.signIn();
    expect(await other.who()).toMatchObject({ roles: ['employee', 'project-lead', 'finance'] });
  });

  it('makes one person of two first sign-ins at once', async () => {
    const { id, browser } = await aPerson();
    const other = new OidcBrowser(api, { id, appOrigin });
    const [one, two] = [await browser.pass(await browser.begin()), await other.pass(await other.begin())];
    // Neither gets beyond looking the person up before both are there.
    const gate = await closeTable(database.url, 'identity');
    const pages = Promise.all([browser.get(one), other.get(two)]);
    await gate.untilWaiting(2);
    await gate.open();
    expect((await pages).map(leadsTo)).toEqual(['/check-grid?asOf=r7', '/check-grid?asOf=r7']);
    expect(await personsOf(id)).toHaveLength(1);
  });

  it('works in two tabs of one browser at the same time', async () => {
    const { browser } = await aPerson();
    const [one, two] = [await browser.begin('/one'), await browser.begin('/two')];
    expect(leadsTo(await browser.get(await browser.pass(two)))).toBe('/two');
    expect(leadsTo(await browser.get(await browser.pass(one)))).toBe('/one');
  });

  it('gives a new session each time', async () => {
    const { id, browser } = await aPerson();
    await browser.signIn();
    await browser.signIn();
    const sessions = await database.query(
      'select from session s join identity i on i.id = s.identity_id where i.subject = $1',
      [id],
    );
    expect(sessions).toHaveLength(1);
  });

  it('is refused to somebody who has left, and says so', async () => {
    const { id, browser } = await aPerson();
    await browser.signIn();
    await database.query(
      'update person set left_at = now() where id = (select person_id from identity where subject = $1)',
      [id],
    );
    expect(faultOf(await browser.signIn())).toBe('oidc-person-left');
  });

  it.each([
    '//elsewhere.example',
    'https://elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
  ])('never leads to another site: %j', async (returnTo) => {
    const { browser } = await aPerson();
    expect(await browser.signIn(returnTo)).toBe('/');
  });

  it('lets nothing start with a role that there is not', async () => {
    const starting = startApi(database.url, {
      ...settings,
      OIDC_ISSUER: provider.issuer,
      OIDC_ROLES: 'agenda-lead=boss',
      LOG_LEVEL: 'silent',
    });
    await expect(starting).rejects.toThrow('OIDC_ROLES names the role boss');
  });

  it('leaves nothing behind when nobody comes back', async () => {
    const { browser } = await aPerson();
    await browser.begin();
    const waiting = () => database.query<{ n: number }>('select count(*)::int as n from oidc_sign_in');
    await database.query(`update oidc_sign_in set created_at = now() - interval '9 minutes'`);
    await api.app.get(Sessions).sweep();
    expect(await waiting()).not.toEqual([{ n: 0 }]);
    await database.query(`update oidc_sign_in set created_at = now() - interval '11 minutes'`);
    await api.app.get(Sessions).sweep();
    expect(await waiting()).toEqual([{ n: 0 }]);
  });

  it('is what the sign-in page offers, by the name of the provider', async () => {
    const { body } = await api.anonymous.get('/api/v1/session');
    expect(body).toMatchObject({ provider: { label: new URL(provider.issuer).host } });
  });
});

describe('a sign-in that goes wrong', () => {
  it('is refused with a nonce that is not the one that was sent', async () => {
    const { browser } = await aPerson();
    const address = new URL(await browser.begin());
    // What an injected code amounts to: the provider's ID token speaks of another request than this browser's.
    address.searchParams.set('nonce', 'another-nonce');
    expect(faultOf(leadsTo(await browser.get(await browser.pass(address.href))))).toBe('oidc-answer-wrong');
    expect(await browser.who()).toBeNull();
  });

  it('is refused without the verifier of the one who began it (PKCE)', async () => {
    const { browser } = await aPerson();
    const back = await browser.pass(await browser.begin());
    await database.query(`update oidc_sign_in set code_verifier = repeat('x', 43)`);
    expect(faultOf(leadsTo(await browser.get(back)))).toBe('oidc-code-expired');
  });

  it('is refused when the code has expired, and the next try leads to the same page', async () => {
    const { browser } = await aPerson();
    const back = await browser.pass(await browser.begin('/portfolio?q=x'));
    await provider.setClockAhead(3);
    const page = leadsTo(await browser.get(back));
    await provider.setClockAhead(0);
    expect(faultOf(page)).toBe('oidc-code-expired');
    expect(new URL(page, appOrigin).searchParams.get('redirect')).toBe('/portfolio?q=x');
  });

  it('is refused when its state was used before', async () => {
    const { browser } = await aPerson();
    const back = await browser.pass(await browser.begin());
    await browser.get(back);
    expect(faultOf(leadsTo(await browser.get(back)))).toBe('oidc-sign-in-unknown');
  });

  it('is refused in another browser than the one that began it, and goes on in that one', async () => {
    const { browser } = await aPerson();
    const { browser: victim } = await aPerson();
    await victim.begin();
    const back = await browser.pass(await browser.begin());
    expect(faultOf(leadsTo(await victim.get(back)))).toBe('oidc-sign-in-unknown');
    expect(await victim.who()).toBeNull();
    expect(leadsTo(await browser.get(back))).toBe('/check-grid?asOf=r7');
  });

  it('is refused when it took longer than ten minutes', async () => {
    const { browser } = await aPerson();
    const back = await browser.pass(await browser.begin());
    await database.query(`update oidc_sign_in set created_at = now() - interval '11 minutes'`);
    expect(faultOf(leadsTo(await browser.get(back)))).toBe('oidc-sign-in-unknown');
  });

  it.each(['', '?state=unknown&code=x', '?state=a&state=b&code=x', '?error=access_denied', '?code=%00'])(
    'is refused without a state that was handed out: %j',
    async (query) => {
      const { browser } = await aPerson();
      await browser.begin();
      const answer = await browser.get(`/api/v1/session/oidc/callback${query}`);
      expect(faultOf(leadsTo(answer))).toBe('oidc-sign-in-unknown');
    },
  );

  it('says so when the person cancels at the provider', async () => {
    const { browser } = await aPerson();
    const back = await browser.pass(await browser.begin(), 'cancel');
    expect(faultOf(leadsTo(await browser.get(back)))).toBe('oidc-denied');
  });

  it('is refused when another provider answers (mix-up)', async () => {
    const { browser } = await aPerson();
    const back = new URL(await browser.pass(await browser.begin()), appOrigin);
    back.searchParams.set('iss', 'https://elsewhere.example');
    expect(faultOf(leadsTo(await browser.get(back.pathname + back.search)))).toBe('oidc-answer-wrong');
  });
});

describe('clocks that differ', () => {
  afterEach(() => provider.setClockAhead(0));

  // The provider's ID tokens live for 300 s, so one that is 330 s behind hands them out expired for 30 s.
  it.each([30, 50, -30, -330])('are tolerated by %i s', async (seconds) => {
    const { browser } = await aPerson();
    await provider.setClockAhead(seconds);
    expect(await browser.signIn()).toBe('/check-grid?asOf=r7');
  });

  it.each([120, 3600, -400])('are not tolerated by %i s', async (seconds) => {
    const { browser } = await aPerson();
    await provider.setClockAhead(seconds);
    expect(faultOf(await browser.signIn())).toBe('oidc-clock');
    expect(await browser.who()).toBeNull();
  });
});

describe('a provider that is down', () => {
  it('lets the server start, is explained, and is found again by itself', async () => {
    await provider.goAway();
    const early = await startApi(database.url, {
      ...settings,
      OIDC_ISSUER: provider.issuer,
      LOG_LEVEL: 'silent',
    });
    try {
      const browser = new OidcBrowser(early, { id: 'early', appOrigin });
      expect((await browser.get('/health/ready')).status).toBe(200);
      expect(faultOf(await browser.begin())).toBe('oidc-provider-away');
      await provider.comeBack();
      await provider.person('early', { name: 'Early' });
      expect(await browser.signIn()).toBe('/check-grid?asOf=r7');
    } finally {
      await early.stop();
    }
  });

  it('is explained when it goes down while somebody is signing in', async () => {
    const { browser } = await aPerson();
    const back = await browser.pass(await browser.begin());
    await provider.goAway();
    const page = leadsTo(await browser.get(back));
    await provider.comeBack();
    expect(faultOf(page)).toBe('oidc-provider-away');
  });

  it('does not keep anybody from signing out', async () => {
    const { browser } = await aPerson();
    await browser.signIn();
    await provider.goAway();
    const { status } = await browser.signOut();
    await provider.comeBack();
    expect(status).toBe(200);
    expect(await browser.who()).toBeNull();
  });
});
