import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import { clientWords } from './client-words.js';
import { sessionCookieName, sessionCookieOptions } from './session-cookie.js';
import { type NewSession, Sessions } from './sessions.service.js';

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The session of the browser that asks: in the table and in its cookie. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins a session, with a new token at each sign-in, so that one planted before is worth nothing. */
  async begin(session: Omit<NewSession, 'client'>, { request, reply }: Exchange): Promise<void> {
    if (request.sessionId !== undefined) await this.sessions.end(request.sessionId);
    const client = clientWords(request.headers['user-agent']);
    const token = await this.sessions.begin({ ...session, client });
    reply.setCookie(sessionCookieName(this.config), token, sessionCookieOptions(this.config));
  }

  /** Ends the session; returns the ID token by which the provider signed the person in, if it did. */
  async end({ request, reply }: Exchange): Promise<string | null> {
    reply.clearCookie(sessionCookieName(this.config), sessionCookieOptions(this.config));
    return request.sessionId === undefined ? null : this.sessions.end(request.sessionId);
  }
}
