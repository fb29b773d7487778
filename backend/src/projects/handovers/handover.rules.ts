/** Who a project is to pass to, as far as it decides whether it can. */
export interface Successor {
  roles: readonly string[];
  hasLeft: boolean;
  leadsAlready: boolean;
}

/** Roles whose own projects are theirs to edit, or all projects. Source: domain.md, "Who may do what". */
const LEADING_ROLES = ['project-lead', 'office-coordinator', 'portfolio-office'];

/** What keeps a project from passing to somebody; null stands for a person that nobody knows. */
export function faultsOfHandover(successor: Successor | null): { pointer: string; code: string }[] {
  const fault = (code: string) => [{ pointer: '/toPersonId', code: `handover.${code}` }];
  if (successor === null || successor.hasLeft) return fault('person-unknown');
  if (successor.leadsAlready) return fault('leads-already');
  return LEADING_ROLES.some((role) => successor.roles.includes(role)) ? [] : fault('may-not-lead');
}
