import { Injectable } from '@nestjs/common';
import { actorOf, RIGHTS_COLUMNS, type RightsRow } from '../../accounts/index.js';
import { Clock, type CommandAnswer, newId, RuleViolated, type Tx } from '../../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import { mayDo, type RightsOnProject } from '../project-rights.rules.js';
import { ProjectPerson } from '../relations/project-person.entity.js';
import type { HandOverDto } from './handover.dto.js';
import { Handover } from './handover.entity.js';
import { faultsOfHandover, type Successor } from './handover.rules.js';

/** Passes a project on in one step. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes somebody else the lead; the lead until now stays as a deputy or leaves. All that belongs to the project goes
   * along by itself.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412), RuleViolated (422)
   */
  handOver(
    target: ProjectTarget,
    { toPersonId, note = '', keepAsDeputy = true }: HandOverDto,
  ): Promise<CommandAnswer> {
    const command = { name: 'project.hand-over', may: 'edit', reason: note } as const;
    return this.commands.run(target, command, async (tx, project) => {
      const [lead] = await tx.query<{ personId: string }>(
        `select person_id as "personId" from project_person where project_id = $1 and function = 'lead'`,
        [project.id],
      );
      const faults = faultsOfHandover(
        await successorOf(tx, { id: project.id, personId: toPersonId, leadId: lead?.personId ?? null }),
      );
      if (faults.length > 0) throw new RuleViolated(faults);
      if (lead !== undefined && keepAsDeputy) {
        await tx.update(
          ProjectPerson,
          { projectId: project.id, personId: lead.personId },
          { function: 'deputy' },
        );
      } else if (lead !== undefined) {
        await tx.delete(ProjectPerson, { projectId: project.id, personId: lead.personId });
      }
      await tx.query(
        `insert into project_person (id, project_id, person_id, function) values ($1, $2, $3, 'lead')
         on conflict (project_id, person_id) do update set function = 'lead'`,
        [newId(), project.id, toPersonId],
      );
      const id = newId();
      await tx.insert(Handover, {
        id,
        projectId: project.id,
        fromPersonId: lead?.personId ?? null,
        toPersonId,
        handedAt: this.clock.now().toISOString(),
        handedById: target.actor.personId,
        note,
      });
      return id;
    });
  }
}

async function successorOf(
  tx: Tx,
  { id, personId, leadId }: { id: string; personId: string; leadId: string | null },
): Promise<Successor | null> {
  const [row] = await tx.query<RightsRow & { has_left: boolean; project_office: string | null }>(
    `select ${RIGHTS_COLUMNS}, p.left_at is not null as has_left,
            (select office_id from project where id = $2) as project_office
       from person p where p.id = $1 and p.kind = 'person'`,
    [personId, id],
  );
  if (row === undefined) return null;
  const onceLed: RightsOnProject = { officeId: row.project_office, personIds: [personId] };
  return {
    mayLead: mayDo(actorOf(row, new Set()), onceLed, 'edit'),
    hasLeft: row.has_left,
    leadsAlready: personId === leadId,
  };
}
