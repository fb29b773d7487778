import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { NO_HISTORY_KEY } from '../auth/actor.js';
import { NoHistoryHere } from '../history/moment.js';

/** What the interceptor looks for in an answer. */
interface Answer {
  moment?: unknown;
  version?: unknown;
  page?: unknown;
  pageSize?: unknown;
  total?: unknown;
}

/** So long a cache in between may show what the public could read, seconds. */
const SHARED_SECONDS = 60;

/** Gives answers their ETag (304 when the client has it), lists their Link header, and refuses `asOf` where it has no meaning. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context
      .switchToHttp()
      .getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const noHistory = this.reflector.getAllAndOverride<boolean | undefined>(NO_HISTORY_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (request.query.asOf !== undefined && (!isRead || noHistory === true)) throw new NoHistoryHere();
    return next
      .handle()
      .pipe(map((answer) => (isRead ? read(request, reply, answer) : written(reply, answer))));
  }
}

function written(reply: FastifyReply, answer: unknown): unknown {
  reply.header('cache-control', 'no-store');
  const version = isRecord(answer) ? answer.version : undefined;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  return answer;
}

function read(request: FastifyRequest, reply: FastifyReply, answer: unknown): unknown {
  if (!isRecord(answer) || reply.hasHeader('etag') || reply.hasHeader('content-disposition')) return answer;
  const body = JSON.stringify(answer);
  const hash = createHash('sha1').update(body).digest('base64url').slice(0, 16);
  const etag = typeof answer.version === 'number' ? `"${answer.version}.${hash}"` : `"${hash}"`;
  reply
    .header('etag', etag)
    .header('cache-control', cachingOf(request, answer))
    .header('vary', 'Accept, Cookie');
  const links = pageLinks(request.url, answer);
  if (links !== '') reply.header('link', links);
  if (request.headers['if-none-match'] === etag) {
    reply.status(304);
    return undefined;
  }
  reply.header('content-type', 'application/json; charset=utf-8');
  return body;
}

/**
 * What nobody in particular was told may be kept by caches in between, so that many readers cost little; browsers still
 * ask, so that who publishes or withdraws sees it at once. Only answers that speak of a moment: the others are about
 * the one who asks.
 */
function cachingOf(request: FastifyRequest, { moment }: Answer): string {
  const isForEveryone = request.actor === undefined && typeof moment === 'string';
  return isForEveryone ? `public, max-age=0, s-maxage=${SHARED_SECONDS}` : 'private, no-cache';
}

function pageLinks(url: string, { page, pageSize, total }: Answer): string {
  if (typeof page !== 'number' || typeof pageSize !== 'number' || typeof total !== 'number') return '';
  const last = Math.max(1, Math.ceil(total / pageSize));
  const link = (rel: string, to: number): string => {
    const [path = '', query] = url.split('?');
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(to));
    return `<${path}?${parameters.toString()}>; rel="${rel}"`;
  };
  return [
    link('first', 1),
    ...(page > 1 ? [link('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [link('next', page + 1)] : []),
    link('last', last),
  ].join(', ');
}

function isRecord(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}
