import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type CommandAnswer,
  momentName,
  NotFound,
  Transactions,
  type Tx,
} from '../../platform/index.js';
import { writeDocx, writePdf } from '../../platform/documents/index.js';
import { keepDocument } from '../kept/keep-document.js';
import { SessionAlreadyOpen, SessionNotOpen } from '../reviews.errors.js';
import { sessionKey } from '../session-key.js';
import type { MinutesContent, MinutesRow } from './minutes-content.js';
import { MINUTES } from './minutes.sql.js';
import { printMinutes } from './print-minutes.js';

/** Issues the minutes of closed sessions and keeps them. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the minutes of a closed session from what stands there now; earlier ones stay beside them.
   * @throws NotFound (404), SessionNotOpen, SessionAlreadyOpen (409) before it is closed
   */
  async issue(actor: Actor, ref: string): Promise<CommandAnswer> {
    const kept = await this.transactions.run({ command: 'minutes.issue', actor }, (tx) => this.keep(tx, ref));
    return { id: kept.value, version: 1, moment: kept.moment };
  }

  /**
   * The same within the transaction of a command, which is then whole or nothing: no session is closed without minutes.
   * Returns the id of the minutes.
   * @throws NotFound (404), SessionNotOpen, SessionAlreadyOpen (409) before it is closed
   */
  async keep(tx: Tx, ref: string): Promise<string> {
    const keptAt = this.clock.now().toISOString();
    const judgedOn = this.clock.today();
    const { column, value } = sessionKey(ref);
    const [row] = await tx.query<MinutesRow>(MINUTES[column], [value]);
    if (row === undefined) throw new NotFound('review-session');
    if (row.state === 'planned') throw new SessionNotOpen(row.state);
    if (row.state === 'running') throw new SessionAlreadyOpen();
    const { id: sessionId, rev, names, session, participants, items, dropped, addenda } = row;
    const moment = momentName(rev, { today: judgedOn });
    const content: MinutesContent = { moment, session, participants, items, dropped, addenda };
    const printed = printMinutes(content, names, session.closedAt ?? keptAt);
    const files = [
      { format: 'json' as const, content: Buffer.from(JSON.stringify(content)) },
      { format: 'pdf' as const, content: await writePdf(printed) },
      { format: 'docx' as const, content: await writeDocx(printed) },
    ];
    return keepDocument(tx, { sessionId, kind: 'minutes', rev, judgedOn, keptAt, files });
  }
}
