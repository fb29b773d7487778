import type { GeneratedProject } from '../generator.js';
import type { Table, TableRows } from '../rows.js';

/** A project as its events leave it. */
export interface PresentProject {
  readonly number: string;
  readonly project: TableRows['project'];
  rows<T extends Table>(table: T): TableRows[T][];
}

/** Plays the events of a project to their end. */
export function presentState({ number, events }: GeneratedProject): PresentProject {
  const tables = new Map<string, Map<string, unknown>>();
  for (const { writes } of events) {
    for (const { table, id, row } of writes) {
      const rows = tables.get(table) ?? new Map<string, unknown>();
      tables.set(table, rows);
      if (row === null) rows.delete(id);
      else rows.set(id, row);
    }
  }
  const rows = <T extends Table>(table: T): TableRows[T][] =>
    [...(tables.get(table)?.values() ?? [])] as TableRows[T][];
  const [project] = rows('project');
  if (project === undefined) throw new Error(`${number} has no project row`);
  return { number, project, rows };
}
