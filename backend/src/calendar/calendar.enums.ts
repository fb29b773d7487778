/** What a calendar shows: what concerns a person, or milestones and sessions of the portfolio. */
export const CALENDAR_KINDS = ['personal', 'portfolio'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];
