import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId, NotFound, RuleViolated } from '../../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import type { AddMilestoneDto, EditMilestoneDto } from './milestone.dto.js';
import { Milestone } from './milestone.entity.js';
import { faultsOfMilestone, isMove } from './milestone.rules.js';

/** Keeps the milestones of projects. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /** Adds a milestone; answers with its id. */
  add(target: ProjectTarget, input: AddMilestoneDto): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'milestone.add', may: 'edit' }, async (tx, project) => {
      this.refuseFaults(input, null);
      const id = newId();
      await tx.insert(Milestone, { ...input, id, projectId: project.id, baselineOn: input.expectedOn });
      return id;
    });
  }

  /**
   * Changes a milestone; a moved date is counted.
   *
   * @throws NotFound (404), RuleViolated (422) when a move has no reason or the actual date lies ahead
   */
  edit(target: ProjectTarget, id: string, input: EditMilestoneDto): Promise<CommandAnswer> {
    const command = { name: 'milestone.edit', may: 'edit', reason: input.moveReason } as const;
    return this.commands.run(target, command, async (tx, project) => {
      const [before] = await tx.query<{ expectedOn: string; moves: number }>(
        'select expected_on as "expectedOn", moves from milestone where id::text = $1 and project_id = $2',
        [id, project.id],
      );
      if (before === undefined) throw new NotFound('milestone');
      this.refuseFaults(input, before);
      const { moveReason, ...content } = input;
      const move = isMove(input, before) ? { moves: before.moves + 1, moveReason } : {};
      await tx.update(Milestone, { id }, { ...content, ...move });
      return id;
    });
  }

  /**
   * Removes a milestone; its history stays.
   *
   * @throws NotFound (404)
   */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'milestone.remove', may: 'edit' }, async (tx, project) => {
      if ((await tx.delete(Milestone, { id, projectId: project.id })) === 0) throw new NotFound('milestone');
    });
  }

  private refuseFaults(
    input: AddMilestoneDto | EditMilestoneDto,
    before: { expectedOn: string } | null,
  ): void {
    const faults = faultsOfMilestone(input, { before, today: this.clock.today() });
    if (faults.length > 0) throw new RuleViolated(faults);
  }
}
