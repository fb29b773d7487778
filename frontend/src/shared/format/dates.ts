/** Calendar days are `YYYY-MM-DD` strings, instants ISO strings in UTC; both are shown in Europe/Berlin. */
const zone = 'Europe/Berlin';
const dayMs = 86_400_000;

/** German dates are written with leading zeros, which the runtime's own short form leaves out. */
const regions: Record<string, string> = { de: 'de-DE', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(regions[locale] ?? locale, options);
  formats.set(key, known);
  return known;
}

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** The day it is in Europe/Berlin, `YYYY-MM-DD`. */
export function todayInBerlin(now: Date = new Date()): string {
  return formatOf('sv-SE', 'iso', { timeZone: zone }).format(now);
}

/** The day of an instant in Europe/Berlin, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return todayInBerlin(new Date(instant));
}

/** Calendar days from the first to the second, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / dayMs);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(atNoon(day).getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or the last one where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** 23.11.2026 */
export function formatDay(day: string, locale: string): string {
  return formatOf(locale, 'day', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(atNoon(day));
}

/** 23. Nov. */
export function formatDayShort(day: string, locale: string): string {
  return formatOf(locale, 'dayShort', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    atNoon(day),
  );
}

/** Nov. 2026 */
export function formatMonth(day: string, locale: string): string {
  return formatOf(locale, 'month', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(atNoon(day));
}

/** 23.11.2026, 14:05 */
export function formatInstant(instant: string, locale: string): string {
  return formatOf(locale, 'instant', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(instant));
}

/** „heute", „gestern", „vor 12 Tagen"; from two months on in months, from two years on in years. */
export function formatAge(days: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(regions[locale] ?? locale, { numeric: 'auto' });
  if (Math.abs(days) < 60) return words.format(-days, 'day');
  if (Math.abs(days) < 730) return words.format(-Math.round(days / 30.44), 'month');
  return words.format(-Math.round(days / 365.25), 'year');
}

/** „12 Tage" */
export function formatDays(days: number, locale: string): string {
  return new Intl.NumberFormat(regions[locale] ?? locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(days);
}
