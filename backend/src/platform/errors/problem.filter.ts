import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { requestContext } from '../database/request-context.js';
import { AppError, type Fault } from './app-error.js';
import { translatePostgresError } from './postgres-errors.js';

/** RFC 9457 problem document, the form of every error answer. */
export interface Problem {
  type: string;
  status: number;
  title: string;
  code: string;
  params: Record<string, unknown>;
  errors: Fault[];
  correlationId: string | null;
  current?: unknown;
}

const CODE_BY_STATUS: Record<number, string> = {
  400: 'malformed',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  413: 'too-large',
  414: 'too-large',
  415: 'media-type-unsupported',
};

/** Turns every error into one problem document; what nobody expected becomes a 500 without any detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(translatePostgresError(thrown));
    if (reply.sent) return;
    if (problem.status === 503) reply.header('retry-after', '5');
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof AppError) {
      const { params = {}, errors = [], current } = error.details;
      return problem(error.status, error.code, { title: error.message, params, errors, current });
    }
    const status = statusOf(error);
    if (status < 500) {
      const title = error instanceof Error ? error.message : 'refused';
      return problem(status, CODE_BY_STATUS[status] ?? 'refused', { title });
    }
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return problem(500, 'internal', { title: 'something went wrong here' });
  }
}

function problem(
  status: number,
  code: string,
  rest: { title: string; params?: Record<string, unknown>; errors?: Fault[]; current?: unknown },
): Problem {
  return {
    type: `urn:digital-agenda:problem:${code}`,
    status,
    title: rest.title,
    code,
    params: rest.params ?? {},
    errors: rest.errors ?? [],
    correlationId: requestContext()?.correlationId ?? null,
    ...(rest.current === undefined ? {} : { current: rest.current }),
  };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
