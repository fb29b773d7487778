import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, NotFound } from '../../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import type { AddRiskDto, EditRiskDto } from './risk.dto.js';
import { Risk } from './risk.entity.js';

/** Keeps the risks of projects. */
@Injectable()
export class RisksService {
  constructor(private readonly commands: ProjectCommands) {}

  /** Adds a risk; answers with its id. */
  add(target: ProjectTarget, input: AddRiskDto): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'risk.add', may: 'edit' }, async (tx, project) => {
      const id = newId();
      await tx.insert(Risk, { ...input, id, projectId: project.id });
      return id;
    });
  }

  /**
   * Changes a risk.
   *
   * @throws NotFound (404)
   */
  edit(target: ProjectTarget, id: string, input: EditRiskDto): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'risk.edit', may: 'edit' }, async (tx, project) => {
      const [risk] = await tx.query('select 1 from risk where id::text = $1 and project_id = $2', [
        id,
        project.id,
      ]);
      if (risk === undefined) throw new NotFound('risk');
      await tx.update(Risk, { id }, { ...input });
      return id;
    });
  }

  /**
   * Removes a risk; its history stays.
   *
   * @throws NotFound (404)
   */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'risk.remove', may: 'edit' }, async (tx, project) => {
      if ((await tx.delete(Risk, { id, projectId: project.id })) === 0) throw new NotFound('risk');
    });
  }
}
