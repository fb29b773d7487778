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
  'status-reports/{report}': 'status_report',
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
]);

/** An operation on a part of a project. */
export interface PartOperation {
  name: string;
  operation: Operation;
  /** Where the part's rows are. */
  table: string;
}

/** All operations on a part of a project. */
export const PART_OPERATIONS: readonly PartOperation[] = OPERATIONS.flatMap((operation) =>
  idsOf(operation).flatMap((id) => {
    const table = PARTS[id];
    return table === undefined ? [] : [{ name: nameOf(operation), operation, table }];
  }),
);

/** Ids in the contract of which nobody has said whose they are. */
export function unknownIds(): string[] {
  return OPERATIONS.flatMap((operation) =>
    idsOf(operation)
      .filter((id) => PARTS[id] === undefined && !SHARED.has(id))
      .map(
        (id) =>
          `${nameOf(operation)}: say in test/support/rights/path-ids.ts whose "${id}" is: a part of a project, or shared.`,
      ),
  );
}

/** `GET /projects/{ref}` */
export function nameOf({ method, path }: Operation): string {
  return `${method} ${path.replace('/api/v1', '')}`;
}

function idsOf({ path }: Operation): string[] {
  return path.match(/[\w-]+\/\{\w+\}/g) ?? [];
}
