import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sessions } from '../../accounts/index.js';
import { type Actor, EventStreams, NotSignedIn, Permission } from '../../platform/index.js';
import { LiveChanges } from './live-changes.js';
import { LiveQueries } from './live.queries.js';

/** Who wants to follow a session, and where the answer goes. */
export interface Follower {
  actor: Actor;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Answers those who follow a session. */
@Injectable()
export class LiveStreams {
  constructor(
    private readonly queries: LiveQueries,
    private readonly streams: EventStreams,
    private readonly changes: LiveChanges,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Begins a stream of what happens in a session.
   * @throws NotFound (404), EventStreamOnly (406), TooManyStreams (429), Stopping (503)
   */
  async answer(ref: string, { actor, request, reply }: Follower): Promise<void> {
    const { sessionId: signIn } = request;
    if (signIn === undefined) throw new NotSignedIn();
    const sessionId = await this.queries.sessionId(ref);
    const stream = this.streams.begin(request, reply, {
      personId: actor.personId,
      mayGoOn: () => this.sessions.stillHas(signIn, Permission.SessionRead),
    });
    this.changes.follow(sessionId, stream);
  }
}
