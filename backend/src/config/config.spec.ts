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
