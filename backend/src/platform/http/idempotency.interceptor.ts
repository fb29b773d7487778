import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { REQUIRES_KEY } from '../auth/actor.js';
import { Permission } from '../auth/permission.js';
import { requestContext } from '../database/request-context.js';
import { MalformedRequest } from '../errors/app-error.js';

/** Visible ASCII, as header fields carry it unharmed. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Notes the Idempotency-Key of a POST for the transactions that it will run. Where nobody needs to be signed in the key
 * means nothing: signing in twice is no harm, and an answer must not pass from one person to another.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  /** @throws MalformedRequest (400) */
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { method, url, body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const key = headers['idempotency-key'];
    if (method !== 'POST' || key === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new MalformedRequest([
        { pointer: '#header/idempotency-key', code: 'idempotency-key-malformed', params: { max: 255 } },
      ]);
    }
    const required = this.reflector.get<Permission>(REQUIRES_KEY, context.getHandler());
    const known = requestContext();
    if (known && required !== Permission.Anyone) {
      known.idempotency = { key, request: `POST ${url}\n${JSON.stringify(body ?? null)}`, transactions: 0 };
    }
    return next.handle();
  }
}
