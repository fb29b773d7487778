import type { SampleCalendar } from './calendar.js';
import type { ActorRole, Catalogue } from './catalogue.js';
import type { Ids } from './ids.js';
import type { ProjectRow, Table, TableRows } from './rows.js';
import type { Story } from './story.js';

/** Something that was done to a project on a day, by one role, in one command. */
export interface Happening {
  /** Relative to today. */
  readonly day: number;
  readonly command: string;
  readonly by: ActorRole;
  readonly reason?: string;
  readonly change: (write: Writer) => void;
}

/** Takes what a happening changes. */
export interface Writer {
  /** Instant of the happening, in UTC. */
  readonly at: string;
  /** Calendar day of the happening. */
  readonly today: string;
  /** The project as it is now. */
  readonly project: Readonly<ProjectRow>;
  /** The rows of a part as they are now. */
  rows<T extends Table>(table: T): readonly TableRows[T][];
  /** Changes columns of the project itself. */
  change(columns: Partial<ProjectRow>): void;
  /** Adds or replaces a row of a part. */
  put<T extends Table>(table: T, row: TableRows[T]): void;
}

/** What everything that tells a part of a story needs. */
export interface Telling {
  readonly story: Story;
  readonly projectId: string;
  readonly ids: Ids;
  readonly calendar: SampleCalendar;
  readonly catalogue: Catalogue;
  /** Day on which the project enters the tracker. */
  readonly takeover: number;
  /** Id of another project of the agenda; null when it is not part of the portfolio. */
  readonly otherIdOf: (number: number) => string | null;
}
