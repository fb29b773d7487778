import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions, type Tx } from '../../platform/index.js';
import { LOAD_GRIDS, LOAD_PARTS } from './load-parts.js';
import { type GridRow, overviewContext, overviewOf } from './overview-of.js';
import { columnOf, columnsOf } from './overview-row.js';
import type { ProjectParts } from './project-parts.js';

/** So many projects are rebuilt by one statement; their parts are a few kilobytes each. */
const BATCH = 500;

/** Keeps the read model of lists and figures: in the transaction of the command that changed what it is made of. */
@Injectable()
export class OverviewProjection implements OnModuleInit {
  constructor(private readonly transactions: Transactions) {}

  onModuleInit(): void {
    this.transactions.useProjection(refreshInBatches);
  }

  /**
   * Makes the overviews of all projects anew in one transaction, as after a change of a budget's stage. Rows that come
   * out as they were get no new version.
   */
  async rebuildOverviews(change: { command: string; actor?: { personId: string } }): Promise<void> {
    await this.transactions.run(change, rebuildAll);
  }
}

/** Makes the overviews of all projects anew, inside the transaction that changed what many of them are made of. */
export async function rebuildAll(tx: Tx): Promise<void> {
  await tx.query(`delete from project_overview o where not exists (select from project p where p.id = o.id)`);
  const rows = await tx.query<{ id: string }>('select id from project order by id');
  await refreshInBatches(
    tx,
    rows.map(({ id }) => id),
  );
}

async function refreshInBatches(tx: Tx, projectIds: readonly string[]): Promise<void> {
  for (let start = 0; start < projectIds.length; start += BATCH)
    await refresh(tx, projectIds.slice(start, start + BATCH));
}

/** Makes the overviews of some projects anew: one statement loads what they are made of, one writes them. */
async function refresh(tx: Tx, projectIds: readonly string[]): Promise<void> {
  const [loaded] = await tx.query<{ grids: GridRow[]; parts: ProjectParts[] }>(LOAD, [projectIds]);
  if (loaded === undefined || loaded.parts.length === 0) return;
  const context = overviewContext(loaded.grids);
  const rows = loaded.parts.map((parts) => columnsOf(overviewOf(parts, context)));
  const columns = Object.keys(rows[0] ?? {});
  await tx.query(upsert(columns), [JSON.stringify(rows)]);
}

const LOAD = `
  select (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (${LOAD_GRIDS}) g) as grids,
         (select coalesce(jsonb_agg(l.parts), '[]') from (${LOAD_PARTS}) l) as parts`;

function upsert(columns: readonly string[]): string {
  const names = columns.join(', ');
  const others = columns.filter((column) => column !== columnOf('id'));
  return `
    insert into project_overview as o (${names})
    select ${names} from jsonb_populate_recordset(null::project_overview, $1::jsonb)
    on conflict (id) do update
      set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${others.map((column) => `o.${column}`).join(', ')})
        is distinct from (${others.map((column) => `excluded.${column}`).join(', ')})`;
}
