import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OidcConfig, readOidc } from './oidc-config.js';
import { SettingReader, type Environment } from './setting-reader.js';
import { StartError } from './start-error.js';

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The settings of one server process. What each means, and its default: `settings.ts`. */
export interface Config {
  readonly environment: 'production' | 'development' | 'test';
  readonly port: number;
  readonly host: string;
  /** Origin without a path, e.g. `https://agenda.example.org`; null when the address of the request counts. */
  readonly publicUrl: string | null;
  /** Holds a password: not for logs. Null means the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The same database under the role that owns it; null when there is one role for all, or none is configured. */
  readonly migrationDatabaseUrl: string | null;
  readonly dataDir: string;
  readonly databasePoolSize: number;
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  /** The identity provider; null when people sign in with local accounts only. */
  readonly oidc: OidcConfig | null;
  /** Holds a password: not for logs. Null means that no mails are sent. */
  readonly smtpUrl: string | null;
  /** Set whenever `smtpUrl` is. */
  readonly mailFrom: string | null;
  readonly insecureHttpCookie: boolean;
  readonly sampleAccounts: boolean;
  readonly samplePortfolio: boolean;
  /** Absolute path. */
  readonly strategyFile: string;
  /** Addresses and networks, divided by commas, whose X-Forwarded-* headers count; null for nobody's. */
  readonly trustProxy: string | null;
  readonly rateLimit: boolean;
  /** Multiplies every rate limit. */
  readonly rateLimitFactor: number;
  /** Largest file of the ledger that is read in. */
  readonly ledgerMaxMegabytes: number;
  /** Seconds in which the server says that it is not ready before it stops. */
  readonly stopPauseSeconds: number;
  readonly logLevel: (typeof logLevels)[number];
}

/**
 * Reads and checks all settings. Nothing else in the server reads the environment.
 * @throws StartError that names every fault, one per line
 */
export function loadConfig(environment: Environment = process.env): Config {
  const read = new SettingReader(environment);
  const nodeEnv = read.choice('NODE_ENV', ['production', 'development', 'test'], 'development');
  const outsideProduction = nodeEnv !== 'production';
  const config: Config = {
    environment: nodeEnv,
    port: read.wholeNumber('PORT', { default: 3000, min: 1, max: 65_535 }),
    host: read.text('HOST') ?? '127.0.0.1',
    publicUrl: readPublicUrl(read),
    databaseUrl: readDatabaseUrl(read, 'DATABASE_URL'),
    migrationDatabaseUrl: readDatabaseUrl(read, 'MIGRATION_DATABASE_URL'),
    dataDir: resolve(read.text('DATA_DIR') ?? defaultDataDir(environment)),
    databasePoolSize: read.wholeNumber('DATABASE_POOL_SIZE', { default: 10, min: 1, max: 1000 }),
    sessionIdleMinutes: read.wholeNumber('SESSION_IDLE_MINUTES', { default: 60, min: 1, max: 10_080 }),
    sessionMaxHours: read.wholeNumber('SESSION_MAX_HOURS', { default: 12, min: 1, max: 720 }),
    oidc: readOidc(read, { httpToo: outsideProduction }),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']) && read.text('SMTP_URL'),
    mailFrom: readMailFrom(read),
    insecureHttpCookie: read.toggle('INSECURE_HTTP_COOKIE', outsideProduction),
    sampleAccounts: read.toggle('SAMPLE_ACCOUNTS', outsideProduction),
    samplePortfolio: read.toggle('SAMPLE_PORTFOLIO', outsideProduction),
    strategyFile: resolve(
      read.text('STRATEGY_FILE') ?? join(projectFolder, 'backend/data/karlsruhe/strategy-2022.json'),
    ),
    trustProxy: readTrustProxy(read),
    rateLimit: read.toggle('RATE_LIMIT', nodeEnv !== 'test'),
    rateLimitFactor: read.wholeNumber('RATE_LIMIT_FACTOR', { default: 1, min: 1, max: 1000 }),
    ledgerMaxMegabytes: read.wholeNumber('LEDGER_MAX_MEGABYTES', { default: 50, min: 1, max: 500 }),
    stopPauseSeconds: read.wholeNumber('STOP_PAUSE_SECONDS', { default: 0, min: 0, max: 60 }),
    logLevel: read.choice('LOG_LEVEL', logLevels, 'info'),
  };
  if (config.smtpUrl !== null) {
    if (config.mailFrom === null) read.fault('SMTP_URL', 'needs MAIL_FROM, the sender of the mails', 'none');
    // Never from a request, which may name any host: a link with a secret must lead here.
    if (config.publicUrl === null)
      read.fault('SMTP_URL', 'needs PUBLIC_URL, to which links in mails lead', 'none');
  }
  if (config.sessionIdleMinutes > config.sessionMaxHours * 60) {
    read.fault('SESSION_IDLE_MINUTES', 'must not exceed SESSION_MAX_HOURS', config.sessionIdleMinutes);
  }
  if (config.migrationDatabaseUrl !== null && config.databaseUrl === null) {
    read.faults.push('MIGRATION_DATABASE_URL needs DATABASE_URL, which is not set.');
  }
  if (read.faults.length > 0) {
    throw new StartError(`The configuration cannot be used:\n${read.faults.map((f) => `- ${f}`).join('\n')}`);
  }
  return Object.freeze(config);
}

/** `agenda@example.org` or `Digital Agenda <agenda@example.org>`. */
function readMailFrom(read: SettingReader): string | null {
  const from = read.text('MAIL_FROM');
  if (from !== null && !/^(?:[^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from))
    read.fault('MAIL_FROM', 'must be a mail address, with a name before it or without', from);
  return from;
}

function readDatabaseUrl(
  read: SettingReader,
  name: 'DATABASE_URL' | 'MIGRATION_DATABASE_URL',
): string | null {
  return read.url(name, ['postgresql:', 'postgres:']) && read.text(name);
}

function readPublicUrl(read: SettingReader): string | null {
  const url = read.url('PUBLIC_URL', ['https:', 'http:']);
  if (url && (url.pathname !== '/' || url.search || url.hash || url.username)) {
    read.fault('PUBLIC_URL', 'must consist of scheme, host and port only', url.pathname + url.search);
  }
  return url?.origin ?? null;
}

const PROXY_WORDS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** A list of addresses, networks and words for networks; a number of hops would trust whoever comes without a proxy. */
function readTrustProxy(read: SettingReader): string | null {
  const text = read.text('TRUST_PROXY');
  if (text === null) return null;
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => PROXY_WORDS.has(part) || isNetwork(part))) return parts.join(',');
  read.fault('TRUST_PROXY', 'must be a list of addresses and networks, or loopback', text);
  return null;
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128));
}

function defaultDataDir(environment: Environment): string {
  if (process.getuid?.() === 0) return '/var/lib/digital-agenda';
  const xdg = environment['XDG_DATA_HOME'];
  // The XDG specification tells to ignore relative paths.
  const base = xdg?.startsWith('/') ? xdg : join(homedir(), '.local/share');
  return join(base, 'digital-agenda');
}
