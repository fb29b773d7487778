import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '../../platform/index.js';
import { SessionCommands, type SessionTarget } from '../session-commands.js';
import { ItemNotOnAgenda } from './live.errors.js';

/** Moves the walls of running sessions. */
@Injectable()
export class LiveService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts an item before all who are in the session.
   * @throws NotFound (404), SessionNotOpen, SessionClosed (409), ItemNotOnAgenda (422)
   */
  async move(target: SessionTarget, itemId: string): Promise<void> {
    const command = {
      name: 'review-session.move-walls',
      during: ['running'],
      notice: 'position',
      lock: 'shared',
    } as const;
    await this.commands.run(target, command, async (tx, session) => {
      await requireOnAgenda(tx, session.id, itemId);
      await tx.query(
        `insert into review_live (session_id, item_id, moved_at) values ($1, $2, $3)
         on conflict (session_id) do update set item_id = excluded.item_id, moved_at = excluded.moved_at`,
        [session.id, itemId, this.clock.now()],
      );
      return { id: session.id, version: session.version, itemId };
    });
  }
}

async function requireOnAgenda(tx: Tx, sessionId: string, itemId: string): Promise<void> {
  const [item] = await tx.query(
    `select 1 from review_item where id = $1 and session_id = $2 and state = 'taken'`,
    [itemId, sessionId],
  );
  if (item === undefined) throw new ItemNotOnAgenda();
}
