/** One setting, as the table of the README shows it. */
export interface Setting {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

/**
 * Lists every environment variable the server reads, in the order of the table in the README, which
 * `scripts/check-config-table.mjs` compares with it. Imports nothing, so that the script can read it unbuilt.
 */
export const settings = [
  {
    name: 'PORT',
    default: '3000',
    meaning: 'Port of the server.',
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address the server listens on; `0.0.0.0` for all of the machine, as the container does.',
  },
  {
    name: 'PUBLIC_URL',
    default: 'the address of each request',
    meaning: 'Address under which people reach the application, e.g. `https://agenda.example.org`.',
  },
  {
    name: 'DATABASE_URL',
    default: 'none: the embedded PostgreSQL',
    meaning: 'PostgreSQL 18 to use, `postgresql://user:password@host/database`.',
  },
  {
    name: 'MIGRATION_DATABASE_URL',
    default: '`DATABASE_URL`',
    meaning:
      'The same database under the role that owns it; that of `DATABASE_URL` then needs no rights of its own.',
  },
  {
    name: 'DATA_DIR',
    default: 'root: `/var/lib/digital-agenda`, else `~/.local/share/digital-agenda`',
    meaning: 'Folder of the embedded PostgreSQL; `XDG_DATA_HOME` is heeded.',
  },
  {
    name: 'DATABASE_POOL_SIZE',
    default: '10',
    meaning: 'Connections to PostgreSQL that one server process keeps.',
  },
  {
    name: 'SESSION_IDLE_MINUTES',
    default: '60',
    meaning: 'Minutes without a request after which a session ends.',
  },
  {
    name: 'SESSION_MAX_HOURS',
    default: '12',
    meaning: 'Hours after sign-in after which a session ends in any case.',
  },
  {
    name: 'OIDC_ISSUER',
    default: 'none: local accounts only',
    meaning: 'Address of the OIDC provider ([Keycloak](docs/keycloak.md)); needs `PUBLIC_URL`.',
  },
  {
    name: 'OIDC_CLIENT_ID',
    default: 'none',
    meaning: 'What the provider calls this application; needed with `OIDC_ISSUER`.',
  },
  {
    name: 'OIDC_CLIENT_SECRET',
    default: 'none: a public client',
    meaning: 'Secret of the client at the provider. PKCE is used with and without it.',
  },
  {
    name: 'OIDC_LABEL',
    default: 'the provider’s host',
    meaning: 'What the sign-in button calls the provider, e.g. `Stadt-Konto`.',
  },
  {
    name: 'OIDC_SCOPES',
    default: '`openid profile email`',
    meaning: 'Scopes that are asked for.',
  },
  {
    name: 'OIDC_GROUPS_CLAIM',
    default: '`groups`',
    meaning: 'Claim with a person’s groups; dots lead into it, e.g. `realm_access.roles`.',
  },
  {
    name: 'OIDC_ROLES',
    default: 'none: roles are given in the administration',
    meaning: 'Which group gives which role, `agenda-lead=project-lead,agenda-money=finance`.',
  },
  {
    name: 'OIDC_REQUIRE_GROUP',
    default: '`off`',
    meaning: '`on` turns away people without a group of `OIDC_ROLES`; else they are employees.',
  },
  {
    name: 'OIDC_OFFICE_CLAIM',
    default: 'none: offices are given in the administration',
    meaning: 'Claim with the key or short name of a person’s office.',
  },
  {
    name: 'SMTP_URL',
    default: 'none: no mails are sent',
    meaning:
      'Mail server, `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`; needs `MAIL_FROM` and `PUBLIC_URL`.',
  },
  {
    name: 'MAIL_FROM',
    default: 'none',
    meaning: 'Sender of the mails, e.g. `Digital Agenda <agenda@example.org>`.',
  },
  {
    name: 'INSECURE_HTTP_COOKIE',
    default: '`on`, in production `off`',
    meaning: '`on` sends the session cookie without `__Host-` and `Secure`, for plain HTTP.',
  },
  {
    name: 'SAMPLE_ACCOUNTS',
    default: '`on`, in production `off`',
    meaning: '`on` lets everybody sign in as a person of each role with one click.',
  },
  {
    name: 'SAMPLE_PORTFOLIO',
    default: '`on`, in production `off`',
    meaning: '`on` fills an empty database with the 30 lead projects and invented details.',
  },
  {
    name: 'STRATEGY_FILE',
    default: '`backend/data/karlsruhe/strategy-2022.json`',
    meaning: 'Strategy that is loaded into an empty database.',
  },
  {
    name: 'TRUST_PROXY',
    default: 'none',
    meaning:
      'Proxies whose `X-Forwarded-*` headers count: `loopback`, or addresses and networks divided by commas.',
  },
  {
    name: 'RATE_LIMIT',
    default: '`on`, in tests `off`',
    meaning: '`on` refuses more requests per minute than people make; each process counts for itself.',
  },
  {
    name: 'RATE_LIMIT_FACTOR',
    default: '1',
    meaning:
      'Multiplies the limits: per minute and person 600 reads, 120 changes, 30 files; 20 sign-ins per address.',
  },
  {
    name: 'LEDGER_MAX_MEGABYTES',
    default: '50',
    meaning: 'Largest file of the ledger (CSV, XLSX) that can be read in.',
  },
  {
    name: 'STOP_PAUSE_SECONDS',
    default: '0',
    meaning: 'Seconds between "not ready" and the end of listening, so that a load balancer notices.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.',
  },
  {
    name: 'NODE_ENV',
    default: 'development',
    meaning: '`production`, `development` or `test`.',
  },
] as const satisfies readonly Setting[];

/** Name of a setting. */
export type SettingName = (typeof settings)[number]['name'];
