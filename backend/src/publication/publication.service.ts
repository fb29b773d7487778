import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, Transactions } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import { PublishedProject } from './published-project.entity.js';
import { PUBLISH } from './record/record-sql.js';

/** Publishes projects and withdraws them again. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Copies the public fields of a project into its published record; what is public already is published anew.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  publish(target: ProjectTarget): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.publish', may: 'publish' }, async (tx, { id }) => {
      await tx.query(PUBLISH, [[id], this.clock.now().toISOString()]);
      await tx.query(`update project set visibility = 'public' where id = $1`, [id]);
    });
  }

  /**
   * Takes a project back from the public, its past included; nothing happens when it is not published.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  withdraw(target: ProjectTarget): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.withdraw', may: 'publish' }, async (tx, { id }) => {
      await tx.delete(PublishedProject, { id });
      await tx.query(`update project set visibility = 'internal' where id = $1`, [id]);
    });
  }

  /** Publishes made-up projects right after they were loaded, all in one revision; what people entered is published by people. */
  async publishLoaded(projectIds: readonly string[], source: 'sample' | 'generate'): Promise<void> {
    await this.transactions.run({ command: 'project.publish', source }, async (tx) => {
      await tx.query(PUBLISH, [projectIds, this.clock.now().toISOString()]);
      await tx.query(`update project set visibility = 'public', version = version + 1 where id = any($1)`, [
        projectIds,
      ]);
      await tx.query(`update project_overview set visibility = 'public' where id = any($1)`, [projectIds]);
    });
  }
}
