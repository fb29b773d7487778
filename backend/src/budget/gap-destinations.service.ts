import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, RuleViolated, type Tx } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { BudgetKind, BudgetStage } from './budget.enums.js';
import { GapDestination } from './gap-destination.entity.js';
import { requirePart } from './require-part.js';

/** What of a gap's destination can be edited. */
export interface GapDestinationValues {
  year: number;
  kind: BudgetKind;
  budgetId: string;
  stage: BudgetStage;
  note?: string;
}

const MAY = 'budget';

/** Commands on where the money that a project lacks is to come from; finance's business. */
@Injectable()
export class GapDestinationsService {
  constructor(private readonly commands: ProjectCommands) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile, AlreadyExists, RuleViolated */
  add(target: ProjectTarget, values: GapDestinationValues): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'gap-destination.add', may: MAY }, async (tx, project) => {
      await requireBudget(tx, values.budgetId);
      const id = newId();
      await tx.insert(GapDestination, { id, projectId: project.id, ...values });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile, AlreadyExists, RuleViolated */
  edit(target: ProjectTarget, id: string, values: Partial<GapDestinationValues>): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'gap-destination.edit', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'gap_destination', { id, project });
      if (values.budgetId !== undefined) await requireBudget(tx, values.budgetId);
      await tx.update(GapDestination, { id }, { ...values });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'gap-destination.remove', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'gap_destination', { id, project });
      await tx.delete(GapDestination, { id });
      return id;
    });
  }
}

async function requireBudget(tx: Tx, budgetId: string): Promise<void> {
  const rows = await tx.query('select id from budget where id = $1', [budgetId]);
  if (rows.length === 0) throw new RuleViolated([{ pointer: '/budgetId', code: 'budget-unknown' }]);
}
