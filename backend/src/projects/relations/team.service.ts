import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, NotFound } from '../../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import type { PersonFunction } from '../project.enums.js';
import { ProjectPerson } from './project-person.entity.js';

/** Says who leads a project and who stands in. */
@Injectable()
export class TeamService {
  constructor(private readonly commands: ProjectCommands) {}

  /**
   * Gives a person a function in the project. A new lead takes over: the one before becomes a deputy.
   *
   * @throws NotFound (404)
   */
  putPerson(target: ProjectTarget, personId: string, duty: PersonFunction): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.put-person', may: 'edit' }, async (tx, project) => {
      const [person] = await tx.query(
        `select 1 from person where id = $1 and kind = 'person' and left_at is null`,
        [personId],
      );
      if (person === undefined) throw new NotFound('person');
      if (duty === 'lead') {
        await tx.query(
          `update project_person set function = 'deputy'
            where project_id = $1 and function = 'lead' and person_id <> $2`,
          [project.id, personId],
        );
      }
      await tx.query(
        `insert into project_person (id, project_id, person_id, function) values ($1, $2, $3, $4)
         on conflict (project_id, person_id) do update set function = excluded.function`,
        [newId(), project.id, personId, duty],
      );
    });
  }

  /** Takes a person off the project; nothing happens when the person is not on it. */
  removePerson(target: ProjectTarget, personId: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.remove-person', may: 'edit' }, async (tx, project) => {
      await tx.delete(ProjectPerson, { projectId: project.id, personId });
    });
  }
}
