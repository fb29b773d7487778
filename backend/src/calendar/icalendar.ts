import ical, { ICalCalendarMethod } from 'ical-generator';
import type { CalendarEntry } from './calendar-entry.js';
import { CALENDAR_NAMES, descriptionOf, pathOf, titleOf } from './calendar-words.js';
import type { CalendarKind } from './calendar.enums.js';

const SESSION_MS = 90 * 60_000;

/**
 * Writes entries as an iCalendar file; the same entries are the same text. Hours are in UTC, which every program shows in
 * the zone of its reader and which needs no table of summer times.
 */
export function icalendar(
  entries: readonly CalendarEntry[],
  { kind, origin }: { kind: CalendarKind; origin: string },
): string {
  const calendar = ical({
    name: CALENDAR_NAMES[kind],
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Digital Agenda', product: 'Calendar', language: 'DE' },
  });
  for (const entry of entries) {
    const isDay = entry.kind !== 'session';
    const start = new Date(isDay ? `${entry.at}T00:00:00Z` : entry.at);
    calendar.createEvent({
      id: `${entry.kind}-${entry.id}@digital-agenda`,
      sequence: entry.sequence,
      stamp: new Date(entry.changedAt),
      start,
      ...(isDay ? { allDay: true } : { end: new Date(start.getTime() + SESSION_MS) }),
      summary: titleOf(entry),
      description: descriptionOf(entry),
      location: entry.place ?? '',
      url: `${origin}${pathOf(entry)}`,
    });
  }
  return calendar.toString();
}
