import type { CalendarEntry, EntryKind } from './calendar-entry.js';
import type { CalendarKind } from './calendar.enums.js';

/** What the calendars are called. */
export const CALENDAR_NAMES: Record<CalendarKind, string> = {
  personal: 'Digitale Agenda: meine Termine',
  portfolio: 'Digitale Agenda: Portfolio',
};

const TITLES: Record<EntryKind, (entry: CalendarEntry) => string> = {
  milestone: ({ number, text }) => `Meilenstein: ${text} (${number})`,
  report: ({ number, projectTitle }) => `Statusbericht fällig: ${projectTitle ?? ''} (${number})`,
  condition: ({ number, projectTitle }) => `Auflage fällig: ${projectTitle ?? ''} (${number})`,
  session: ({ number, text }) => `${number}. Sitzung der IT-Kommission${text === '' ? '' : `: ${text}`}`,
};

const PATHS: Record<EntryKind, (entry: CalendarEntry) => string> = {
  milestone: ({ number }) => `/projects/${number}`,
  report: ({ number }) => `/projects/${number}/status-update`,
  condition: ({ number }) => `/projects/${number}/reviews`,
  session: ({ number }) => `/reviews/${number}`,
};

/** The title of an entry, in German. */
export function titleOf(entry: CalendarEntry): string {
  return TITLES[entry.kind](entry).replaceAll(/\s+/g, ' ');
}

/** What else is said of an entry. */
export function descriptionOf({ kind, text, projectTitle }: CalendarEntry): string {
  return kind === 'condition' ? text : (projectTitle ?? '');
}

/** Where an entry leads in the application. */
export function pathOf(entry: CalendarEntry): string {
  return PATHS[entry.kind](entry);
}
