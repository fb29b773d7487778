import type { Fault, Role } from '../platform/index.js';

/** What of a change to a person is judged; a key that is missing stays as it is. */
export interface UserChange {
  roles?: readonly Role[];
  officeId?: string | null;
  deputyId?: string | null;
}

/** Whether a person can be done without. */
export interface Standing {
  isAdmin: boolean;
  /** How many other people are administrators. */
  otherAdmins: number;
}

/** What the change is judged by. */
export interface UserSurroundings extends Standing {
  /** Absent for a person who is only being made. */
  personId?: string;
  officeExists: boolean;
  /** The deputy is somebody who works here. */
  deputyExists: boolean;
}

/** Lists everything that is wrong with a change to a person. */
export function faultsOfUser(change: UserChange, around: UserSurroundings): Fault[] {
  const faults: Fault[] = [];
  const has = (value: string | null | undefined): value is string => value !== undefined && value !== null;
  if (change.roles !== undefined && !change.roles.includes('admin') && isLastAdmin(around))
    faults.push({ pointer: '/roles', code: 'person.last-admin' });
  if (has(change.officeId) && !around.officeExists)
    faults.push({ pointer: '/officeId', code: 'reference-unknown' });
  if (has(change.deputyId) && change.deputyId === around.personId)
    faults.push({ pointer: '/deputyId', code: 'person.deputy-self' });
  else if (has(change.deputyId) && !around.deputyExists)
    faults.push({ pointer: '/deputyId', code: 'reference-unknown' });
  return faults;
}

/** Nobody could give anybody a role any more after the last administrator. */
export function isLastAdmin({ isAdmin, otherAdmins }: Standing): boolean {
  return isAdmin && otherAdmins === 0;
}

/** What stands in the place of a leaver's name: the same for all, and a sign to tell them apart that says nothing. */
export function pseudonymOf(personId: string): string {
  return `Ehemalige Person ${personId.slice(-6).toUpperCase()}`;
}

/** What of a person decides about rights. */
export interface RightsOfUser {
  roles: readonly Role[];
  officeId: string | null;
}

/** Says whether a change gives a person other rights than before; naming the same roles again does not. */
export function changesRights(before: RightsOfUser, change: UserChange): boolean {
  const { roles = before.roles, officeId = before.officeId } = change;
  return officeId !== before.officeId || [...roles].sort().join() !== [...before.roles].sort().join();
}
