import type { PresentProject } from './present-state.js';
import { adoptedBudgetIds } from './sample-catalogue.js';

/** Expense need and secured amount of one year and kind, in cents. */
export interface Cell {
  need: number;
  secured: number;
}

/** Expense by year and kind. */
export function cellsOf(project: PresentProject): Cell[] {
  const cells = new Map<string, Cell>();
  const cellOf = ({ year, kind }: { year: number; kind: string }): Cell => {
    const cell = cells.get(`${year} ${kind}`) ?? { need: 0, secured: 0 };
    cells.set(`${year} ${kind}`, cell);
    return cell;
  };
  for (const need of project.rows('need')) {
    if (need.direction === 'expense') cellOf(need).need += need.amount_cents;
  }
  for (const line of project.rows('budget_line')) {
    if (line.direction !== 'expense' || !adoptedBudgetIds.has(line.budget_id)) continue;
    cellOf(line).secured += line.appropriation_cents + line.amendments_cents + line.carry_over_cents;
  }
  return [...cells.values()];
}

/** The derived budget state, as domain.md says it. */
export function derivedState(project: PresentProject): 'full' | 'partial' | 'none' | 'unknown' {
  const cells = cellsOf(project);
  if (project.rows('need').every(({ direction }) => direction !== 'expense')) return 'unknown';
  if (cells.every(({ need, secured }) => secured >= need)) return 'full';
  return cells.some(({ secured }) => secured > 0) ? 'partial' : 'none';
}
