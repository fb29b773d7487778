import type { SampleCalendar } from '../calendar.js';
import type { BudgetLineRow } from '../rows.js';
import type { LineStory } from '../story.js';

/** A change of a budget line's amounts on a relative day. */
export interface Booking {
  readonly day: number;
  readonly columns: Partial<BudgetLineRow>;
  readonly reason?: string;
}

/** What the bookings of a line depend on. */
export interface Ledger {
  readonly calendar: SampleCalendar;
  readonly year: number;
  /** What the line hands on to the next year, in euros. */
  readonly carriedOut: number;
  readonly isTerse: boolean;
}

/** When the ledger is booked (year after the line's, month and day), and how much of the year's amount is spent by then. */
const QUARTERS = [
  { after: 0, on: '04-12', percent: 15 },
  { after: 0, on: '07-12', percent: 40 },
  { after: 0, on: '10-12', percent: 70 },
  { after: 1, on: '01-25', percent: 100 },
] as const;

/** Days before today on which the forecasts of this year and of later ones were last given. */
const FORECAST_DAY = -95;
const LATER_FORECAST_DAY = -30;
/** The last day on which anything is booked. */
const LAST_DAY = -3;

/** How the amounts of a line change from its adoption on. */
export function bookingsOf(line: LineStory, ledger: Ledger): Booking[] {
  return [...carryOver(line, ledger), ...amendments(line, ledger), ...spending(line, ledger)]
    .filter(({ day }) => day <= LAST_DAY)
    .concat(forecast(line, ledger));
}

/** What a line hands on: carry-over leaves one year and enters the next. */
export function carriedOutOf(lines: readonly LineStory[], { year, kind, direction }: LineStory): number {
  const next = lines.find(
    (line) => line.year === year + 1 && line.kind === kind && line.direction === direction,
  );
  return next?.carryOver ?? 0;
}

function carryOver({ carryOver = 0 }: LineStory, { calendar, year, carriedOut }: Ledger): Booking[] {
  const entered: Booking = {
    day: calendar.offsetOf(`${year}-02-15`),
    columns: { carry_over_cents: carryOver * 100 },
    reason: 'Ermächtigung aus dem Vorjahr übertragen',
  };
  const left: Booking = {
    day: calendar.offsetOf(`${year + 1}-02-15`),
    columns: { carry_over_cents: (carryOver - carriedOut) * 100 },
    reason: 'Ermächtigung ins Folgejahr übertragen',
  };
  return [...(carryOver === 0 ? [] : [entered]), ...(carriedOut === 0 ? [] : [left])];
}

function amendments({ amendments }: LineStory, { calendar, year }: Ledger): Booking[] {
  if (amendments === undefined) return [];
  const day = calendar.offsetOf(`${year}-08-20`);
  return [{ day, columns: { amendments_cents: amendments * 100 }, reason: 'Überplanmäßige Bewilligung' }];
}

function spending({ actual, committed = 0 }: LineStory, { calendar, year, isTerse }: Ledger): Booking[] {
  if (actual === undefined) return [];
  return (isTerse ? QUARTERS.slice(2) : QUARTERS).map(({ after, on, percent }) => ({
    day: calendar.offsetOf(`${year + after}-${on}`),
    // Euros times percent are cents.
    columns: { actual_cents: actual * percent, committed_cents: percent === 100 ? 0 : committed * 100 },
  }));
}

function forecast(line: LineStory, { calendar, year }: Ledger): Booking[] {
  if (line.forecast === undefined) return [];
  const past = line.year < 0 ? calendar.offsetOf(`${year}-10-12`) : FORECAST_DAY;
  const columns = { forecast_cents: line.forecast * 100, note: line.note ?? '' };
  return [{ day: line.year > 0 ? LATER_FORECAST_DAY : past, columns }];
}
