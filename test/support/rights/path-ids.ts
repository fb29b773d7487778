import { OPERATIONS, type Operation } from '../openapi';

/** Parts of a project: the segment before the id, and the table with a `project_id`. */
const PARTS: Record<string, string> = {
  'milestones/{id}': 'milestone',
  'risks/{id}': 'risk',
  'supported-goals/{id}': 'project_supported_goal',
  'links/{id}': 'project_link',
  'needs/{id}': 'need',
  'budget-lines/{id}': 'budget_line',
  'counter-fundings/{id}': 'counter_funding',
  'follow-up-costs/{id}': 'follow_up_cost',
  'commitment-authorisations/{id}': 'commitment_authorisation',
  'grants/{id}': 'funding_grant',
  'gap-destinations/{id}': 'gap_destination',
  'status-reports/{report}': 'status_report',
};

/** What belongs to one person: the table with a `person_id`. */
const PERSONAL: Record<string, string> = {
  'sessions/{id}': 'session',
  'calendar-feeds/{id}': 'calendar_feed',
};

/** What everybody shares who may use the address at all: catalogues, projects themselves, what administrators keep. */
const SHARED = new Set([
  'projects/{ref}',
  'entries/{projectRef}',
  'strategies/{ref}',
  'agendas/{ref}',
  'agendas/{agenda}',
  'action-fields/{key}',
  'corridor-themes/{key}',
  'scores/{principle}',
  'people/{personId}',
  'tags/{tag}',
  'users/{id}',
  'api-tokens/{id}',
  // Whoever knows the address may read.
  'calendar/{secret}',
  'org-units/{id}',
  'papers/{id}',
  'scenarios/{id}',
  'consultations/{consultation}',
  'issues/{issue}',
  'review-sessions/{id}',
  'dossiers/{dossier}',
  'minutes/{minutes}',
  'participants/{participant}',
  'items/{item}',
  'conditions/{id}',
  'budgets/{id}',
  'plan-versions/{plan}',
  'ledger-imports/{id}',
]);

/** An operation on a record that belongs to a project or to a person. */
export interface OwnedOperation {
  name: string;
  operation: Operation;
  /** Where the records are. */
  table: string;
}

/** All operations on a part of a project. */
export const PART_OPERATIONS = operationsOn(PARTS);
/** All operations on a record of one person. */
export const PERSONAL_OPERATIONS = operationsOn(PERSONAL);

/** Ids in the contract of which nobody has said whose they are. */
export function unknownIds(): string[] {
  return OPERATIONS.flatMap((operation) =>
    idsOf(operation)
      .filter((id) => PARTS[id] === undefined && PERSONAL[id] === undefined && !SHARED.has(id))
      .map(
        (id) =>
          `${nameOf(operation)}: say in test/support/rights/path-ids.ts whose "${id}" is: a part of a project, a person’s, or shared.`,
      ),
  );
}

/** `GET /projects/{ref}` */
export function nameOf({ method, path }: Operation): string {
  return `${method} ${path.replace('/api/v1', '')}`;
}

function operationsOn(tables: Record<string, string>): OwnedOperation[] {
  return OPERATIONS.flatMap((operation) =>
    idsOf(operation).flatMap((id) => {
      const table = tables[id];
      return table === undefined ? [] : [{ name: nameOf(operation), operation, table }];
    }),
  );
}

function idsOf({ path }: Operation): string[] {
  return path.match(/[\w-]+\/\{\w+\}/g) ?? [];
}
