import { PROJECT_RIGHTS, type ProjectRight } from './project.enums.js';

/** What of a person decides about rights on a project. */
export interface RightsOfPerson {
  personId: string;
  roles: readonly string[];
  /** The own office and all units below it. */
  officeIds: readonly string[];
  /** The project leads for whom this person stands in: what they lead counts as the person's own. */
  standsInFor: readonly string[];
}

/** What of a project decides about rights on it. */
export interface RightsOnProject {
  officeId: string | null;
  /** Lead and deputies. */
  personIds: readonly string[];
}

/** What a project lead does on own projects. */
const LEADING: ReadonlySet<ProjectRight> = new Set<ProjectRight>(['edit', 'status', 'assess-self', 'need']);

/** Says whether a person may do something on a project. Source: domain.md, "Who may do what". */
export function mayDo(person: RightsOfPerson, project: RightsOnProject, what: ProjectRight): boolean {
  const has = (role: string): boolean => person.roles.includes(role);
  // Who runs projects and who books their money stay apart.
  if (what === 'budget') return has('finance');
  if (has('portfolio-office')) return true;
  if (has('project-lead') && LEADING.has(what) && isOwn(project, person)) return true;
  if (has('office-coordinator') && LEADING.has(what) && isOfOffices(project, person)) return true;
  return has('commission') && what === 'review';
}

/** Lists what a person may do on a project, in a fixed order. */
export function permittedOn(person: RightsOfPerson, project: RightsOnProject): ProjectRight[] {
  return PROJECT_RIGHTS.filter((what) => mayDo(person, project, what));
}

/** Says for which office a person may create a project; a lead and a coordinator stay within their own units. */
export function mayCreateIn(person: RightsOfPerson, officeId: string | null): boolean {
  if (person.roles.includes('portfolio-office')) return true;
  const isOwn = officeId !== null && person.officeIds.includes(officeId);
  return isOwn && (person.roles.includes('project-lead') || person.roles.includes('office-coordinator'));
}

function isOwn(project: RightsOnProject, { personId, standsInFor }: RightsOfPerson): boolean {
  return project.personIds.some((id) => id === personId || standsInFor.includes(id));
}

function isOfOffices(project: RightsOnProject, person: RightsOfPerson): boolean {
  return project.officeId !== null && person.officeIds.includes(project.officeId);
}

/** Fields that not everyone who edits a project may change. */
export const GUARDED_FIELDS = ['baselineStart', 'baselineEnd', 'approvedStart', 'approvedEnd'] as const;
export type GuardedField = (typeof GUARDED_FIELDS)[number];

/**
 * Says whether a person who may edit a project may change a guarded field of it: what a board has approved is the
 * portfolio office's; the baseline is free until approval.
 */
export function mayChangeField(
  person: Pick<RightsOfPerson, 'roles'>,
  { isApproved }: { isApproved: boolean },
  field: GuardedField,
): boolean {
  if (person.roles.includes('portfolio-office')) return true;
  return !isApproved && (field === 'baselineStart' || field === 'baselineEnd');
}
