import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId, RuleViolated } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { BudgetKind } from './budget.enums.js';
import { FollowUpCost } from './follow-up-cost.entity.js';
import { saysAnythingNew } from './reported-figures.js';
import { requirePart } from './require-part.js';

/** What of a follow-up cost can be edited. */
export interface FollowUpCostValues {
  kind: BudgetKind;
  yearFrom?: number | null;
  yearTo?: number | null;
  amountCents: number;
  note?: string;
}

const MAY = 'need';

/** Commands on what a project costs each year after its end. */
@Injectable()
export class FollowUpCostsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile, RuleViolated */
  add(target: ProjectTarget, values: FollowUpCostValues): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'follow-up-cost.add', may: MAY }, async (tx, project) => {
      refuseBackwards(values);
      const id = newId();
      await tx.insert(FollowUpCost, { id, projectId: project.id, ...values, reportedAt: this.now() });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile, RuleViolated */
  edit(target: ProjectTarget, id: string, values: Partial<FollowUpCostValues>): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'follow-up-cost.edit', may: MAY }, async (tx, project) => {
      if (!(await saysAnythingNew(tx, 'follow_up_cost', { id, project, values }))) return id;
      const [known] = await tx.query<{ yearFrom: number | null; yearTo: number | null }>(
        'select year_from as "yearFrom", year_to as "yearTo" from follow_up_cost where id = $1',
        [id],
      );
      const { yearFrom = known?.yearFrom, yearTo = known?.yearTo } = values;
      refuseBackwards({ yearFrom, yearTo });
      await tx.update(FollowUpCost, { id }, { ...values, reportedAt: this.now() });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'follow-up-cost.remove', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'follow_up_cost', { id, project });
      await tx.delete(FollowUpCost, { id });
      return id;
    });
  }

  /** When what is stated now counts as reported. */
  private now(): string {
    return this.clock.now().toISOString();
  }
}

function refuseBackwards({
  yearFrom,
  yearTo,
}: {
  yearFrom?: number | null | undefined;
  yearTo?: number | null | undefined;
}): void {
  if (yearFrom != null && yearTo != null && yearTo < yearFrom)
    throw new RuleViolated([{ pointer: '/yearTo', code: 'year-to-before-from', params: { from: yearFrom } }]);
}
