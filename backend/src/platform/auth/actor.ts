import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotSignedIn } from '../errors/app-error.js';
import { Permission } from './permission.js';

/** The roles of domain.md, "Who may do what". */
export const ROLES = [
  'employee',
  'project-lead',
  'office-coordinator',
  'commission',
  'finance',
  'portfolio-office',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: the person of the session, with what rights depend on. */
export interface Actor {
  personId: string;
  roles: Role[];
  permissions: ReadonlySet<Permission>;
  officeId: string | null;
  /** The own office and all units below it. */
  officeIds: string[];
  isSecretary: boolean;
  /** The project leads for whom this person stands in. */
  standsInFor: string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    sessionId?: string;
    latestSeenRev?: number;
  }
}

const REQUIRES = 'requires-permission';
const NO_HISTORY = 'no-history';
const BROWSERS_ONLY = 'browsers-only';
export { BROWSERS_ONLY as BROWSERS_ONLY_KEY, NO_HISTORY as NO_HISTORY_KEY, REQUIRES as REQUIRES_KEY };

/** Declares the permission of a route. A route without one does not start. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(REQUIRES, permission);

/** Declares a reading route whose records keep no history: `asOf` is refused there. */
export const NoHistory = (): MethodDecorator & ClassDecorator => SetMetadata(NO_HISTORY, true);

/** Whom an answer is for: staff who read the portfolio, or everybody else. */
export type Audience = 'staff' | 'public';

/** Whom an open route answers. Who is signed in without the right to read the portfolio sees what the public sees. */
export const ForAudience = createParamDecorator((_: unknown, context: ExecutionContext): Audience => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  return actor?.permissions.has(Permission.PortfolioRead) === true ? 'staff' : 'public';
});

/** Declares routes that make sense for a browser with a session alone: an API token is refused there. */
export const BrowsersOnly = (): MethodDecorator & ClassDecorator => SetMetadata(BROWSERS_ONLY, true);

/** The person who asks. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw new NotSignedIn();
  return actor;
});
