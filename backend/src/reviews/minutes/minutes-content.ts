import type {
  Attendance,
  ConditionOwner,
  DecisionOutcome,
  ParticipantRole,
  SessionState,
} from '../review.enums.js';

/** What the minutes of a session say, without what people are called. */
export interface MinutesContent {
  /** The moment that they speak of. */
  moment: string;
  session: {
    number: number;
    title: string;
    place: string;
    startsAt: string;
    openedAt: string | null;
    closedAt: string | null;
  };
  participants: { id: string; role: ParticipantRole; label: string; attendance: Attendance }[];
  /** In the order of the agenda. */
  items: {
    id: string;
    title: string;
    note: string;
    project: { id: string; number: string; title: string } | null;
    decision: {
      outcome: DecisionOutcome;
      text: string;
      comeBackOn: string | null;
      conditions: { text: string; dueOn: string; ownerRole: ConditionOwner }[];
    } | null;
  }[];
  /** What was not dealt with, and why. */
  dropped: {
    title: string;
    note: string;
    project: { id: string; number: string; title: string } | null;
  }[];
  addenda: { text: string; itemId: string | null; addedAt: string }[];
}

/** The row from which minutes are made. */
export interface MinutesRow extends Omit<MinutesContent, 'moment'> {
  id: string;
  rev: number;
  state: SessionState;
  /** What the participants are called today, by the id of their participation. */
  names: Record<string, string>;
}
