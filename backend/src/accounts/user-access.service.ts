import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, Transactions, type Tx } from '../platform/index.js';
import { Sessions } from './sessions.service.js';

/** Lets people in and out, on behalf of an administrator. */
@Injectable()
export class UserAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Ends all sessions of a person.
   * @throws NotFound
   */
  async endSessions(actor: Actor, personId: string): Promise<void> {
    await this.transactions.run({ command: 'person.end-sessions', actor }, async (tx) => {
      await claim(tx, personId);
      await this.sessions.endAllOf(tx, personId);
    });
  }
}

async function claim(tx: Tx, personId: string): Promise<void> {
  const [person] = await tx.query('select from person where id = $1 for update', [personId]);
  if (person === undefined) throw new NotFound('person');
}
