import { Injectable } from '@nestjs/common';
import { type CommandAnswer, type Fault, newId, NotFound, RuleViolated, type Tx } from '../platform/index.js';
import type { AddParticipantDto, EditParticipantDto } from './dto/review-participant.dto.js';
import { ReviewParticipant } from './review-participant.entity.js';
import { SessionCommands, type SessionTarget, UNTIL_CLOSED } from './session-commands.js';

/** Keeps who takes part in a session. */
@Injectable()
export class ReviewParticipantsService {
  constructor(private readonly commands: SessionCommands) {}

  /** @throws NotFound (404), ChangedMeanwhile (412), SessionClosed (409), RuleViolated (422) */
  add(target: SessionTarget & { version: number }, input: AddParticipantDto): Promise<CommandAnswer> {
    return this.commands.runOnVersion(target, command('review-participant.add'), async (tx, session) => {
      const id = newId();
      const { personId = null, label = '' } = input;
      await refuseFaults(tx, { id, sessionId: session.id, personId, label });
      await tx.insert(ReviewParticipant, { ...input, personId, label, id, sessionId: session.id });
      return id;
    });
  }

  /** @throws NotFound (404), ChangedMeanwhile (412), SessionClosed (409), RuleViolated (422) */
  edit(
    target: SessionTarget & { version: number },
    id: string,
    changes: EditParticipantDto,
  ): Promise<CommandAnswer> {
    return this.commands.runOnVersion(target, command('review-participant.edit'), async (tx, session) => {
      const [known] = await tx.query<{ personId: string | null; label: string }>(
        'select person_id as "personId", label from review_participant where id = $1 and session_id = $2',
        [id, session.id],
      );
      if (known === undefined) throw new NotFound('review-participant');
      await refuseFaults(tx, { ...known, id, sessionId: session.id, label: changes.label ?? known.label });
      await tx.update(ReviewParticipant, { id }, { ...changes });
      return id;
    });
  }

  /** @throws NotFound (404), ChangedMeanwhile (412), SessionClosed (409) */
  remove(target: SessionTarget & { version: number }, id: string): Promise<CommandAnswer> {
    return this.commands.runOnVersion(target, command('review-participant.remove'), async (tx, session) => {
      if ((await tx.delete(ReviewParticipant, { id, sessionId: session.id })) === 0)
        throw new NotFound('review-participant');
    });
  }
}

const command = (name: string) => ({ name, during: UNTIL_CLOSED, notice: 'session' }) as const;

interface Named {
  id: string;
  sessionId: string;
  personId: string | null;
  label: string;
}

async function refuseFaults(tx: Tx, { id, sessionId, personId, label }: Named): Promise<void> {
  const faults: Fault[] = [];
  if (personId === null && label === '') {
    faults.push({ pointer: '/label', code: 'review.participant-nameless' });
  }
  if (personId !== null) {
    const [found] = await tx.query<{ known: boolean; twice: boolean }>(
      `select exists (select from person where id = $1) as known,
              exists (select from review_participant
                       where person_id = $1 and session_id = $2 and id <> $3) as twice`,
      [personId, sessionId, id],
    );
    if (found?.known !== true) faults.push({ pointer: '/personId', code: 'reference-unknown' });
    if (found?.twice === true) faults.push({ pointer: '/personId', code: 'review.participant-twice' });
  }
  if (faults.length > 0) throw new RuleViolated(faults);
}
