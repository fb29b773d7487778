import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId, NotFound, Transactions } from '../platform/index.js';
import type { PlanVersionKind } from './budget.enums.js';
import { type BudgetTarget, claimBudget } from './budgets.service.js';
import { PlanVersion } from './plan-version.entity.js';

/** Under which name the plan as it stands is kept. */
export interface PlanVersionValues {
  kind: PlanVersionKind;
  title?: string;
  note?: string;
}

/** Names moments of a budget's plan, so that they can be compared; nothing is copied. */
@Injectable()
export class PlanVersionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, ChangedMeanwhile */
  async state(
    { id: budgetId, version, actor }: BudgetTarget,
    values: PlanVersionValues,
  ): Promise<CommandAnswer> {
    const change = { command: 'plan-version.state', actor };
    const { value, moment } = await this.transactions.run(change, async (tx) => {
      await claimBudget(tx, budgetId, version);
      const [now] = await tx.query<{ rev: number }>('select current_rev() as rev');
      const id = newId();
      await tx.insert(PlanVersion, {
        id,
        budgetId,
        ...values,
        rev: now?.rev ?? 0,
        statedAt: this.clock.now().toISOString(),
      });
      return id;
    });
    return { id: value, version: version + 1, moment };
  }

  /**
   * Takes a name back; the plan stays as it was at every moment.
   * @throws NotFound, ChangedMeanwhile
   */
  async remove({ id: budgetId, version, actor }: BudgetTarget, id: string): Promise<CommandAnswer> {
    const change = { command: 'plan-version.remove', actor };
    const { moment } = await this.transactions.run(change, async (tx) => {
      await claimBudget(tx, budgetId, version);
      if ((await tx.delete(PlanVersion, { id, budgetId })) === 0) throw new NotFound('plan-version');
    });
    return { id, version: version + 1, moment };
  }
}
