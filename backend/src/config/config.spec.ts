import { loadConfig, StartError } from './index.js';

function faultsOf(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return String(error);
  }
  throw new Error('The configuration was taken.');
}

describe('reading the configuration', () => {
  it('needs nothing to be set', () => {
    expect(loadConfig({})).toMatchObject({
      environment: 'development',
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      migrationDatabaseUrl: null,
      publicUrl: null,
      databasePoolSize: 10,
      sessionIdleMinutes: 60,
      sessionMaxHours: 12,
      logLevel: 'info',
    });
  });

  it('takes an empty value for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('offers samples and a cookie for plain HTTP outside production only', () => {
    const open = { sampleAccounts: true, samplePortfolio: true, insecureHttpCookie: true };
    const closed = { sampleAccounts: false, samplePortfolio: false, insecureHttpCookie: false };
    expect(loadConfig({})).toMatchObject(open);
    expect(loadConfig({ NODE_ENV: 'production' })).toMatchObject(closed);
  });

  it('has sample accounts in production when they are asked for by name', () => {
    const config = loadConfig({ NODE_ENV: 'production', SAMPLE_ACCOUNTS: 'on' });
    expect(config).toMatchObject({ sampleAccounts: true, samplePortfolio: false });
  });

  it('names every fault at once', () => {
    const message = faultsOf({
      PORT: '70000',
      SAMPLE_ACCOUNTS: 'perhaps',
      LOG_LEVEL: 'loud',
      DATABASE_POOL_SIZE: '1.5',
      PUBLIC_URL: 'https://agenda.example.org/path',
    });
    for (const name of ['PORT', 'SAMPLE_ACCOUNTS', 'LOG_LEVEL', 'DATABASE_POOL_SIZE', 'PUBLIC_URL']) {
      expect(message).toContain(`- ${name} must`);
    }
  });

  it('never repeats the database address, which holds a password', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://user:hunter2@host/db' })).not.toContain('hunter2');
  });

  it('refuses an owner of a database that is not named', () => {
    const address = 'postgresql://owner:hunter2@host/db';
    expect(faultsOf({ MIGRATION_DATABASE_URL: address })).toContain(
      'MIGRATION_DATABASE_URL needs DATABASE_URL',
    );
    expect(faultsOf({ MIGRATION_DATABASE_URL: address })).not.toContain('hunter2');
  });

  it('refuses a session that may idle for longer than it may last', () => {
    expect(faultsOf({ SESSION_IDLE_MINUTES: '90', SESSION_MAX_HOURS: '1' })).toContain(
      'SESSION_IDLE_MINUTES',
    );
  });

  it('gives the public address as an origin', () => {
    expect(loadConfig({ PUBLIC_URL: 'https://agenda.example.org/' }).publicUrl).toBe(
      'https://agenda.example.org',
    );
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });
});

describe('the settings of the identity provider', () => {
  const provider = {
    PUBLIC_URL: 'https://agenda.example.org',
    OIDC_ISSUER: 'https://sso.example.org/realms/city',
    OIDC_CLIENT_ID: 'digital-agenda',
  };

  it('are none unless an issuer is named', () => {
    expect(loadConfig({ OIDC_CLIENT_ID: 'digital-agenda' }).oidc).toBeNull();
  });

  it('need the public address and the client, and say so', () => {
    const message = faultsOf({ OIDC_ISSUER: provider.OIDC_ISSUER });
    expect(message).toContain('PUBLIC_URL must be set, because OIDC_ISSUER is.');
    expect(message).toContain('OIDC_CLIENT_ID must be set, because OIDC_ISSUER is.');
  });

  it('have usual values for all the rest', () => {
    expect(loadConfig(provider).oidc).toMatchObject({
      clientSecret: null,
      label: 'sso.example.org',
      scopes: 'openid profile email',
      groupsClaim: 'groups',
      groupRoles: [],
      requireGroup: false,
      officeClaim: null,
    });
  });

  it('map groups to roles; a group may hold an equals sign', () => {
    const { oidc } = loadConfig({ ...provider, OIDC_ROLES: 'lead=project-lead, cn=money=finance' });
    expect(oidc?.groupRoles).toEqual([
      { group: 'lead', role: 'project-lead' },
      { group: 'cn=money', role: 'finance' },
    ]);
  });

  it('refuse plain HTTP in production, a mapping without roles, and scopes without openid', () => {
    expect(
      faultsOf({ ...provider, NODE_ENV: 'production', OIDC_ISSUER: 'http://sso.example.org' }),
    ).toContain('OIDC_ISSUER');
    expect(faultsOf({ ...provider, OIDC_ROLES: 'lead' })).toContain('OIDC_ROLES');
    expect(faultsOf({ ...provider, OIDC_REQUIRE_GROUP: 'on' })).toContain('OIDC_ROLES must be set');
    expect(faultsOf({ ...provider, OIDC_SCOPES: 'profile' })).toContain('OIDC_SCOPES');
  });

  it('never repeat the secret', () => {
    expect(faultsOf({ ...provider, OIDC_CLIENT_SECRET: 'hunter2', OIDC_SCOPES: 'email' })).not.toContain(
      'hunter2',
    );
  });
});
