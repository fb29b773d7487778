import type { SampleCalendar } from './calendar.js';
import type { ActorRole } from './catalogue.js';
import type { Happening, Writer } from './happening.js';
import type { Pace } from './pace.js';
import type { ProjectRow, Table, TableRows, Write } from './rows.js';

/** One transaction of the sample: what a role did at an instant, with all rows as they are afterwards. */
export interface SampleEvent {
  readonly at: string;
  readonly command: string;
  readonly actorRole: ActorRole;
  /** The person behind the role, from the catalogue; null when it has none. */
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly writes: readonly Write[];
}

/** Turns the happenings of one project into events, oldest first. What belongs to the takeover's day becomes part of it. */
export function record(
  project: ProjectRow,
  happenings: readonly Happening[],
  { calendar, pace, takeover, actorOf }: Recording,
): SampleEvent[] {
  const dated = happenings
    .map((happening) => ({ happening, day: Math.max(takeover, pace.dayOf(happening)) }))
    .sort((a, b) => a.day - b.day);
  const writer = new RecordingWriter(project);
  return groupsOf(dated, (day) => pace.mergesDays || day === takeover).map(
    ({ day, ordinalOnDay, happenings }) => {
      const at = pace.instantOf(day, ordinalOnDay);
      writer.open(at, calendar.day(day));
      for (const { change } of happenings) change(writer);
      const { command, by, reason = null } = happenings[0];
      return { at, command, actorRole: by, actorId: actorOf(by), reason, writes: writer.close() };
    },
  );
}

/** How the happenings of a project become events. */
export interface Recording {
  readonly calendar: SampleCalendar;
  readonly pace: Pace;
  readonly takeover: number;
  readonly actorOf: (role: ActorRole) => string | null;
}

/** What becomes one event, and the position of it on its day. */
interface Group {
  readonly day: number;
  readonly ordinalOnDay: number;
  readonly happenings: [Happening, ...Happening[]];
}

function groupsOf(
  dated: readonly { happening: Happening; day: number }[],
  isOneEvent: (day: number) => boolean,
): Group[] {
  const groups: Group[] = [];
  for (const { happening, day } of dated) {
    const last = groups.at(-1);
    if (last?.day === day && isOneEvent(day)) last.happenings.push(happening);
    else
      groups.push({
        day,
        ordinalOnDay: last?.day === day ? last.ordinalOnDay + 1 : 0,
        happenings: [happening],
      });
  }
  return groups;
}

class RecordingWriter implements Writer {
  at = '';
  today = '';
  project: ProjectRow;
  private isNew = true;
  private readonly parts = new Map<string, Write>();
  private readonly kept = new Map<Table, Map<string, TableRows[Table]>>();

  constructor(project: ProjectRow) {
    this.project = project;
  }

  open(at: string, today: string): void {
    this.at = at;
    this.today = today;
  }

  rows<T extends Table>(table: T): readonly TableRows[T][] {
    return [...(this.kept.get(table)?.values() ?? [])] as TableRows[T][];
  }

  change(columns: Partial<ProjectRow>): void {
    this.project = { ...this.project, ...columns };
  }

  put<T extends Table>(table: T, row: TableRows[T]): void {
    this.parts.set(row.id, writeOf(table, row));
    const rows = this.kept.get(table) ?? new Map<string, TableRows[Table]>();
    this.kept.set(table, rows.set(row.id, row));
  }

  /** Every event that touches a part also writes its root with the next version. */
  close(): Write[] {
    if (!this.isNew) this.project = { ...this.project, version: this.project.version + 1 };
    const writes = [writeOf('project', this.project), ...this.parts.values()];
    this.isNew = false;
    this.parts.clear();
    return writes;
  }
}

// TypeScript can't see that a table's name and its own row always make a member of the union.
function writeOf<T extends Table>(table: T, row: TableRows[T]): Write {
  return { table, id: row.id, row } as Write;
}
