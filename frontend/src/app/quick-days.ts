import { addMonths } from '../shared/format/dates';

/** A day that people often look back to, and the key of its name below `app.asOf.quick`. */
export interface QuickDay {
  key: 'month' | 'quarter' | 'year' | 'lastYearEnd';
  day: string;
}

/** The days that people often look back to, seen from a day. */
export function quickDays(today: string): QuickDay[] {
  return [
    { key: 'month', day: addMonths(today, -1) },
    { key: 'quarter', day: addMonths(today, -3) },
    { key: 'year', day: addMonths(today, -12) },
    { key: 'lastYearEnd', day: `${Number(today.slice(0, 4)) - 1}-12-31` },
  ];
}
