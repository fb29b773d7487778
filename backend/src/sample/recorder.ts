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
  const events: SampleEvent[] = [];
  let ordinalOnDay = 0;
  for (let from = 0, to = 0; from < dated.length; from = to) {
    const first = dated[from];
    if (first === undefined) break;
    const { day, happening } = first;
    to = from + 1;
    if (pace.mergesDays || day === takeover) while (dated[to]?.day === day) to += 1;
    ordinalOnDay = dated[from - 1]?.day === day ? ordinalOnDay + 1 : 0;
    const at = pace.instantOf(day, ordinalOnDay);
    writer.open(at, calendar.day(day));
    for (const part of dated.slice(from, to)) part.happening.change(writer);
    const { command, by, reason = null } = happening;
    events.push({ at, command, actorRole: by, actorId: actorOf(by), reason, writes: writer.close() });
  }
  return events;
}

/** How the happenings of a project become events. */
export interface Recording {
  readonly calendar: SampleCalendar;
  readonly pace: Pace;
  readonly takeover: number;
  readonly actorOf: (role: ActorRole) => string | null;
}

class RecordingWriter implements Writer {
  at = '';
  today = '';
  project: ProjectRow;
  private isNew = true;
  private readonly parts = new Map<string, Write>();

  constructor(project: ProjectRow) {
    this.project = project;
  }

  open(at: string, today: string): void {
    this.at = at;
    this.today = today;
  }

  change(columns: Partial<ProjectRow>): void {
    this.project = { ...this.project, ...columns };
  }

  put<T extends Table>(table: T, row: TableRows[T]): void {
    this.parts.set(row.id, writeOf(table, row));
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
