import { Injectable } from '@nestjs/common';
import { councilBodyByRef } from '../organisation/index.js';
import { type CommandAnswer, newId, NotFound, RuleViolated, type Tx } from '../platform/index.js';
import { Consultation } from './consultation.entity.js';
import type { AddConsultationDto, EditConsultationDto } from './dto/consultation-input.dto.js';
import { PaperCommands, type PaperTarget } from './paper-commands.js';

/** Keeps before which bodies papers are. */
@Injectable()
export class ConsultationsService {
  constructor(private readonly commands: PaperCommands) {}

  /** Adds a consultation; answers with its id. @throws RuleViolated (422) without a body and without a name */
  add(target: PaperTarget, { body, ...content }: AddConsultationDto): Promise<CommandAnswer> {
    return this.commands.run(target, 'consultation.add', async (tx) => {
      const known = await bodyOf(tx, body);
      const bodyName = content.bodyName ?? known?.name;
      if (bodyName === undefined)
        throw new RuleViolated([{ pointer: '/bodyName', code: 'consultation.body-missing' }]);
      const id = newId();
      await tx.insert(Consultation, {
        ...content,
        id,
        paperId: target.id,
        bodyId: known?.id ?? null,
        bodyName,
      });
      return id;
    });
  }

  /** Changes a consultation, mostly to add its result. @throws NotFound (404), RuleViolated (422) */
  edit(target: PaperTarget, id: string, { body, ...content }: EditConsultationDto): Promise<CommandAnswer> {
    return this.commands.run(target, 'consultation.edit', async (tx) => {
      const known = await bodyOf(tx, body);
      const changes = { ...content, ...(body !== undefined && { bodyId: known?.id ?? null }) };
      const [present] = await tx.query('select from consultation where id = $1 and paper_id = $2', [
        id,
        target.id,
      ]);
      if (present === undefined) throw new NotFound('consultation');
      await tx.update(Consultation, { id }, changes);
      return id;
    });
  }

  /** Removes a consultation; its history stays. @throws NotFound (404) */
  remove(target: PaperTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, 'consultation.remove', async (tx) => {
      if ((await tx.delete(Consultation, { id, paperId: target.id })) === 0)
        throw new NotFound('consultation');
    });
  }
}

async function bodyOf(
  tx: Tx,
  ref: string | null | undefined,
): Promise<{ id: string; name: string } | undefined> {
  if (ref == null) return undefined;
  const found = await councilBodyByRef(tx, ref);
  if (found === null) throw new RuleViolated([{ pointer: '/body', code: 'unknown' }]);
  const [body] = await tx.query<{ id: string; name: string }>(
    'select id, title_de as name from council_body where id = $1',
    [found.id],
  );
  return body;
}
