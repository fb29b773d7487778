import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import {
  type Actor,
  BROWSERS_ONLY_KEY,
  Forbidden,
  NotSignedIn,
  Permission,
  RateLimits,
  requestContext,
  REQUIRES_KEY,
} from '../platform/index.js';
import { TokenRefused, TwoCredentials } from './api-token.errors.js';
import { ApiTokens } from './api-tokens.service.js';
import { refuseForeignOrigin, SENT_BY_SERVERS_KEY } from './cross-site.js';
import { sessionCookieName } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

/** Lets a request through when its session, or its API token, has the permission that the route declares. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
    private readonly rateLimits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws TwoCredentials (400), NotSignedIn, TokenRefused (401), Forbidden (403), TooManyRequests (429) */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const required = this.reflector.get<Permission>(REQUIRES_KEY, context.getHandler());
    const byServers = this.reflector.get<boolean | undefined>(SENT_BY_SERVERS_KEY, context.getHandler());
    if (byServers === true && required === Permission.Anyone) return true;
    const bearer = bearerOf(request);
    if (bearer === undefined) await this.takeSession(request);
    else await this.takeToken(bearer, request);
    const { actor } = request;
    const known = requestContext();
    if (known && actor) known.personId = actor.personId;
    const isEntrance = required === Permission.Anyone;
    await this.rateLimits.count(request, reply, { isEntrance });
    if (bearer !== undefined) this.refuseToken(context, actor, reply);
    if (isEntrance) return true;
    if (actor === undefined) throw new NotSignedIn();
    if (!actor.permissions.has(required)) throw new Forbidden(required);
    return true;
  }

  private async takeSession(request: FastifyRequest): Promise<void> {
    refuseForeignOrigin(request, this.config.publicUrl);
    const cookie = this.cookieOf(request);
    const session = cookie === undefined ? undefined : await this.sessions.find(cookie);
    if (session === undefined || isForAnother(request, session.actor)) return;
    request.sessionId = session.sessionId;
    takeActor(request, session);
  }

  /** No browser sends a token by itself, so there is no other site to guard against; a cookie beside it would be one. */
  private async takeToken(token: string, request: FastifyRequest): Promise<void> {
    if (this.cookieOf(request) !== undefined) throw new TwoCredentials();
    const machine = await this.tokens.find(token);
    if (machine !== undefined) takeActor(request, machine);
  }

  /** Whoever comes with a token wants to be known by it: a wrong one is refused also where anybody may read. */
  private refuseToken(context: ExecutionContext, actor: Actor | undefined, reply: FastifyReply): void {
    if (actor === undefined) {
      reply.header('www-authenticate', 'Bearer realm="digital-agenda", error="invalid_token"');
      throw new TokenRefused();
    }
    if (this.isForBrowsers(context)) throw new Forbidden('session');
  }

  private cookieOf(request: FastifyRequest): string | undefined {
    return request.cookies[sessionCookieName(this.config)];
  }

  private isForBrowsers(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(BROWSERS_ONLY_KEY, targets) === true;
  }
}

/**
 * A page says whose it is. When somebody else has signed in with the same browser meanwhile, in another tab or in the same
 * place, what was typed by the first must not be sent as the second: the page is as good as signed out.
 */
function isForAnother({ headers }: FastifyRequest, { personId }: Actor): boolean {
  const meant = headers['x-signed-in-as'];
  return meant !== undefined && meant !== personId;
}

function takeActor(
  request: FastifyRequest,
  { actor, latestSeenRev }: { actor: Actor; latestSeenRev: number },
): void {
  request.actor = actor;
  request.latestSeenRev = latestSeenRev;
}

/** The token of `Authorization: Bearer …`; what else a proxy may send there (Basic) is not for us. */
function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1];
}
