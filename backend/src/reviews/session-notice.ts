import type { Tx } from '../platform/index.js';

/** On which channel the server processes hear of changes to sessions. */
export const SESSION_CHANNEL = 'review_session';

/** What changed in a session; `position` is where the meeting stands. */
export type SessionNoticeKind = 'item' | 'decision' | 'session' | 'position';

/** One change of a session, as all server processes hear of it. */
export interface SessionNotice {
  sessionId: string;
  itemId: string | null;
  kind: SessionNoticeKind;
}

/** Tells all server processes of a change; they hear of it at commit, and not at all without one. */
export async function noticeOfSession(tx: Tx, notice: SessionNotice): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [SESSION_CHANNEL, JSON.stringify(notice)]);
}
