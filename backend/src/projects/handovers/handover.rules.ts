/** Who a project is to pass to, as far as it decides whether it can. */
export interface Successor {
  /** Could edit the project as its lead; coordinators lead within their own units alone. */
  mayLead: boolean;
  hasLeft: boolean;
  leadsAlready: boolean;
}

/** What keeps a project from passing to somebody; null stands for a person that nobody knows. */
export function faultsOfHandover(successor: Successor | null): { pointer: string; code: string }[] {
  const fault = (code: string) => [{ pointer: '/toPersonId', code: `handover.${code}` }];
  if (successor === null || successor.hasLeft) return fault('person-unknown');
  if (successor.leadsAlready) return fault('leads-already');
  return successor.mayLead ? [] : fault('may-not-lead');
}
