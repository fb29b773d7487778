import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, RuleViolated } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import { isChecked, REPORTED_TABLES } from './reported-figures.js';

/** Finance says that figures which the lead reported are right. */
@Injectable()
export class FigureChecksService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks figures of a project as checked, all that are not when no ids are given. What is checked already stays so
   * since when it was.
   *
   * @throws NotFound, Forbidden, ChangedMeanwhile, RuleViolated
   */
  check(target: ProjectTarget, ids: readonly string[] | undefined): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'figure.check', may: 'budget' }, async (tx, project) => {
      const known = await tx.query<{ id: string }>(
        REPORTED_TABLES.map((table) => `select id from ${table} where project_id = $1`).join(' union all '),
        [project.id],
      );
      const ofProject = new Set(known.map(({ id }) => id));
      if (ids?.some((id) => !ofProject.has(id.toLowerCase())) === true)
        throw new RuleViolated([{ pointer: '/ids', code: 'reference-unknown' }]);
      for (const table of REPORTED_TABLES) {
        await tx.query(
          `update ${table} part set checked_at = $2, checked_by_id = $3
            where project_id = $1 and ($4::uuid[] is null or id = any ($4)) and not ${isChecked('part')}`,
          [project.id, this.clock.now().toISOString(), target.actor.personId, ids ?? null],
        );
      }
    });
  }
}
