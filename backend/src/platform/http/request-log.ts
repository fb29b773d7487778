import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { requestContext, withRequestContext } from '../database/request-context.js';
import type { Metrics } from './metrics.js';

/** What the log of requests writes to. */
export interface RequestLogTargets {
  logger: Logger;
  metrics: Metrics;
  /** Answers carry the number of SQL statements they took; for tests. */
  countStatements: boolean;
}

const CORRELATION_ID = /^[\w-]{8,64}$/;

/** Gives each request a context, and when it is answered one log line and its metrics. */
export function logRequests(
  fastify: FastifyInstance,
  { logger, metrics, countStatements }: RequestLogTargets,
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const asked = request.headers['x-correlation-id'];
    const correlationId = typeof asked === 'string' && CORRELATION_ID.test(asked) ? asked : randomUUID();
    reply.header('x-correlation-id', correlationId);
    withRequestContext({ correlationId, personId: null, statements: 0 }, done);
  });
  if (countStatements) {
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      reply.header('x-sql-statements', String(requestContext()?.statements ?? 0));
      done();
    });
  }
  fastify.addHook('onResponse', (request, reply, done) => {
    const context = requestContext();
    const answered = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      statements: context?.statements ?? 0,
    };
    metrics.record(answered);
    logger.info(
      { ...answered, correlationId: context?.correlationId, personId: context?.personId },
      'request',
    );
    done();
  });
}
