import { dayOf } from '../../../shared/format/dates';

const clock = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The time of an instant in Europe/Berlin, `HH:MM`. */
export function timeOf(instant: string): string {
  return clock.format(new Date(instant));
}

/** The instant, UTC, at which a clock in Europe/Berlin shows this day and time; null for what no clock shows. */
export function instantOf(day: string, time: string): string | null {
  const guess = new Date(`${day}T${time}:00Z`);
  if (Number.isNaN(guess.getTime())) return null;
  // Berlin is one or two hours ahead; where the clocks are put forward one hour of the year does not exist.
  const found = [2, 1]
    .map((hours) => new Date(guess.getTime() - hours * 3_600_000).toISOString())
    .find((instant) => dayOf(instant) === day && timeOf(instant) === time);
  return found ?? null;
}
