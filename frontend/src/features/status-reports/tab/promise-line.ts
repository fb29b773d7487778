import { daysBetween } from '../../../shared/format/dates';
import type { Report } from '../update/report-form';

/** A day on which a report named another end than the one before. */
export interface EndMove {
  /** 'YYYY-MM-DD' */
  reportedOn: string;
  from: string;
  to: string;
  /** Later is positive. */
  days: number;
}

/** The moves of the expected end in reports that are given newest first; the newest move comes first. */
export function movesOf(reports: readonly Pick<Report, 'reportedOn' | 'expectedEnd'>[]): EndMove[] {
  const named = reports.filter((report) => report.expectedEnd !== null);
  return named.flatMap((report, index) => {
    const from = named[index + 1]?.expectedEnd ?? null;
    const to = report.expectedEnd;
    if (from === null || to === null || from === to) return [];
    return [{ reportedOn: report.reportedOn, from, to, days: daysBetween(from, to) }];
  });
}

/** Where days lie on a line, in percent of its width, with some room at both ends; all in the middle when they are one. */
export function positions(days: readonly string[]): (day: string) => number {
  const first = [...days].sort().at(0) ?? '1970-01-01';
  const span = Math.max(...days.map((day) => daysBetween(first, day)), 0);
  return (day) => (span === 0 ? 50 : 3 + (94 * daysBetween(first, day)) / span);
}

/** One or more names for the same day, on its place and on a row where its label has room. */
export interface PlacedMark<Name extends string> {
  names: Name[];
  day: string;
  /** Percent of the width. */
  at: number;
  /** 0 is next to the line. */
  row: number;
}

/** The marks by day; those of one day become one, and labels that would touch go to the next row. */
export function placed<Name extends string>(
  given: readonly { name: Name; day: string }[],
  at: (day: string) => number,
  room: number,
): PlacedMark<Name>[] {
  const days = [...new Set(given.map(({ day }) => day))].sort();
  const ends: number[] = [];
  return days.map((day) => {
    const place = at(day);
    const free = ends.findIndex((end) => place - end >= room);
    const row = free === -1 ? ends.length : free;
    ends[row] = place;
    return { names: given.filter((mark) => mark.day === day).map(({ name }) => name), day, at: place, row };
  });
}
