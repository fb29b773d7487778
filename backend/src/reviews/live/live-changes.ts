import { Injectable } from '@nestjs/common';
import { type EventStream, Notifications } from '../../platform/index.js';
import { SESSION_CHANNEL, type SessionNotice } from '../session-notice.js';

/** Passes on what happens in sessions, in whichever process, to those who look at them. */
@Injectable()
export class LiveChanges {
  private readonly streams = new Map<string, Set<EventStream>>();
  private isListening = false;

  constructor(private readonly notifications: Notifications) {}

  /** Tells a stream of a session's changes from now on until it ends. */
  follow(sessionId: string, stream: EventStream): void {
    const streams = this.streams.get(sessionId) ?? new Set();
    streams.add(stream);
    this.streams.set(sessionId, streams);
    this.listen();
    stream.whenEnded(() => {
      streams.delete(stream);
      if (streams.size === 0 && this.streams.get(sessionId) === streams) this.streams.delete(sessionId);
    });
  }

  private listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.notifications.subscribe(SESSION_CHANNEL, (payload) => this.pass(payload));
  }

  private pass(payload: string | null): void {
    if (payload === null) {
      for (const stream of [...this.streams.values()].flatMap((streams) => [...streams]))
        stream.send('change', { kind: 'all', itemId: null });
      return;
    }
    const { sessionId, kind, itemId } = JSON.parse(payload) as SessionNotice;
    for (const stream of this.streams.get(sessionId) ?? []) stream.send('change', { kind, itemId });
  }
}
