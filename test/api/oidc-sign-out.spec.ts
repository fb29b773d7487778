import { generateKeyPair, SignJWT } from 'jose';
import { startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';
import { OidcBrowser } from '../support/oidc/browser';
import { startProvider, type TestProvider } from '../support/oidc/provider';

const appOrigin = 'http://localhost:3998';
const LOGOUT = { 'http://schemas.openid.net/event/backchannel-logout': {} };

let database: TestDatabase;
let provider: TestProvider;
let api: TestApi;
let people = 0;

beforeAll(async () => {
  database = await freshDatabase('empty');
  // As the standard has it: claims come with the user info, and the client has a secret.
  provider = await startProvider({
    appOrigin,
    claimsInIdToken: false,
    clientSecret: 'a secret of the tests only',
  });
  api = await startApi(database.url, {
    PUBLIC_URL: appOrigin,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'agenda',
    OIDC_CLIENT_SECRET: 'a secret of the tests only',
    OIDC_ROLES: 'agenda-lead=project-lead',
    OIDC_REQUIRE_GROUP: 'on',
    LOG_LEVEL: 'silent',
  });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
  await database.drop();
});

async function aSignedInPerson() {
  people += 1;
  const id = `person-${people}`;
  await provider.person(id, { name: `Person ${people}`, groups: ['agenda-lead'] });
  const browser = new OidcBrowser(api, { id, appOrigin });
  await browser.signIn();
  const [session] = await database.query<{ sid: string }>(
    `select s.provider_session as sid from session s join identity i on i.id = s.identity_id where i.subject = $1`,
    [id],
  );
  return { id, browser, sid: session?.sid ?? '' };
}

/** The claims of a proper logout token. */
function claimsOf(claims: object): object {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: provider.issuer,
    aud: 'agenda',
    iat: now,
    exp: now + 120,
    jti: `token-${Math.random()}`,
    events: LOGOUT,
    ...claims,
  };
}

async function sendToken(token: string, headers: Record<string, string> = {}) {
  const payload = new URLSearchParams({ logout_token: token, extra: 'ignored' }).toString();
  return api.inject({
    method: 'POST',
    url: '/api/v1/session/oidc/logout',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  });
}

describe('signing in with the user info', () => {
  it('finds the groups there, and turns away who has none of them', async () => {
    const { id, browser } = await aSignedInPerson();
    expect(await browser.who()).toMatchObject({ roles: ['employee', 'project-lead'] });
    await provider.person(id, { groups: ['something-else'] });
    expect(await browser.signIn()).toContain('fault=oidc-no-group');
  });
});

describe('signing out', () => {
  it('ends the session here and names the way to end it at the provider', async () => {
    const { browser } = await aSignedInPerson();
    const { status, body } = await browser.signOut();
    expect(status).toBe(200);
    const goTo = new URL(body.goTo ?? '');
    expect(goTo.origin).toBe(provider.issuer);
    expect(goTo.searchParams.get('post_logout_redirect_uri')).toBe(`${appOrigin}/sign-in`);
    expect(goTo.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await browser.who()).toBeNull();
  });

  it('leads nowhere else after a sign-in with a local account', async () => {
    const { body } = await (await api.as('finance')).send('DELETE', '/api/v1/session');
    expect(body).toEqual({ goTo: null });
  });
});

describe('a logout token of the provider', () => {
  it('ends the session that it names, and no other', async () => {
    const { browser, sid } = await aSignedInPerson();
    const { browser: other } = await aSignedInPerson();
    const answer = await sendToken(await provider.sign(claimsOf({ sid })));
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(await browser.who()).toBeNull();
    expect(await other.who()).not.toBeNull();
  });

  it('ends all sessions of a person when it names none', async () => {
    const { id, browser } = await aSignedInPerson();
    const second = new OidcBrowser(api, { id, appOrigin });
    await second.signIn();
    expect((await sendToken(await provider.sign(claimsOf({ sub: id })))).status).toBe(200);
    expect([await browser.who(), await second.who()]).toEqual([null, null]);
  });

  it('does no harm when it is sent again', async () => {
    const { id, browser } = await aSignedInPerson();
    const now = Math.floor(Date.now() / 1000);
    const token = await provider.sign(claimsOf({ sub: id, iat: now - 120, exp: now + 120 }));
    expect((await sendToken(token)).status).toBe(200);
    expect(await browser.who()).not.toBeNull();
  });

  it('ends nothing when the session that it names is not that of the person it names', async () => {
    const { browser, sid } = await aSignedInPerson();
    expect((await sendToken(await provider.sign(claimsOf({ sid, sub: 'somebody-else' })))).status).toBe(200);
    expect(await browser.who()).not.toBeNull();
  });

  const hour = 3600;
  const now = Math.floor(Date.now() / 1000);
  it.each<[string, object]>([
    ['for another application', { aud: 'other' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['that is an ID token', { nonce: 'n' }],
    ['without an event', { events: undefined }],
    ['with an event that is no object', { events: { [Object.keys(LOGOUT)[0] ?? '']: 'yes' } }],
    ['that has expired', { exp: now - hour }],
    ['that is an hour old', { iat: now - hour, exp: now + hour }],
    ['of the future', { iat: now + hour, exp: now + 2 * hour }],
    ['without a time', { iat: undefined }],
    ['without an id', { jti: undefined }],
    ['that names nobody', { sub: undefined, sid: undefined }],
  ])('is refused %s', async (_, claims) => {
    const { id, browser, sid } = await aSignedInPerson();
    const answer = await sendToken(await provider.sign(claimsOf({ sub: id, sid, ...claims })));
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'logout-token-refused' }]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await browser.who()).not.toBeNull();
  });

  it('is refused with the signature of somebody else, or with none', async () => {
    const { browser, sid } = await aSignedInPerson();
    const { privateKey } = await generateKeyPair('RS256');
    const own = await provider.sign(claimsOf({ sid }));
    const [header = '', payload = ''] = own.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const forged = await new SignJWT({ ...claimsOf({ sid }) })
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(privateKey);
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const token of [forged, none, `${header}.${payload}.AAAA`, 'nothing', '']) {
      expect((await sendToken(token)).status).toBe(400);
    }
    expect(await browser.who()).not.toBeNull();
  });

  it('comes from a server, so it needs neither the own origin nor the header that changes need', async () => {
    const answer = await sendToken('nothing', { origin: 'https://elsewhere.example' });
    expect(answer.body).toMatchObject({ code: 'logout-token-refused' });
  });

  it('is asked for again while the keys can not be fetched', async () => {
    const { sid, browser } = await aSignedInPerson();
    const token = await provider.sign(claimsOf({ sid }));
    await provider.goAway();
    const late = await startApi(database.url, {
      PUBLIC_URL: appOrigin,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'agenda',
      LOG_LEVEL: 'silent',
    });
    const answer = await late.inject({
      method: 'POST',
      url: '/api/v1/session/oidc/logout',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ logout_token: token }).toString(),
    });
    await late.stop();
    await provider.comeBack();
    expect([answer.status, answer.body]).toMatchObject([503, { code: 'oidc-provider-away' }]);
    expect(await browser.who()).not.toBeNull();
  });
});
