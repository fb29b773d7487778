import type { InjectOptions } from 'fastify';
import { type ApiAnswer, startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

const HTTPS = { PUBLIC_URL: 'https://agenda.example.org', INSECURE_HTTP_COOKIE: 'off' };
const ANSWERS: [string, InjectOptions][] = [
  ['an answer', { url: '/api/v1/session' }],
  ['a refusal', { url: '/api/v1/projects' }],
  ['what is not there', { url: '/api/v1/nowhere' }],
  ['what can not be read', { method: 'POST', url: '/api/v1/session', payload: '{' }],
  ['the health of the server', { url: '/health/live' }],
  ['a redirect', { url: '/api/v1/session/oidc?returnTo=//elsewhere.example' }],
];

describe.each([
  ['HTTPS', HTTPS],
  ['plain HTTP', {}],
])('what protects a browser over %s', (scheme, settings) => {
  const isHttps = scheme === 'HTTPS';
  let database: TestDatabase;
  let api: TestApi;
  beforeAll(async () => {
    database = await freshDatabase('strategy');
    api = await startApi(database.url, settings);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const signIn = (headers: Record<string, string> = {}): Promise<ApiAnswer> =>
    api.inject({
      method: 'POST',
      url: '/api/v1/session/sample',
      payload: { login: 'employee' },
      headers: { 'x-requested-with': 'digital-agenda', ...headers },
    });

  it.each(ANSWERS)('stands in the head of %s', async (_, request) => {
    const { headers } = await api.inject(request);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    });
    expect(headers['strict-transport-security']).toBe(isHttps ? 'max-age=31536000' : undefined);
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(policy.includes('upgrade-insecure-requests')).toBe(isHttps);
  });

  it('keeps the session where scripts and other hosts do not get at it', async () => {
    const [cookie = ''] = [(await signIn()).headers['set-cookie'] ?? []].flat();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(isHttps ? /^__Host-da_session=[\w-]{43,}$/ : /^da_session=[\w-]{43,}$/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
    expect(attributes.includes('Secure')).toBe(isHttps);
    expect(cookie).not.toMatch(/domain=/i);
  });

  it('has the browser forget at sign-out what it kept', async () => {
    const [cookie = ''] = [(await signIn()).headers['set-cookie'] ?? []].flat();
    const { status, headers } = await api.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { cookie: cookie.split(';')[0], 'x-requested-with': 'digital-agenda' },
    });
    expect(status).toBeLessThan(300);
    expect(String(headers['set-cookie'])).toMatch(/da_session=;/);
    expect(headers['clear-site-data']).toBe('"cache"');
  });

  it('lets no other origin read or ask', async () => {
    const foreign = { origin: 'https://elsewhere.example' };
    const read = await api.inject({ url: '/api/v1/session', headers: foreign });
    const preflight = await api.inject({
      method: 'OPTIONS',
      url: '/api/v1/projects',
      headers: { ...foreign, 'access-control-request-method': 'POST' },
    });
    for (const { headers } of [read, preflight])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await signIn(foreign)).status).toBe(403);
  });

  it('answers no TRACE', async () => {
    const headers = { 'x-secret': 'abcd1234' };
    const { status, body } = await api.inject({ method: 'TRACE', url: '/api/v1/session', headers });
    expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toContain('abcd1234');
  });
});
