import type { Role } from '../../platform/index.js';

/** What a provider says about a person, as it came. */
export type Claims = Readonly<Record<string, unknown>>;

/** Which role a group gives; `secretary` is the commission's secretary, a member with a flag. */
export interface RoleOfGroup {
  readonly group: string;
  readonly role: Role | 'secretary';
}

/** What a person may do here. */
export interface Rights {
  roles: Role[];
  isSecretary: boolean;
}

const NAME_MAX = 200;
const MAIL_MAX = 320;

/** The claim of this name, or what the dots in it lead to: `realm_access.roles`. Undefined when nothing is there. */
export function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (found, key) => (isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined),
      claims,
    );
}

/** The groups of a person: a list of names, or one name. Keycloak writes groups as paths, so `/agenda` is `agenda` too. */
export function groupsOf(claims: Claims, path: string): Set<string> {
  const names = [claimAt(claims, path)].flat().filter((name) => typeof name === 'string');
  return new Set(names.flatMap((name) => (name.startsWith('/') ? [name, name.slice(1)] : [name])));
}

/** What the groups give. Everybody whom the provider knows is an employee of the city. */
export function rightsOf(groups: ReadonlySet<string>, mapping: readonly RoleOfGroup[]): Rights {
  const given = mapping.filter(({ group }) => groups.has(group)).map(({ role }) => role);
  const roles = given.map((role) => (role === 'secretary' ? 'commission' : role));
  return { roles: [...new Set<Role>(['employee', ...roles])], isSecretary: given.includes('secretary') };
}

/** Whether one of the groups gives anything. */
export function hasMappedGroup(groups: ReadonlySet<string>, mapping: readonly RoleOfGroup[]): boolean {
  return mapping.some(({ group }) => groups.has(group));
}

/** Whether something that was allowed no longer is. */
export function losesRights(before: Rights, after: Rights): boolean {
  return (
    before.roles.some((role) => !after.roles.includes(role)) || (before.isSecretary && !after.isSecretary)
  );
}

/** Whether both allow the same, in whatever order the roles stand. */
export function sameRights(one: Rights, other: Rights): boolean {
  return !losesRights(one, other) && !losesRights(other, one);
}

/** How a person is called; the subject when the provider tells no name at all. */
export function nameOf(claims: Claims): string {
  const names = [claims['name'], claims['preferred_username'], claims['email'], claims['sub']];
  const found = names.map(textOf).find((name) => name !== null);
  return (found ?? '').slice(0, NAME_MAX);
}

/** The person's mail address; null when there is none or it is none. */
export function mailOf(claims: Claims): string | null {
  const mail = textOf(claims['email']);
  return mail !== null && mail.length <= MAIL_MAX && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail : null;
}

/** The key or short name of the person's office, as the provider has it: a text, or the first of a list. */
export function officeOf(claims: Claims, path: string): string | null {
  return textOf([claimAt(claims, path)].flat()[0]);
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // Text is kept in one form and without what PostgreSQL can't hold, as all input is.
  return value.replaceAll('\0', '').normalize('NFC').trim() || null;
}

function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null;
}
