import { daysBetween } from '../../platform/time/calendar.js';

/** What can make a report due. */
export const DUE_REASONS = ['rhythm', 'request'] as const;
export type DueReason = (typeof DUE_REASONS)[number];

/** The last days on which a report is in time, 'YYYY-MM-DD'; null where nothing asks for one. */
export interface ReportDates {
  /** By the rhythm of the phase. */
  rhythmDueOn: string | null;
  /** By the earliest request that no report has answered. */
  requestDueOn: string | null;
}

/** When a report is due, and why then. */
export interface ReportDue {
  dueOn: string;
  /** 0 while it is in time. */
  overdueDays: number;
  because: DueReason;
}

/** The earlier of what rhythm and request ask for, judged on the day `today`; null when neither asks. */
export function reportDue({ rhythmDueOn, requestDueOn }: ReportDates, today: string): ReportDue | null {
  if (rhythmDueOn === null && requestDueOn === null) return null;
  const isRequest = rhythmDueOn === null || (requestDueOn !== null && requestDueOn <= rhythmDueOn);
  const dueOn = isRequest ? (requestDueOn ?? '') : rhythmDueOn;
  return {
    dueOn,
    overdueDays: Math.max(0, daysBetween(dueOn, today)),
    because: isRequest ? 'request' : 'rhythm',
  };
}

/** What was sent to ask for reports. */
export interface RequestInput {
  sessionId?: string | null;
  projectIds?: readonly string[];
  dueOn: string;
}

/** What is wrong with a request for reports on the day `today`: it names a session or projects, and a day to come. */
export function faultsOfRequest(
  { sessionId, projectIds = [], dueOn }: RequestInput,
  today: string,
): { pointer: string; code: string }[] {
  return [
    ...(sessionId == null && projectIds.length === 0
      ? [{ pointer: '/projectIds', code: 'report-request.nobody-asked' }]
      : []),
    ...(dueOn < today ? [{ pointer: '/dueOn', code: 'report-request.due-in-the-past' }] : []),
  ];
}
