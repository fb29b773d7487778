import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from './app-error.js';
import { loggable } from './loggable.js';
import { translatePostgresError } from './postgres-errors.js';
import { problemOf } from './problem.js';

/** Turns every error into one problem document; logs what nobody expected. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = translatePostgresError(thrown);
    const problem = problemOf(error);
    if (problem.status === 500) {
      this.logger.error({ correlationId: problem.correlationId, ...loggable(error) });
    }
    if (reply.sent) return;
    const seconds = error instanceof AppError ? error.details.retryAfterSeconds : undefined;
    if (seconds !== undefined) reply.header('retry-after', String(seconds));
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }
}
