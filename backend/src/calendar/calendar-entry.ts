/** What a day or an hour in a calendar is about. */
export type EntryKind = 'milestone' | 'report' | 'condition' | 'session';

/** One entry of a calendar, without a word of the language and without the name of a person. */
export interface CalendarEntry {
  kind: EntryKind;
  /** The record, which stays the same when the date moves. */
  id: string;
  /** How often it was changed: a program that knows a lower number takes the new one over. */
  sequence: number;
  /** When it was changed last, an instant. */
  changedAt: string;
  /** A day, 'YYYY-MM-DD', or for a session an instant. */
  at: string;
  /** Number of the project, or of the session. */
  number: string;
  projectTitle: string | null;
  /** Title of the milestone or session, text of the condition. */
  text: string;
  place: string | null;
}
