import { dayOf } from '../platform/index.js';

/** The day on which ages are judged for a session: its own, since what falls due until then is a matter for it. */
export function sessionDay(startsAt: string, today: string): string {
  const day = dayOf(startsAt);
  return day > today ? day : today;
}
