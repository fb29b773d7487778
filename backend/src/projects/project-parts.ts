import { type Moment, momentName, NotFound, pageOf, type PageQuery, type Reads } from '../platform/index.js';
import { projectKey } from './project-roots.js';

/** Which parts of a project are read, and how. */
export interface PartsRead {
  /** Columns under the names of the contract, from a table whose alias is `part`. */
  columns: string;
  table: 'milestone' | 'risk';
  /** Order by columns of the table. */
  order: string;
}

/** A page of parts of a project, as the contract has it. */
export interface PartsPage<Item> {
  items: Item[];
  total: number;
  page: number;
  pageSize: number;
  moment: string;
}

/**
 * Reads a page of parts of a project with its total and its revision in one statement.
 *
 * @throws NotFound (404) when the project does not exist at the moment
 */
export async function readParts<Item>(
  reads: Reads,
  { ref, moment, query }: { ref: string; moment: Moment; query: PageQuery },
  { columns, table, order }: PartsRead,
): Promise<PartsPage<Item>> {
  const { page, pageSize, offset } = pageOf(query);
  const key = projectKey(ref);
  const [row] = await reads.query<{ rev: number; total: number; items: Item[] }>(
    moment,
    `select current_rev() as rev,
            (select count(*) from ${table} part where part.project_id = project.id) as total,
            (select coalesce(json_agg(item), '[]')
               from (select ${columns} from ${table} part where part.project_id = project.id
                      order by ${order} limit $2 offset $3) item) as items
       from project where ${key.column} = $1`,
    [key.value, pageSize, offset],
  );
  if (row === undefined) throw new NotFound('project');
  return { items: row.items, total: row.total, page, pageSize, moment: momentName(row.rev, moment) };
}
