import type { SettingReader } from './setting-reader.js';

/** A group at the provider and the role that it gives here. */
export interface GroupRole {
  readonly group: string;
  /** As written in the setting; accounts/ knows which roles there are. */
  readonly role: string;
}

/** How people sign in by an OIDC provider. */
export interface OidcConfig {
  readonly issuer: URL;
  readonly clientId: string;
  /** Not for logs. Null for a public client. */
  readonly clientSecret: string | null;
  /** What the sign-in button calls the provider. */
  readonly label: string;
  readonly scopes: string;
  /** Name of the claim, or the way to it with dots. */
  readonly groupsClaim: string;
  /** Empty when the provider says nothing about roles. */
  readonly groupRoles: readonly GroupRole[];
  /** People without any of the groups are turned away. */
  readonly requireGroup: boolean;
  readonly officeClaim: string | null;
}

/** Reads the settings of the provider; null when there is none. Plain HTTP is for tests only. */
export function readOidc(read: SettingReader, { httpToo }: { httpToo: boolean }): OidcConfig | null {
  const issuer = read.url('OIDC_ISSUER', httpToo ? ['https:', 'http:'] : ['https:']);
  if (issuer === null) return null;
  const clientId = read.text('OIDC_CLIENT_ID');
  if (clientId === null) read.missing('OIDC_CLIENT_ID', 'OIDC_ISSUER');
  if (read.text('PUBLIC_URL') === null) read.missing('PUBLIC_URL', 'OIDC_ISSUER');
  const scopes = read.text('OIDC_SCOPES') ?? 'openid profile email';
  if (!scopes.split(/\s+/).includes('openid')) read.fault('OIDC_SCOPES', 'must contain openid', scopes);
  const groupRoles = readGroupRoles(read);
  const requireGroup = read.toggle('OIDC_REQUIRE_GROUP', false);
  if (requireGroup && groupRoles.length === 0) read.missing('OIDC_ROLES', 'OIDC_REQUIRE_GROUP');
  return {
    issuer,
    clientId: clientId ?? '',
    clientSecret: read.text('OIDC_CLIENT_SECRET'),
    label: read.text('OIDC_LABEL') ?? issuer.host,
    scopes,
    groupsClaim: read.text('OIDC_GROUPS_CLAIM') ?? 'groups',
    groupRoles,
    requireGroup,
    officeClaim: read.text('OIDC_OFFICE_CLAIM'),
  };
}

/** Groups may hold an equals sign, as in a directory's names; roles never do. */
function readGroupRoles(read: SettingReader): GroupRole[] {
  const text = read.text('OIDC_ROLES');
  if (text === null) return [];
  return text.split(',').flatMap((part) => {
    const found = /^(?<group>.+)=(?<role>[^=]+)$/.exec(part.trim())?.groups;
    const [group, role] = [found?.['group']?.trim(), found?.['role']?.trim()];
    if (group && role) return [{ group, role }];
    read.fault('OIDC_ROLES', 'must be a list like group=role,group=role', part.trim());
    return [];
  });
}
