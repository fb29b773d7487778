import { HttpException } from '@nestjs/common';
import { requestContext } from '../database/request-context.js';
import { AppError, type Fault } from './app-error.js';

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
  408: 'too-slow',
  413: 'too-large',
  414: 'too-large',
  415: 'media-type-unsupported',
  431: 'too-large',
};

/** Describes any error to the client; what nobody expected becomes a 500 without any detail. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AppError) {
    const { params = {}, errors = [], current } = error.details;
    return problem(error.status, error.code, { title: error.message, params, errors, current });
  }
  const status = statusOf(error);
  if (status >= 500) return problem(500, 'internal', { title: 'something went wrong here' });
  return problem(status, CODE_BY_STATUS[status] ?? 'refused', {
    title: error instanceof Error ? error.message : 'refused',
    // What the framework itself calls malformed is the body as a whole, before anything in it could be named.
    errors: status === 400 ? [{ pointer: '', code: 'body-unreadable' }] : [],
  });
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
