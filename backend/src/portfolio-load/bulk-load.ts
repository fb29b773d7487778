import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { LOAD_GRIDS, overviewContext } from '../portfolio/index.js';
import type { SampleEvent } from '../sample/index.js';
import { CopyWriter } from './copy-writer.js';
import { type LoadedTable, projectVersions, type VersionContext } from './project-versions.js';
import { moveBefore, type Revisions, writeRevisions } from './revisions.js';
import { bareTables, type BareTables } from './tables.js';

/** What is loaded. */
export interface BulkLoad {
  /** The events of each project, oldest first; read once, so a generator will do. */
  projects: Iterable<readonly SampleEvent[]>;
  revisions: Revisions;
  /** Where the changes come from, as the change records say. */
  source: 'sample' | 'generate';
  /** Is told how many projects are written so far. */
  progress: (written: number) => void;
}

/** Something is there already: a load only fills, it never mixes made-up data with what people entered. */
export class PortfolioNotEmpty extends Error {
  constructor() {
    super('The database has projects already; made-up ones are only loaded into an empty portfolio.');
  }
}

/** In the order in which foreign keys allow it; links come last, since they point at projects of later batches. */
const TABLES: readonly LoadedTable[] = [
  'project',
  'agenda_entry',
  'project_action_field',
  'project_corridor_theme',
  'project_supported_goal',
  'project_person',
  'project_tag',
  'principle_score',
  'status_report',
  'milestone',
  'risk',
  'need',
  'budget_line',
  'counter_funding',
  'follow_up_cost',
  'commitment_authorisation',
  'funding_grant',
  'gap_destination',
  'budget_confirmation',
  'project_overview',
  'project_link',
];
const BATCH = 250;
/** The lock under which revisions are drawn. */
const REVISION_LOCK = 20220222;

/**
 * Writes whole histories of projects by COPY, past all commands: rows, versions, change records and read model, in one
 * transaction under the lock of revisions. The result is what the commands would have left behind.
 *
 * @param prepare runs first in the same transaction, for what the projects refer to
 * @throws PortfolioNotEmpty
 */
export async function bulkLoad<T>(
  dataSource: DataSource,
  prepare: (client: PoolClient) => Promise<T>,
  loadOf: (prepared: T) => BulkLoad,
): Promise<void> {
  const client = await poolOf(dataSource).connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [REVISION_LOCK]);
    const { rowCount } = await client.query('select from project limit 1');
    if (rowCount !== 0) throw new PortfolioNotEmpty();
    await write(client, loadOf(await prepare(client)));
    await client.query('commit');
    for (const table of TABLES) await client.query(`vacuum analyze public.${table}, history.${table}`);
    await client.query('analyze change');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function write(client: PoolClient, load: BulkLoad): Promise<void> {
  const tables = await bareTables(client, TABLES);
  const base = await lastRevision(client);
  const context = await versionContext(client, (event) => base + 1 + load.revisions.placeOf(event));
  await moveBefore(client, load.revisions.first, base);
  await writeProjects(client, { load, context, tables });
  await writeRevisions(client, { base, revisions: load.revisions, source: load.source });
  await tables.restore();
}

async function writeProjects(
  client: PoolClient,
  { load, context, tables }: { load: BulkLoad; context: VersionContext; tables: BareTables },
): Promise<void> {
  const writers = new Map(TABLES.map((table) => [table, new CopyWriter(table, tables.columns(table))]));
  const flush = async (names: readonly LoadedTable[]): Promise<void> => {
    for (const name of names) await writers.get(name)?.flush(client);
  };
  const inBatches = TABLES.filter((table) => table !== 'project_link');
  let written = 0;
  for (const events of load.projects) {
    const { rows, versions } = projectVersions(events, context);
    for (const { table, row } of rows) writers.get(table)?.addRow(row);
    for (const { table, version } of versions) writers.get(table)?.addVersion(version);
    written += 1;
    if (written % BATCH !== 0) continue;
    await flush(inBatches);
    load.progress(written);
  }
  await flush(TABLES);
  if (written % BATCH !== 0) load.progress(written);
}

async function versionContext(
  client: PoolClient,
  revOf: (event: SampleEvent) => number,
): Promise<VersionContext> {
  const grids = await client.query<{ actionFieldId: string; principleId: string; weight: number }>(
    LOAD_GRIDS,
  );
  const budgets = await client.query<{ id: string; stage: string }>('select id, stage from budget');
  return {
    revOf,
    overviews: overviewContext(grids.rows),
    stageOfBudget: new Map(budgets.rows.map(({ id, stage }) => [id, stage])),
  };
}

async function lastRevision(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ rev: number }>('select coalesce(max(rev), 0) as rev from change');
  return rows[0]?.rev ?? 0;
}

function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
