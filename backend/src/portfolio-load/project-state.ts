import type { ProjectParts } from '../portfolio/index.js';
import type { Table, TableRows, Write } from '../sample/index.js';
import type { Row } from './copy-writer.js';

/** What a table change did to one row. */
export interface RowChange {
  table: Table;
  id: string;
  /** Null when it was deleted. */
  row: Row | null;
}

/** One project with its parts as they are at some point of its history. */
export class ProjectState {
  private readonly tables = new Map<Table, Map<string, Row>>();

  constructor(private readonly stageOfBudget: ReadonlyMap<string, string>) {}

  /** Applies what one revision wrote; returns what really changed, one entry per row. */
  apply(writes: readonly Write[]): RowChange[] {
    const last = new Map(writes.map((write) => [`${write.table} ${write.id}`, write]));
    return [...last.values()].flatMap(({ table, id, row }) => this.set(table, id, row as Row | null) ?? []);
  }

  /** All rows of a table as they are now. */
  rows(table: Table): Row[] {
    return [...(this.tables.get(table)?.values() ?? [])];
  }

  /** The parts that the overview is made of. */
  parts(): ProjectParts {
    const lines = this.partsOf('budget_line').map((line) => ({
      ...line,
      stage: this.stageOfBudget.get(String(line['budgetId'])),
    }));
    // The rows come from typed writes; only the spelling of their keys was changed on the way here.
    return {
      project: this.partsOf('project')[0],
      furtherActionFieldIds: this.column('project_action_field', 'action_field_id'),
      agendaEntries: this.partsOf('agenda_entry'),
      themeCount: this.rows('project_corridor_theme').length,
      tags: this.column('project_tag', 'tag'),
      personIds: this.column('project_person', 'person_id'),
      scores: this.partsOf('principle_score'),
      reports: this.partsOf('status_report'),
      milestones: this.partsOf('milestone'),
      risks: this.partsOf('risk'),
      needs: this.partsOf('need'),
      lines,
      counterFundings: this.partsOf('counter_funding'),
    } as unknown as ProjectParts;
  }

  private set(table: Table, id: string, row: Row | null): RowChange | null {
    let rows = this.tables.get(table);
    if (rows === undefined) this.tables.set(table, (rows = new Map<string, Row>()));
    const before = rows.get(id) ?? null;
    if (row === null ? before === null : before !== null && isSame(before, row)) return null;
    if (row === null) rows.delete(id);
    else rows.set(id, row);
    return { table, id, row };
  }

  private partsOf(table: Table): Record<string, unknown>[] {
    return this.rows(table).map(camelKeys);
  }

  private column<T extends Table>(table: T, column: keyof TableRows[T] & string): unknown[] {
    return this.rows(table).map((row) => row[column]);
  }
}

/** Compares scalars; the tables of the sample have no others. */
function isSame(a: Row, b: Row): boolean {
  for (const column in b) if (a[column] !== b[column]) return false;
  return true;
}

const camelNames = new Map<string, string>();

function camelKeys(row: Row): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const column in row) {
    let name = camelNames.get(column);
    if (name === undefined) {
      name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      camelNames.set(column, name);
    }
    renamed[name] = row[column];
  }
  return renamed;
}
