import { Injectable } from '@nestjs/common';
import { type Actor, type CommandAnswer, NotFound, Transactions, type Tx } from '../platform/index.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import type { SessionState } from './review.enums.js';
import { SessionAlreadyOpen, SessionClosed, SessionNotOpen } from './reviews.errors.js';
import { sessionKey } from './session-key.js';
import { noticeOfSession, type SessionNoticeKind } from './session-notice.js';

/** Which session a command is about, and who gives it. */
export interface SessionTarget {
  /** Id or number. */
  ref: string;
  actor: Actor;
}

/** The row of a session that a command has locked. */
export interface ClaimedSession {
  id: string;
  number: number;
  version: number;
  state: SessionState;
  startsAt: string;
}

/** What a command on a session is called, and when it is possible. */
export interface SessionCommand {
  /** For the change record: 'review-item.take'. */
  name: string;
  during: readonly SessionState[];
  notice: SessionNoticeKind;
  /**
   * `whole` for what numbers positions or changes the session itself; `shared` for what several people do at once to
   * different items, which only wants the session to stay as it is.
   */
  lock: 'whole' | 'shared';
}

/** What the work of a command says of the record that it made or changed. */
export interface Done {
  id: string;
  version: number;
  itemId?: string;
}

/** When a session can be prepared or held: until it is closed. */
export const UNTIL_CLOSED: readonly SessionState[] = ['planned', 'running'];

/** Runs commands on one session: one transaction, the session locked before its parts, everybody told at commit. */
@Injectable()
export class SessionCommands {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs the work on the locked session.
   * @throws NotFound (404), SessionClosed, SessionNotOpen, SessionAlreadyOpen (409)
   */
  async run(
    { ref, actor }: SessionTarget,
    { name, during, notice, lock }: SessionCommand,
    work: (tx: Tx, session: ClaimedSession) => Promise<Done>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: name, actor }, async (tx) => {
      const session = await claim(tx, ref, lock);
      refuseOtherStates(session.state, during);
      const { itemId = null, ...done } = await work(tx, session);
      await noticeOfSession(tx, { sessionId: session.id, itemId, kind: notice });
      return done;
    });
    return { ...value, moment };
  }

  /**
   * Runs work that changes the session as a whole, on the version that was read; raises it by one.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, SessionNotOpen, SessionAlreadyOpen (409)
   */
  runOnVersion(
    target: SessionTarget & { version: number },
    command: Omit<SessionCommand, 'lock'>,
    work: (tx: Tx, session: ClaimedSession) => Promise<string | void>,
  ): Promise<CommandAnswer> {
    return this.run(target, { ...command, lock: 'whole' }, async (tx, session) => {
      if (session.version !== target.version) throw await changedMeanwhile(tx, 'review_session', session);
      await tx.query('update review_session set version = version + 1 where id = $1', [session.id]);
      const id = await work(tx, session);
      return { id: id ?? session.id, version: session.version + 1 };
    });
  }
}

async function claim(tx: Tx, ref: string, lock: SessionCommand['lock']): Promise<ClaimedSession> {
  const { column, value } = sessionKey(ref);
  const [session] = await tx.query<ClaimedSession>(
    `select id, number, version, state, starts_at as "startsAt"
       from review_session where ${column} = $1 for ${lock === 'whole' ? 'update' : 'share'}`,
    [value],
  );
  if (session === undefined) throw new NotFound('review-session');
  return session;
}

function refuseOtherStates(state: SessionState, during: readonly SessionState[]): void {
  if (during.includes(state)) return;
  if (state === 'closed') throw new SessionClosed();
  throw state === 'running' ? new SessionAlreadyOpen() : new SessionNotOpen(state);
}
