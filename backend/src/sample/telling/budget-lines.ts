import type { SampleCalendar } from '../calendar.js';
import type { Catalogue } from '../catalogue.js';
import type { Happening, Telling } from '../happening.js';
import type { BudgetLineRow } from '../rows.js';
import type { LineStory } from '../story.js';

/** When the ledger is booked within a year (month and day), and how much of the year's amount is spent by then. */
const BOOKINGS = [
  { year: 0, on: '04-12', percent: 15 },
  { year: 0, on: '07-12', percent: 40 },
  { year: 0, on: '10-12', percent: 70 },
  { year: 1, on: '01-25', percent: 100 },
] as const;

/** Days before today on which the forecasts of this year and of later ones were last given. */
const FORECAST_DAY = -95;
const LATER_FORECAST_DAY = -30;
/** The last day on which anything is booked. */
const LAST_DAY = -3;

/** What is budgeted and booked for the project, kept by finance. Lines of years that no budget covers are left out. */
export function budgetLines(telling: Telling): Happening[] {
  const { story } = telling;
  return story.lines.flatMap((line) => lineOf(telling, line, carriedOut(story.lines, line)));
}

/** What a line hands on: carry-over leaves one year and enters the next. */
function carriedOut(lines: readonly LineStory[], { year, kind, direction }: LineStory): number {
  const next = lines.find(
    (line) => line.year === year + 1 && line.kind === kind && line.direction === direction,
  );
  return next?.carryOver ?? 0;
}

function lineOf(telling: Telling, line: LineStory, carriedOutEuros: number): Happening[] {
  const { calendar, catalogue, takeover } = telling;
  const year = calendar.year(line.year);
  const budget = catalogue.budgets.find(({ yearFrom, yearTo }) => yearFrom <= year && year <= yearTo);
  if (budget === undefined) return [];
  const added = Math.min(-20, Math.max(takeover, calendar.offsetOf(`${budget.yearFrom}-01-20`)));
  let row: BudgetLineRow = {
    ...firstRow(telling, line, year),
    budget_id: budget.id,
  };
  const edit = (day: number, columns: Partial<BudgetLineRow>, reason?: string): Happening => ({
    day: Math.max(added, day),
    command: 'budget-line.edit',
    by: 'finance',
    ...(reason === undefined ? {} : { reason }),
    change: (write) => {
      row = { ...row, ...columns };
      write.put('budget_line', row);
    },
  });
  return [
    {
      day: added,
      command: 'budget-line.add',
      by: 'finance',
      change: (write) => {
        write.put('budget_line', row);
      },
    },
    ...amounts(line, { calendar, year, carriedOutEuros }).map(({ day, columns, reason }) =>
      edit(day, columns, reason),
    ),
  ];
}

interface Booking {
  readonly day: number;
  readonly columns: Partial<BudgetLineRow>;
  readonly reason?: string;
}

function amounts(
  line: LineStory,
  { calendar, year, carriedOutEuros }: { calendar: SampleCalendar; year: number; carriedOutEuros: number },
): Booking[] {
  const carried = (line.carryOver ?? 0) - carriedOutEuros;
  const booked: Booking[] = [
    ...(line.carryOver === undefined
      ? []
      : [
          {
            day: calendar.offsetOf(`${year}-02-15`),
            columns: { carry_over_cents: line.carryOver * 100 },
            reason: 'Ermächtigung übertragen',
          },
        ]),
    ...(carriedOutEuros === 0
      ? []
      : [
          {
            day: calendar.offsetOf(`${year + 1}-02-15`),
            columns: { carry_over_cents: carried * 100 },
            reason: 'Ermächtigung ins Folgejahr übertragen',
          },
        ]),
    ...(line.amendments === undefined
      ? []
      : [
          {
            day: calendar.offsetOf(`${year}-08-20`),
            columns: { amendments_cents: line.amendments * 100 },
            reason: 'Überplanmäßige Bewilligung',
          },
        ]),
    ...bookings(line, calendar, year),
  ];
  const forecastDay =
    line.year > 0 ? LATER_FORECAST_DAY : line.year === 0 ? FORECAST_DAY : calendar.offsetOf(`${year}-10-12`);
  const forecast: Booking[] =
    line.forecast === undefined
      ? []
      : [{ day: forecastDay, columns: { forecast_cents: line.forecast * 100, note: line.note ?? '' } }];
  return [...booked.filter(({ day }) => day <= LAST_DAY), ...forecast];
}

function bookings(line: LineStory, calendar: SampleCalendar, year: number): Booking[] {
  if (line.actual === undefined) return [];
  const cents = line.actual * 100;
  return BOOKINGS.map((booking) => ({
    day: calendar.offsetOf(`${year + booking.year}-${booking.on}`),
    columns: {
      actual_cents: Math.round((cents * booking.percent) / 100),
      committed_cents: booking.percent === 100 ? 0 : (line.committed ?? 0) * 100,
    },
  }));
}

/** Sub-budget of the IT office is 1700 (council paper 2021/1528); the other offices' ones are made up. */
function firstRow(telling: Telling, line: LineStory, year: number): Omit<BudgetLineRow, 'budget_id'> {
  const { story, ids, projectId, catalogue } = telling;
  const subBudget = story.officeKey === 'it' ? 1700 : 1800 + 100 * officeNumber(catalogue, story.officeKey);
  const direction = line.direction ?? 'expense';
  const running = String(story.number).padStart(3, '0');
  return {
    id: ids.next(),
    project_id: projectId,
    year,
    kind: line.kind,
    direction,
    appropriation_cents: line.appropriation * 100,
    amendments_cents: 0,
    carry_over_cents: 0,
    committed_cents: 0,
    actual_cents: 0,
    forecast_cents: null,
    account_assignment: line.kind === 'capital' ? `7.${subBudget}${running}` : `${subBudget}.${running}.10`,
    sub_budget: String(subBudget),
    product_group: direction === 'revenue' ? `${subBudget}-90` : `${subBudget}-10`,
    note: '',
  };
}

function officeNumber({ offices }: Catalogue, officeKey: string): number {
  return Math.max(
    0,
    offices.findIndex(({ key }) => key === officeKey),
  );
}
