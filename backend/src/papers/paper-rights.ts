import { type Actor, Permission } from '../platform/index.js';
import { mayDo, type RightsOnProject } from '../projects/index.js';

/** What of a person decides which papers and consultations that are not public are shown. */
export interface PaperReader {
  /** Reads all of them: the commission, the finance department, the portfolio office. */
  readsAll: boolean;
  /** The person, and those for whom the person stands in. */
  personIds: readonly string[];
  /** The offices whose projects the person coordinates. */
  officeIds: readonly string[];
}

/** Says who reads; what is not public is shown to who reads all, and to the people of the project that it is about. */
export function readerOf(actor: Actor): PaperReader {
  return {
    readsAll: actor.permissions.has(Permission.SessionRead),
    personIds: [actor.personId, ...actor.standsInFor],
    officeIds: actor.roles.includes('office-coordinator') ? actor.officeIds : [],
  };
}

/** Says whether a person may change a paper: one of its projects is theirs to edit, or they may edit all. */
export function mayEditPaper(actor: Actor, projects: readonly RightsOnProject[]): boolean {
  if (!actor.permissions.has(Permission.PaperEdit)) return false;
  if (actor.roles.includes('portfolio-office')) return true;
  return projects.some((project) => mayDo(actor, project, 'edit'));
}
