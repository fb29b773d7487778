import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import {
  Forbidden,
  NotSignedIn,
  Permission,
  RateLimits,
  requestContext,
  REQUIRES_KEY,
} from '../platform/index.js';
import { refuseForeignOrigin, SENT_BY_SERVERS_KEY } from './cross-site.js';
import { sessionCookieName } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

/** Lets a request through when its session has the permission that the route declares. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly rateLimits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws TooManyRequests (429), NotSignedIn (401), Forbidden (403) */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const required = this.reflector.get<Permission>(REQUIRES_KEY, context.getHandler());
    const byServers = this.reflector.get<boolean | undefined>(SENT_BY_SERVERS_KEY, context.getHandler());
    if (byServers === true && required === Permission.Anyone) return true;
    refuseForeignOrigin(request, this.config.publicUrl);
    const token = request.cookies[sessionCookieName(this.config)];
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (session !== undefined) {
      request.actor = session.actor;
      request.sessionId = session.sessionId;
      request.latestSeenRev = session.latestSeenRev;
      const known = requestContext();
      if (known) known.personId = session.actor.personId;
    }
    const isEntrance = required === Permission.Anyone;
    await this.rateLimits.count(request, context.switchToHttp().getResponse<FastifyReply>(), { isEntrance });
    if (isEntrance) return true;
    if (session === undefined) throw new NotSignedIn();
    if (!session.actor.permissions.has(required)) throw new Forbidden(required);
    return true;
  }
}
