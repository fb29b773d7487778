import type { InjectOptions } from 'fastify';
import type { ApiAnswer } from '../support/api';
import { useTokens } from '../support/api-tokens';
import { OPERATIONS } from '../support/openapi';
import { aProject, type Commanded, ifMatch } from '../support/projects';

/** A POST with a body. */
const post = (url: string, payload: object): InjectOptions => ({ method: 'POST', url, payload });

describe('API tokens in use', () => {
  const test = useTokens();

  describe('using one', () => {
    it('needs neither cookie nor the header of the interface, and is written into the history by its name', async () => {
      const { secret } = await test.create({ name: 'Schnittstelle Schulen' });
      const made = await test.by(
        secret,
        post('/api/v1/projects', { title: 'Per Token', primaryActionField: 'innovation' }),
      );
      expect(made.status).toBe(201);
      expect(made.headers['set-cookie']).toBeUndefined();
      const { id, version } = made.body as Commanded;
      const changed = await test.by(
        secret,
        { method: 'PATCH', url: `/api/v1/projects/${id}`, payload: { title: 'Neu' } },
        { ...ifMatch(version), 'content-type': 'application/merge-patch+json' },
      );
      expect(changed.status).toBe(200);
      const history = await test.admin.get<{ items: { actorName: string }[] }>(
        `/api/v1/projects/${id}/history`,
      );
      expect(history.body.items.map(({ actorName }) => actorName)).toEqual([
        'Schnittstelle Schulen',
        'Schnittstelle Schulen',
      ]);
    });

    it('may do what it was given and no more, though its roles may', async () => {
      const { secret } = await test.create({ permissions: ['portfolio.read'] });
      expect((await test.by(secret, { url: '/api/v1/projects' })).status).toBe(200);
      const refused = await test.by(
        secret,
        post('/api/v1/projects', { title: 'Nein', primaryActionField: 'innovation' }),
      );
      expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });

    it('may do no more than its roles may today', async () => {
      const { secret } = await test.create({ name: 'Schrumpft' });
      const project = await aProject(await test.api.as('portfolio-office'));
      await test.database.query(`update person set roles = '{finance}' where display_name = 'Schrumpft'`);
      const patch: InjectOptions = { method: 'PATCH', url: project.url, payload: { title: 'Nein' } };
      const headers = { ...ifMatch(1), 'content-type': 'application/merge-patch+json' };
      expect((await test.by(secret, patch, headers)).status).toBe(403);
      expect((await test.by(secret, { url: project.url })).status).toBe(200);
    });

    it('is bound to projects as its role and office are', async () => {
      const { secret } = await test.create({
        roles: ['office-coordinator'],
        permissions: ['portfolio.read', 'project.edit'],
      });
      const project = await aProject(await test.api.as('portfolio-office'), { office: 'it' });
      const patch: InjectOptions = { method: 'PATCH', url: project.url, payload: { title: 'Nein' } };
      const headers = { ...ifMatch(1), 'content-type': 'application/merge-patch+json' };
      expect((await test.by(secret, patch, headers)).status).toBe(403);
    });

    it('has nothing to do with sessions, rights of people, or tokens', async () => {
      const { secret } = await test.create({
        roles: ['admin'],
        permissions: ['portfolio.read', 'organisation.edit', 'settings.edit', 'changes.read'],
      });
      // What leads to and from the identity provider answers every refusal with the way to the sign-in page.
      const closed = OPERATIONS.filter(({ path }) => !path.includes('/oidc')).filter(({ path }) =>
        /^\/api\/v1\/(session|me|users|people|api-tokens)\b/.test(path),
      );
      expect(closed.length).toBeGreaterThan(10);
      const answers = await Promise.all(
        closed.map(async ({ method, path }) => {
          const url = path.replaceAll(/\{\w+\}/g, '0190f3a4-0000-7000-8000-000000000000');
          const { status } = await test.by(secret, {
            method: method,
            url,
            ...(method === 'GET' ? {} : { payload: {} }),
          });
          return `${method} ${path} ${status}`;
        }),
      );
      expect(answers.filter((answer) => !answer.endsWith(' 403'))).toEqual([]);
    });

    it('is no person: nobody can choose it as a lead or administer it', async () => {
      const { secret } = await test.create({
        name: 'Maschine Unsichtbar',
        roles: ['project-lead'],
        permissions: ['project.edit'],
      });
      const lead = await test.api.as('project-lead');
      const url = '/api/v1/people?q=Unsichtbar';
      expect((await lead.get<{ total: number }>(url)).body.total).toBe(0);
      expect((await test.admin.get<{ total: number }>('/api/v1/users?q=Unsichtbar')).body.total).toBe(0);
      const [machine] = await test.database.query<{ id: string }>(
        `select id from person where display_name = 'Maschine Unsichtbar'`,
      );
      expect((await test.admin.get(`/api/v1/users/${machine?.id}`)).status).toBe(404);
      expect(secret).toMatch(/^da_/);
    });

    it('takes as many statements as a session does', async () => {
      const { secret } = await test.create();
      await test.by(secret, { url: '/api/v1/projects' });
      const ofToken = await test.by(secret, { url: '/api/v1/projects' });
      const ofSession = await test.admin.get('/api/v1/projects');
      expect(ofToken.statements).toBe(ofSession.statements);
    });

    it('shows when it was used last, written at most once a minute', async () => {
      const { id, secret } = await test.create();
      await test.by(secret, { url: '/api/v1/projects' });
      const { lastUsedAt } = await test.one(id);
      expect(Date.now() - Date.parse(lastUsedAt ?? '')).toBeLessThan(60_000);
      await test.database.query(
        `update api_token set last_used_at = now() - interval '59 seconds' where id = $1`,
        [id],
      );
      const fresh = (await test.one(id)).lastUsedAt;
      await test.by(secret, { url: '/api/v1/projects' });
      expect((await test.one(id)).lastUsedAt).toBe(fresh);
      await test.database.query(
        `update api_token set last_used_at = now() - interval '61 seconds' where id = $1`,
        [id],
      );
      await test.by(secret, { url: '/api/v1/projects' });
      expect((await test.one(id)).lastUsedAt).not.toBe(fresh);
    });
  });

  describe('one that is not valid', () => {
    const refusalOf = ({ status, body, headers }: ApiAnswer): object => ({
      status,
      body: { ...(body as object), correlationId: null },
      authenticate: headers['www-authenticate'],
    });

    it('gets the same answer whether it is unknown, malformed, expired or revoked', async () => {
      const [expired, revoked] = [await test.create(), await test.create()];
      await test.database.query(`update api_token set expires_at = now() where id = $1`, [expired.id]);
      expect((await test.admin.send('DELETE', `/api/v1/api-tokens/${revoked.id}`)).status).toBe(204);
      const answers = [];
      for (const secret of [
        expired.secret,
        revoked.secret,
        `da_${'x'.repeat(43)}`,
        'da_short',
        'eyJhbGciOi',
        '',
      ])
        answers.push(refusalOf(await test.by(secret, { url: '/api/v1/projects' })));
      const [first, ...others] = answers;
      expect(first).toMatchObject({
        status: 401,
        body: { code: 'api-token.refused' },
        authenticate: 'Bearer realm="digital-agenda", error="invalid_token"',
      });
      for (const other of others) expect(other).toEqual(first);
      expect((await test.one(expired.id)).state).toBe('expired');
    });

    it('is not taken for nobody where anybody may read', async () => {
      expect((await test.by(`da_${'x'.repeat(43)}`, { url: '/api/v1/session' })).status).toBe(401);
    });
  });

  it('is refused beside a session, so that it is always clear in whose name something is done', async () => {
    const { secret } = await test.create();
    const both = await test.by(secret, { url: '/api/v1/projects' }, { cookie: test.admin.cookie });
    expect(both).toMatchObject({ status: 400, body: { code: 'two-credentials' } });
  });

  it('leaves the guard against other sites as it is for sessions', async () => {
    const forged = await test.api.inject({
      method: 'POST',
      url: '/api/v1/api-tokens',
      payload: test.wanted(),
      headers: { cookie: test.admin.cookie, authorization: 'Basic cHJveHk6cHJveHk=' },
    });
    expect(forged).toMatchObject({ status: 403, body: { code: 'cross-site' } });
  });
});
