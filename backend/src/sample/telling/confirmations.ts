import {
  type BudgetKind,
  coverageCells,
  derivedStateIn,
  type Direction,
  figuresIn,
  gapCents,
  type SignedFigures,
} from '../../budget/index.js';
import { budgetOf, type CatalogueBudget } from '../catalogue.js';
import type { Happening, Telling, Writer } from '../happening.js';

/** Days before today on which finance confirmed what it saw; some were confirmed early, and changed since. */
const EARLY_DAY = -210;
const LATE_DAY = -93;

/** Finance confirms the state of two projects in three in this year's budget, with the figures of that day. */
export function confirmations(telling: Telling): Happening[] {
  const { story, calendar, catalogue } = telling;
  const budget = budgetOf(catalogue, calendar.year(0));
  if (budget === undefined || story.lines.length === 0 || story.number % 3 === 0) return [];
  const id = telling.ids.next();
  const personId = catalogue.people.find(({ role }) => role === 'finance')?.id ?? null;
  return [
    {
      day: story.number % 5 === 1 ? EARLY_DAY : LATE_DAY,
      command: 'budget.confirm',
      by: 'finance',
      change: (write) => {
        const { state, figures } = seen(write, catalogue.budgets, budget);
        if (state === 'unknown') return;
        write.put('budget_confirmation', {
          id,
          project_id: telling.projectId,
          budget_id: budget.id,
          state,
          figures: JSON.stringify(figures),
          confirmed_at: write.at,
          confirmed_by_id: personId,
          note: '',
        });
      },
    },
  ];
}

/** What finance sees of the project in a budget, by the rules of the budget itself. */
function seen(write: Writer, budgets: readonly CatalogueBudget[], budget: CatalogueBudget) {
  const needs = write.rows('need').map((row) => ({ ...placeOf(row), amountCents: row.amount_cents }));
  const lines = write.rows('budget_line').map((row) => ({
    ...placeOf(row),
    stage: budgets.find(({ id }) => id === row.budget_id)?.stage ?? 'registered',
    appropriationCents: row.appropriation_cents,
    amendmentsCents: row.amendments_cents,
    carryOverCents: row.carry_over_cents,
  }));
  const fundings = write.rows('counter_funding').map((row) => ({
    ...placeOf({ ...row, direction: 'expense' }),
    amountCents: row.amount_cents,
    secured: row.secured,
  }));
  const cells = coverageCells(needs, lines, fundings).map((cell): SignedFigures => ({
    ...cell,
    needCents: cell.needCents ?? 0,
    gapCents: gapCents(cell),
  }));
  return { state: derivedStateIn(needs, lines, budget), figures: figuresIn(cells, budget) };
}

// The rows keep as text what the columns of the database keep as text.
function placeOf({ year, kind, direction }: { year: number; kind: string; direction: string }) {
  return { year, kind: kind as BudgetKind, direction: direction as Direction };
}
