import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, NotFound, type Tx } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { BudgetKind, Direction } from './budget.enums.js';
import { BudgetLineRefused } from './budget.errors.js';
import { faultsOfLineYear } from './budget.rules.js';
import { BudgetLine } from './budget-line.entity.js';
import { requirePart } from './require-part.js';

/** What of a budget line can be edited. */
export interface BudgetLineValues {
  budgetId: string;
  year: number;
  kind: BudgetKind;
  direction?: Direction;
  appropriationCents?: number;
  amendmentsCents?: number;
  carryOverCents?: number;
  committedCents?: number;
  actualCents?: number;
  forecastCents?: number | null;
  accountAssignment?: string | null;
  subBudget?: string | null;
  productGroup?: string | null;
  fundingSource?: string | null;
  note?: string;
}

const MAY = 'budget';

/** Commands on what is budgeted and booked for a project; finance's business. */
@Injectable()
export class BudgetLinesService {
  constructor(private readonly commands: ProjectCommands) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile, BudgetLineRefused */
  add(target: ProjectTarget, values: BudgetLineValues): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'budget-line.add', may: MAY }, async (tx, project) => {
      await refuseForeignYear(tx, values);
      const id = newId();
      await tx.insert(BudgetLine, { id, projectId: project.id, ...values });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile, BudgetLineRefused */
  edit(target: ProjectTarget, id: string, values: Partial<BudgetLineValues>): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'budget-line.edit', may: MAY }, async (tx, project) => {
      const [line] = await tx.query<{ budgetId: string; year: number }>(
        'select budget_id as "budgetId", year from budget_line where id = $1 and project_id = $2',
        [id, project.id],
      );
      if (line === undefined) throw new NotFound('budget-line');
      await refuseForeignYear(tx, {
        budgetId: values.budgetId ?? line.budgetId,
        year: values.year ?? line.year,
      });
      await tx.update(BudgetLine, { id }, { ...values });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'budget-line.remove', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'budget_line', { id, project });
      await tx.delete(BudgetLine, { id });
      return id;
    });
  }
}

/**
 * Refuses a year that the budget does not have. The budget keeps its years until the end of the transaction.
 * @throws BudgetLineRefused
 */
export async function refuseForeignYear(
  tx: Tx,
  { budgetId, year }: { budgetId: string; year: number },
): Promise<void> {
  const [budget] = await tx.query<{ yearFrom: number; yearTo: number }>(
    'select year_from as "yearFrom", year_to as "yearTo" from budget where id = $1 for share',
    [budgetId],
  );
  if (budget === undefined) throw new BudgetLineRefused([{ pointer: '/budgetId', code: 'budget-unknown' }]);
  const faults = faultsOfLineYear(year, budget);
  if (faults.length > 0) throw new BudgetLineRefused(faults);
}
