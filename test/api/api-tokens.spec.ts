import { type CreatedToken, inDays, useTokens } from '../support/api-tokens';

describe('API tokens of machines', () => {
  const test = useTokens();

  describe('making one', () => {
    it('answers the secret once and keeps only its hash', async () => {
      const { id, secret } = await test.create();
      expect(secret).toMatch(/^da_[\w-]{43}$/);
      const rows = await test.database.query<{ whole: string; length: number }>(
        `select to_jsonb(t)::text as whole, length(token_hash) as length from api_token t where id = $1`,
        [id],
      );
      expect(rows[0]?.length).toBe(32);
      expect(rows[0]?.whole).not.toContain(secret.slice(8));
      const token = await test.one(id);
      expect(JSON.stringify(token)).not.toContain(secret.slice(8));
      expect(token).toMatchObject({
        name: 'Kassenabgleich',
        hint: secret.slice(0, 8),
        roles: ['portfolio-office'],
        permissions: ['portfolio.read', 'project.create', 'project.edit'],
        state: 'active',
        createdBy: 'Fachadministration',
        lastUsedAt: null,
        revokedAt: null,
      });
    });

    it('does not tell the secret again when the same request is sent again', async () => {
      const key = { 'idempotency-key': 'once-and-for-all' };
      const first = await test.admin.send<CreatedToken>('POST', '/api/v1/api-tokens', test.wanted(), key);
      const second = await test.admin.send<CreatedToken>('POST', '/api/v1/api-tokens', test.wanted(), key);
      expect(second).toMatchObject({ status: 201, body: { id: first.body.id, secret: null } });
      const kept = await test.database.query<{ whole: string }>(
        'select to_jsonb(k)::text as whole from idempotency_key k',
      );
      expect(JSON.stringify(kept)).not.toContain(first.body.secret);
    });

    it('names everything that is wrong at once', async () => {
      const answer = await test.admin.send('POST', '/api/v1/api-tokens', {
        ...test.wanted({ permissions: ['portfolio.read', 'budget.edit', 'people.edit', 'changes.read'] }),
        roles: ['admin'],
        officeId: '0190f3a4-0000-7000-8000-000000000000',
        expiresOn: inDays(367),
      });
      expect(answer).toMatchObject({
        status: 422,
        body: {
          errors: [
            { pointer: '/permissions/1', code: 'api-token.not-grantable' },
            { pointer: '/permissions/2', code: 'api-token.not-grantable' },
            { pointer: '/officeId', code: 'reference-unknown' },
            { pointer: '/expiresOn', code: 'api-token.expiry-out-of-range' },
          ],
        },
      });
    });

    it('refuses what no token is made of', async () => {
      const answer = await test.admin.send<{ errors: { pointer: string }[] }>('POST', '/api/v1/api-tokens', {
        name: '',
        roles: [],
        permissions: [],
        expiresOn: '31.12.2026',
      });
      expect(answer.status).toBe(400);
      expect([...new Set(answer.body.errors.map(({ pointer }) => pointer))].sort()).toEqual([
        '/expiresOn',
        '/name',
        '/permissions',
        '/roles',
      ]);
    });

    it('says for each role what a token can be given', async () => {
      const { body } = await test.admin.get<{ roles: { role: string; permissions: string[] }[] }>(
        '/api/v1/api-tokens/grantable',
      );
      expect(body.roles.find(({ role }) => role === 'finance')?.permissions).toEqual([
        'portfolio.read',
        'budget.edit',
        'finance.read',
        'ledger.import',
        'session.read',
        'condition.report',
        'scenario.read',
        'scenario.edit',
      ]);
      expect(body.roles.flatMap(({ permissions }) => permissions)).not.toContain('tokens.edit');
    });
  });

  it('revokes at once and for good, and its machine has no rights any more', async () => {
    const { id, secret } = await test.create({ name: 'Altgerät' });
    expect((await test.by(secret, { url: '/api/v1/projects' })).status).toBe(200);
    await test.admin.send('DELETE', `/api/v1/api-tokens/${id}`);
    expect((await test.by(secret, { url: '/api/v1/projects' })).status).toBe(401);
    const { revokedAt, state } = await test.one(id);
    expect(state).toBe('revoked');
    await test.admin.send('DELETE', `/api/v1/api-tokens/${id}`);
    expect((await test.one(id)).revokedAt).toBe(revokedAt);
    const rights = await test.database.query(
      `select c.command, r.roles, r.has_left from history.person_rights r join change c on c.rev = r.from_rev
        join person p on p.id = r.id where p.display_name = 'Altgerät' order by r.from_rev`,
    );
    expect(rights).toEqual([
      { command: 'api-token.create', roles: ['portfolio-office'], has_left: false },
      { command: 'api-token.revoke', roles: [], has_left: true },
    ]);
  });
});
