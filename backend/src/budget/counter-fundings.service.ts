import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { BudgetKind, CounterFundingSource } from './budget.enums.js';
import { CounterFunding } from './counter-funding.entity.js';
import { saysAnythingNew } from './reported-figures.js';
import { requirePart } from './require-part.js';

/** What of a counter-funding can be edited. */
export interface CounterFundingValues {
  year: number;
  kind: BudgetKind;
  source: CounterFundingSource;
  amountCents: number;
  explanation?: string;
  secured?: boolean;
}

const MAY = 'need';

/** Commands on money for a project from elsewhere. */
@Injectable()
export class CounterFundingsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  add(target: ProjectTarget, values: CounterFundingValues): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'counter-funding.add', may: MAY }, async (tx, project) => {
      const id = newId();
      await tx.insert(CounterFunding, { id, projectId: project.id, ...values, reportedAt: this.now() });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  edit(target: ProjectTarget, id: string, values: Partial<CounterFundingValues>): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'counter-funding.edit', may: MAY }, async (tx, project) => {
      if (await saysAnythingNew(tx, 'counter_funding', { id, project, values }))
        await tx.update(CounterFunding, { id }, { ...values, reportedAt: this.now() });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'counter-funding.remove', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'counter_funding', { id, project });
      await tx.delete(CounterFunding, { id });
      return id;
    });
  }

  /** When what is stated now counts as reported. */
  private now(): string {
    return this.clock.now().toISOString();
  }
}
