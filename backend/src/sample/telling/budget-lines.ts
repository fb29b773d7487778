import { budgetOf, type Catalogue } from '../catalogue.js';
import type { Happening, Telling } from '../happening.js';
import type { BudgetLineRow } from '../rows.js';
import type { LineStory } from '../story.js';
import { bookingsOf, carriedOutOf } from './bookings.js';

/** The latest day, relative to today, on which a budget is adopted. */
const LAST_ADOPTION_DAY = -20;

/** What is budgeted and booked for the project, kept by finance. Lines of years that no budget covers are left out. */
export function budgetLines(telling: Telling): Happening[] {
  return telling.story.lines.flatMap((line) => lineOf(telling, line));
}

function lineOf(telling: Telling, line: LineStory): Happening[] {
  const { story, calendar, catalogue, takeover } = telling;
  const year = calendar.year(line.year);
  const budget = budgetOf(catalogue, year);
  if (budget === undefined) return [];
  const adopted = calendar.offsetOf(`${budget.yearFrom}-01-20`);
  const added = Math.min(LAST_ADOPTION_DAY, Math.max(takeover, adopted));
  const carriedOut = carriedOutOf(story.lines, line);
  const bookings = bookingsOf(line, { calendar, year, carriedOut, isTerse: story.isTerse ?? false });
  let row: BudgetLineRow = { ...firstRow(telling, line, year), budget_id: budget.id };
  const addition: Happening = {
    day: added,
    command: 'budget-line.add',
    by: 'finance',
    change: (write) => {
      write.put('budget_line', row);
    },
  };
  const edits = bookings.map(({ day, columns, reason }): Happening => ({
    day: Math.max(added, day),
    command: 'budget-line.edit',
    by: 'finance',
    ...(reason === undefined ? {} : { reason }),
    change: (write) => {
      row = { ...row, ...columns };
      write.put('budget_line', row);
    },
  }));
  return [addition, ...edits];
}

/** The account of a kind of money of the project. */
export function accountOf(telling: Telling, kind: LineStory['kind']): string {
  const subBudget = subBudgetOf(telling);
  const running = String(telling.story.number).padStart(3, '0');
  return kind === 'capital' ? `7.${subBudget}${running}` : `${subBudget}.${running}.10`;
}

function firstRow(telling: Telling, line: LineStory, year: number): Omit<BudgetLineRow, 'budget_id'> {
  const { ids, projectId } = telling;
  const subBudget = subBudgetOf(telling);
  const direction = line.direction ?? 'expense';
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
    account_assignment: accountOf(telling, line.kind),
    sub_budget: String(subBudget),
    product_group: direction === 'revenue' ? `${subBudget}-90` : `${subBudget}-10`,
    note: '',
    funding_source: null,
  };
}

/** Sub-budget of the IT office is 1700 (council paper 2021/1528); the other offices' ones are made up. */
function subBudgetOf({ story, catalogue }: Telling): number {
  return story.officeKey === 'it' ? 1700 : 1800 + 100 * officeNumber(catalogue, story.officeKey);
}

function officeNumber({ offices }: Catalogue, officeKey: string): number {
  return Math.max(
    0,
    offices.findIndex(({ key }) => key === officeKey),
  );
}
