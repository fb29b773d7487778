import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, RuleViolated } from '../../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import { ProjectTag } from './project-tag.entity.js';

/** A tag stays short enough to be read at a glance. */
const LONGEST_TAG = 50;

/** Gives projects the words by which people find them. */
@Injectable()
export class TagsService {
  constructor(private readonly commands: ProjectCommands) {}

  /**
   * Adds a tag; nothing happens when it is there.
   *
   * @throws RuleViolated (422) unless it has 1 to 50 characters
   */
  async add(target: ProjectTarget, tag: string): Promise<CommandAnswer> {
    if (tag === '' || tag.length > LONGEST_TAG) {
      throw new RuleViolated([{ pointer: '/tag', code: 'is-length', params: { min: 1, max: LONGEST_TAG } }]);
    }
    return this.commands.run(target, { name: 'project.add-tag', may: 'edit' }, async (tx, project) => {
      await tx.query(
        `insert into project_tag (id, project_id, tag) values ($1, $2, $3)
         on conflict (project_id, tag) do nothing`,
        [newId(), project.id, tag],
      );
    });
  }

  /** Removes a tag; nothing happens when it is not there. */
  remove(target: ProjectTarget, tag: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.remove-tag', may: 'edit' }, async (tx, project) => {
      await tx.delete(ProjectTag, { projectId: project.id, tag });
    });
  }
}
