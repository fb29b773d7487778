import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../platform/index.js';

/** A change was sent by another web site, or by a form that can't set the header of this interface. */
export class CrossSiteRequest extends AppError {
  readonly status = 403;
  readonly code = 'cross-site';
  constructor() {
    super('changes need the header X-Requested-With: digital-agenda and the own origin');
  }
}

const SENT_BY_SERVERS = 'sent-by-servers';
export { SENT_BY_SERVERS as SENT_BY_SERVERS_KEY };

/**
 * Declares a route that another server calls, not a browser: no session counts there, and what is sent proves itself, so
 * it need not come from the own origin. Nor is it counted: a provider may end all sessions of a city at once.
 */
export const SentByServers = (): MethodDecorator => SetMetadata(SENT_BY_SERVERS, true);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site makes a browser send: a header that only same-origin scripts can set, and the
 * browser's own words about where the request comes from.
 * @throws CrossSiteRequest (403)
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | null): void {
  if (SAFE.has(request.method)) return;
  const { origin, 'sec-fetch-site': site, 'x-requested-with': marker } = request.headers;
  const own = ownOrigin(request, publicUrl);
  const foreign =
    (origin !== undefined && origin !== own) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (foreign || marker !== 'digital-agenda') throw new CrossSiteRequest();
}

/** The address under which this request reached the application; configured, or as the request itself says. */
export function ownOrigin(request: FastifyRequest, publicUrl: string | null): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}
