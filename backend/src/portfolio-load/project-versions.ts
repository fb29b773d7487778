import { columnsOf, type OverviewContext, overviewOf } from '../portfolio/index.js';
import type { SampleEvent, Table, Write } from '../sample/index.js';
import type { Row, Version } from './copy-writer.js';
import { ProjectState } from './project-state.js';

/** Tables that are loaded: those that the events write, and the read model. */
export type LoadedTable = Table | 'project_overview';

/** Everything of one project that is written: rows as they are in the end, and all versions. */
export interface ProjectVersions {
  rows: { table: LoadedTable; row: Row }[];
  versions: { table: LoadedTable; version: Version }[];
}

/** What versions are made with. */
export interface VersionContext {
  /** The revision of an event; grows with its instant. */
  revOf: (event: SampleEvent) => number;
  overviews: OverviewContext;
  stageOfBudget: ReadonlyMap<string, string>;
}

/** Turns the events of one project, oldest first, into rows and versions, the versions of its overview included. */
export function projectVersions(events: readonly SampleEvent[], context: VersionContext): ProjectVersions {
  const state = new ProjectState(context.stageOfBudget);
  const open = new Map<string, { table: LoadedTable; version: Version }>();
  const versions: ProjectVersions['versions'] = [];
  const put = (table: LoadedTable, id: string, from: number, row: Row | null): void => {
    const key = `${table} ${id}`;
    const before = open.get(key);
    if (before !== undefined) before.version.to = from;
    if (row === null) {
      open.delete(key);
      return;
    }
    const entry = { table, version: { from, to: null, row } };
    open.set(key, entry);
    versions.push(entry);
  };
  let overview = '';
  for (const { rev, writes } of byRevision(events, context.revOf)) {
    for (const { table, id, row } of state.apply(writes)) put(table, id, rev, row);
    const row = columnsOf(overviewOf(state.parts(), context.overviews)) as Row;
    const now = JSON.stringify(row);
    if (now !== overview) put('project_overview', String(row['id']), rev, row);
    overview = now;
  }
  return {
    rows: [...open.values()].map(({ table, version }) => ({ table, row: version.row })),
    versions,
  };
}

/** Events of one revision are one transaction: their writes belong together. */
function byRevision(
  events: readonly SampleEvent[],
  revOf: (event: SampleEvent) => number,
): { rev: number; writes: Write[] }[] {
  const revisions: { rev: number; writes: Write[] }[] = [];
  for (const event of events) {
    const rev = revOf(event);
    const last = revisions.at(-1);
    if (last?.rev === rev) last.writes.push(...event.writes);
    else revisions.push({ rev, writes: [...event.writes] });
  }
  return revisions;
}
