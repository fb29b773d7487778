import { addDays } from '../platform/time/calendar.js';
import { Permission } from '../platform/auth/permission.js';
import type { Fault } from '../platform/index.js';

/** So many days a token may be valid at most: a machine that nobody renews within a year has been forgotten. */
export const MOST_DAYS = 366;

/**
 * What no token may do: rights and tokens are given by people, and a session is a browser's.
 * `Anyone` needs no permission.
 */
const PEOPLE_ONLY: ReadonlySet<Permission> = new Set([
  Permission.Anyone,
  Permission.SignedIn,
  Permission.PeopleEdit,
  Permission.TokensEdit,
]);

/** What a token is to be. */
export interface WantedToken {
  permissions: readonly Permission[];
  officeId?: string | null;
  /** Last day on which it is valid. */
  expiresOn: string;
}

/** What it is judged by. */
export interface TokenSurroundings {
  /** What the roles of the machine may do. */
  ofRoles: ReadonlySet<Permission>;
  officeExists: boolean;
  today: string;
}

/** Lists, of what roles may do, that which a token can be given. */
export function grantable(ofRoles: ReadonlySet<Permission>): Permission[] {
  return Object.values(Permission).filter(
    (permission) => ofRoles.has(permission) && !PEOPLE_ONLY.has(permission),
  );
}

/** Lists everything that is wrong with a token that is to be made. */
export function faultsOfToken(
  wanted: WantedToken,
  { ofRoles, officeExists, today }: TokenSurroundings,
): Fault[] {
  const possible = grantable(ofRoles);
  const faults: Fault[] = wanted.permissions.flatMap((permission, index) =>
    possible.includes(permission)
      ? []
      : [{ pointer: `/permissions/${index}`, code: 'api-token.not-grantable', params: { permission } }],
  );
  if (wanted.officeId != null && !officeExists)
    faults.push({ pointer: '/officeId', code: 'reference-unknown' });
  const [earliest, latest] = [addDays(today, 1), addDays(today, MOST_DAYS)];
  if (wanted.expiresOn < earliest || wanted.expiresOn > latest)
    faults.push({
      pointer: '/expiresOn',
      code: 'api-token.expiry-out-of-range',
      params: { earliest, latest },
    });
  return faults;
}

/** What a token may do today: what it was given, less what the roles of its machine have lost since. */
export function usable(given: readonly string[], ofRoles: ReadonlySet<Permission>): ReadonlySet<Permission> {
  return new Set([
    Permission.Anyone,
    ...grantable(ofRoles).filter((permission) => given.includes(permission)),
  ]);
}
