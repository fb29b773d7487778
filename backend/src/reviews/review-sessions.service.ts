import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AlreadyExists,
  Clock,
  type CommandAnswer,
  newId,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import { DossiersService } from './dossier/dossiers.service.js';
import { keepDocument } from './kept/keep-document.js';
import { MinutesService } from './minutes/minutes.service.js';
import type { CreateReviewSessionDto, EditReviewSessionDto } from './dto/review-session-input.dto.js';
import { ReviewParticipant } from './review-participant.entity.js';
import { ReviewSession } from './review-session.entity.js';
import { SessionCommands, type SessionTarget, UNTIL_CLOSED } from './session-commands.js';
import { noticeOfSession } from './session-notice.js';

/** Calls sessions, opens and closes them. */
@Injectable()
export class ReviewSessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: SessionCommands,
    private readonly clock: Clock,
    private readonly dossiers: DossiersService,
    private readonly minutes: MinutesService,
  ) {}

  /**
   * Plans a session; it gets the next number unless one is given, and invites who was invited last.
   * @throws AlreadyExists (409) for a number that is taken
   */
  async create(actor: Actor, input: CreateReviewSessionDto): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run(
      { command: 'review-session.create', actor },
      async (tx) => {
        // Two sessions at once would get one number.
        await tx.query('lock table review_session in share row exclusive mode');
        const id = newId();
        const number = input.number ?? (await nextNumber(tx));
        const [twin] = await tx.query('select from review_session where number = $1', [number]);
        if (twin !== undefined) throw new AlreadyExists('review-session', '/number');
        await tx.insert(ReviewSession, { ...input, id, number });
        await inviteAsLastTime(tx, id);
        await noticeOfSession(tx, { sessionId: id, itemId: null, kind: 'session' });
        return id;
      },
    );
    return { id: value, version: 1, moment };
  }

  /** @throws NotFound (404), ChangedMeanwhile (412), SessionClosed (409) */
  edit(target: SessionTarget & { version: number }, changes: EditReviewSessionDto): Promise<CommandAnswer> {
    const command = { name: 'review-session.edit', during: UNTIL_CLOSED, notice: 'session' } as const;
    return this.commands.runOnVersion(target, command, async (tx, { id }) => {
      await tx.update(ReviewSession, { id }, { ...changes });
    });
  }

  /**
   * Opens a session; what was true just before is kept as its beginning, and with it the dossier that says so: both in
   * one transaction, so that no session is open without its dossier.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, SessionAlreadyOpen (409)
   */
  async open(target: SessionTarget & { version: number }): Promise<CommandAnswer> {
    const command = { name: 'review-session.open', during: ['planned'], notice: 'session' } as const;
    const dossier = await this.dossiers.prepare(target.ref);
    return this.commands.runOnVersion(target, command, async (tx, session) => {
      // The dossier was written before the session was locked: in between its agenda may have become another.
      const [newer] = await tx.query(CHANGED_SINCE, [session.id, dossier.rev]);
      if (newer !== undefined) throw await changedMeanwhile(tx, 'review_session', session);
      await tx.query(
        `update review_session set state = 'running', opened_at = $2, opened_rev = $3 where id = $1`,
        [session.id, this.clock.now().toISOString(), dossier.rev],
      );
      await keepDocument(tx, dossier);
    });
  }

  /**
   * Closes a session for good: everything decided until now is what it saw, and nothing of it changes any more. Its
   * minutes are kept in the same transaction.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, SessionNotOpen (409)
   */
  async close(target: SessionTarget & { version: number }): Promise<CommandAnswer> {
    const command = { name: 'review-session.close', during: ['running'], notice: 'session' } as const;
    return this.commands.runOnVersion(target, command, async (tx, { id }) => {
      await tx.query(
        `update review_session set state = 'closed', closed_at = $2, closed_rev = ${NEWEST_REVISION} where id = $1`,
        [id, this.clock.now().toISOString()],
      );
      await this.minutes.keep(tx, id);
    });
  }
}

const NEWEST_REVISION = '(select coalesce(max(rev), 0) from change)';

/** Whether the agenda of a session, or who takes part, has changed after a revision. */
const CHANGED_SINCE = ['review_item', 'review_participant']
  .map(
    (table) => `
  select id from history.${table}
   where session_id = $1 and (from_rev > $2 or (to_rev > $2 and to_rev < 9223372036854775807))`,
  )
  .join(' union all ');

async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from review_session',
  );
  return row?.number ?? 1;
}

async function inviteAsLastTime(tx: Tx, sessionId: string): Promise<void> {
  const invited = await tx.query<Pick<ReviewParticipant, 'personId' | 'role' | 'label'>>(
    `select person_id as "personId", role, label from review_participant
      where session_id = (select id from review_session where id <> $1 order by number desc limit 1) order by id`,
    [sessionId],
  );
  if (invited.length === 0) return;
  await tx.insert(
    ReviewParticipant,
    invited.map((participant) => ({ ...participant, id: newId(), sessionId })),
  );
}
