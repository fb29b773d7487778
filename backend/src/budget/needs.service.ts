import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { BudgetKind, Direction } from './budget.enums.js';
import { saysAnythingNew } from './reported-figures.js';
import { requirePart } from './require-part.js';
import { Need } from './need.entity.js';

/** What of a need can be edited. */
export interface NeedValues {
  year: number;
  kind: BudgetKind;
  direction?: Direction;
  amountCents: number;
  note?: string;
}

const MAY = 'need';

/** Commands on what a project needs. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  add(target: ProjectTarget, values: NeedValues): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'need.add', may: MAY }, async (tx, project) => {
      const id = newId();
      await tx.insert(Need, { id, projectId: project.id, ...values, reportedAt: this.now() });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  edit(target: ProjectTarget, id: string, values: Partial<NeedValues>): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'need.edit', may: MAY }, async (tx, project) => {
      if (await saysAnythingNew(tx, 'need', { id, project, values }))
        await tx.update(Need, { id }, { ...values, reportedAt: this.now() });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'need.remove', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'need', { id, project });
      await tx.delete(Need, { id });
      return id;
    });
  }

  /** When what is stated now counts as reported. */
  private now(): string {
    return this.clock.now().toISOString();
  }
}
