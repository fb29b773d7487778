import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type CommandAnswer,
  momentName,
  NotFound,
  Reads,
  Transactions,
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
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the minutes of a closed session from what stands there now; earlier ones stay beside them.
   * @throws NotFound (404), SessionNotOpen, SessionAlreadyOpen (409) before it is closed
   */
  async issue(actor: Actor, ref: string): Promise<CommandAnswer> {
    const now = this.clock.now().toISOString();
    const judgedOn = this.clock.today();
    const { column, value } = sessionKey(ref);
    const [row] = await this.reads.query<MinutesRow & Record<string, unknown>>(
      { rev: null },
      MINUTES[column],
      [value],
    );
    if (row === undefined) throw new NotFound('review-session');
    if (row.state === 'planned') throw new SessionNotOpen(row.state);
    if (row.state === 'running') throw new SessionAlreadyOpen();
    const { id: sessionId, rev, names, session, participants, items, addenda } = row;
    const content: MinutesContent = {
      moment: momentName(rev, { today: judgedOn }),
      session,
      participants,
      items,
      addenda,
    };
    const printed = printMinutes(content, names, session.closedAt ?? now);
    const files = [
      { format: 'json' as const, content: Buffer.from(JSON.stringify(content)) },
      { format: 'pdf' as const, content: await writePdf(printed) },
      { format: 'docx' as const, content: await writeDocx(printed) },
    ];
    const kept = await this.transactions.run({ command: 'minutes.issue', actor }, (tx) =>
      keepDocument(tx, { sessionId, kind: 'minutes', rev, judgedOn, keptAt: now, files }),
    );
    return { id: kept.value, version: 1, moment: kept.moment };
  }
}
