import type { SampleCalendar } from './calendar.js';
import type { Happening } from './happening.js';
import type { Story } from './story.js';

/** Where the happenings of one project fall in time. */
export interface Pace {
  /** Relative day that a happening is recorded on; never earlier than it happened, and never past a later one. */
  readonly dayOf: (happening: Happening) => number;
  /** Whether all happenings of a day are one event. */
  readonly mergesDays: boolean;
  /** Instant of an event by its position among those of the project on a day, in UTC. */
  readonly instantOf: (day: number, ordinalOnDay: number) => string;
}

const FIRST_SECOND = 7 * 3600;
const SECONDS_BETWEEN = 17 * 60;

/** Each happening at an instant of its own, different from those of every other project with a number below 60. */
export function secondsApart(calendar: SampleCalendar, number: number): Pace {
  return {
    dayOf: ({ day }) => day,
    mergesDays: false,
    instantOf: (day, ordinalOnDay) => {
      const minute = (((day * 7 + number * 3) % 13) + 13) % 13;
      return calendar.instant(day, FIRST_SECOND + ordinalOnDay * SECONDS_BETWEEN + minute * 60 + number);
    },
  };
}

/** One event per day, at noon in Berlin. */
export function everyDay(calendar: SampleCalendar): Pace {
  return { dayOf: ({ day }) => day, mergesDays: true, instantOf: (day) => calendar.noon(day) };
}

/** As `everyDay`, but only on the days of the project's reports, so that large portfolios have few events per project. */
export function snapped(calendar: SampleCalendar, { reports, phases }: Story, takeover: number): Pace {
  const days = reports.length > 0 ? reports.map(({ day }) => day) : phases.map(({ day }) => day);
  const later = days.filter((day) => day > takeover).sort((a, b) => a - b);
  const last = later.at(-1) ?? Math.round(takeover / 2);
  return {
    ...everyDay(calendar),
    dayOf: ({ day }) =>
      day <= takeover
        ? takeover
        : (later.find((reportDay) => reportDay >= day) ?? Math.max(last, Math.min(day, -2))),
  };
}
