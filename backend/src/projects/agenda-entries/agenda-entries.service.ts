import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, NotFound, type Tx } from '../../platform/index.js';
import { agendaByRef, AgendaEntry } from '../../strategy/index.js';
import { passGate } from '../phases/gate-check.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';

/** How an agenda names a project. */
export interface AgendaEntryInput {
  leadProject: boolean;
  reason: string | null;
}

/** Puts projects on agendas and takes them off. */
@Injectable()
export class AgendaEntriesService {
  constructor(private readonly commands: ProjectCommands) {}

  /**
   * Puts a project on an agenda, or changes how the agenda names it. Only being added passes the gate.
   *
   * @throws NotFound (404), GateOpen (422)
   */
  put(target: ProjectTarget, agendaRef: string, input: AgendaEntryInput): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'agenda.put-entry', may: 'agenda' }, async (tx, project) => {
      const agendaId = await agendaOf(tx, agendaRef);
      const changed = await tx.update(AgendaEntry, { agendaId, projectId: project.id }, input);
      if (changed > 0) return;
      await passGate(tx, project.id);
      await tx.insert(AgendaEntry, {
        id: newId(),
        agendaId,
        projectId: project.id,
        position: await nextPosition(tx, agendaId),
        ...input,
      });
    });
  }

  /** Takes a project off an agenda; nothing happens when it is not on it. */
  remove(target: ProjectTarget, agendaRef: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'agenda.remove-entry', may: 'agenda' }, async (tx, project) => {
      await tx.delete(AgendaEntry, { agendaId: await agendaOf(tx, agendaRef), projectId: project.id });
    });
  }
}

async function agendaOf(tx: Tx, ref: string): Promise<string> {
  const agenda = await agendaByRef(tx, ref);
  if (agenda === null) throw new NotFound('agenda');
  return agenda.id;
}

async function nextPosition(tx: Tx, agendaId: string): Promise<number> {
  // Positions are handed out under the lock of their agenda; projects are locked before it.
  await tx.query('select 1 from digital_agenda where id = $1 for no key update', [agendaId]);
  const [row] = await tx.query<{ next: number }>(
    'select coalesce(max(position), 0) + 1 as next from agenda_entry where agenda_id = $1',
    [agendaId],
  );
  return row?.next ?? 1;
}
