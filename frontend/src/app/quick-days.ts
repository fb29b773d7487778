import { addDays } from '../shared/format/dates';

/** A day that people often look back to, and the key of its name below `app.asOf.quick`. */
export interface QuickDay {
  key: 'month' | 'quarter' | 'year' | 'lastYearEnd';
  day: string;
}

/** The days that people often look back to, seen from a day. */
export function quickDays(today: string): QuickDay[] {
  return [
    { key: 'month', day: addDays(today, -30) },
    { key: 'quarter', day: addDays(today, -91) },
    { key: 'year', day: addDays(today, -365) },
    { key: 'lastYearEnd', day: `${Number(today.slice(0, 4)) - 1}-12-31` },
  ];
}
