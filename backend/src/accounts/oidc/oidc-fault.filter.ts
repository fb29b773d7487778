import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../platform/index.js';
import { OidcFailed, OidcFault } from './oidc.errors.js';

/** A person is looking at the browser while these routes answer: every error leads to the sign-in page, which explains it. */
@Catch()
export class OidcFaultFilter implements ExceptionFilter {
  private readonly logger = new Logger('SignIn');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const fault = thrown instanceof OidcFault ? thrown : new OidcFailed(wordsOf(thrown));
    if (thrown instanceof AppError) this.logger.warn(`${fault.code}: ${fault.message}`);
    else this.logger.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    const page = new URLSearchParams({
      fault: fault.code,
      ...(fault.returnTo !== undefined && { redirect: fault.returnTo }),
    });
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .header('cache-control', 'no-store')
      .redirect(`/sign-in?${page.toString()}`, 302);
  }
}

function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'for no known reason';
}
