import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId, RuleViolated } from '../platform/index.js';
import type { AddAddendumDto } from './dto/review-addendum.dto.js';
import { MinutesService } from './minutes/minutes.service.js';
import { ReviewAddendum } from './review-addendum.entity.js';
import { SessionCommands, type SessionTarget } from './session-commands.js';

/** Adds to what a closed session has recorded. */
@Injectable()
export class ReviewAddendaService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly clock: Clock,
    private readonly minutes: MinutesService,
  ) {}

  /**
   * Adds a correction to a closed session, as a whole or to one of its items; nothing that stands there changes.
   * The minutes are issued anew in the same transaction, beside those of before.
   * @throws NotFound (404), SessionNotOpen, SessionAlreadyOpen (409) before it is closed, RuleViolated (422)
   */
  async add(target: SessionTarget, { text, itemId = null }: AddAddendumDto): Promise<CommandAnswer> {
    const command = {
      name: 'review-addendum.add',
      during: ['closed'],
      notice: 'session',
      lock: 'whole',
    } as const;
    return this.commands.run(target, command, async (tx, session) => {
      if (itemId !== null) {
        const [item] = await tx.query('select id from review_item where id = $1 and session_id = $2', [
          itemId,
          session.id,
        ]);
        if (item === undefined) throw new RuleViolated([{ pointer: '/itemId', code: 'reference-unknown' }]);
      }
      const id = newId();
      await tx.insert(ReviewAddendum, {
        id,
        sessionId: session.id,
        itemId,
        text,
        addedAt: this.clock.now().toISOString(),
        addedById: target.actor.personId,
      });
      await this.minutes.keep(tx, session.id);
      return { id, version: session.version };
    });
  }
}
