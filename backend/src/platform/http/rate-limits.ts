import { Inject, Injectable } from '@nestjs/common';
import fastifyRateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../../config/index.js';
import { AppError } from '../errors/app-error.js';

/** More requests came in a minute than anybody makes who works with this. */
export class TooManyRequests extends AppError {
  readonly status = 429;
  readonly code = 'too-many-requests';
  constructor(seconds: number) {
    super('too many requests in a short time', { params: { seconds }, retryAfterSeconds: seconds });
  }
}

/**
 * Requests per minute, of one person, or of one address where nobody is signed in. The busiest view asks ten questions
 * at once; the fastest typist of scores sends one change a second.
 */
const PER_MINUTE = { read: 600, change: 120, export: 30, entrance: 20 };
type Kind = keyof typeof PER_MINUTE;

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** Counts requests in this process and refuses what is too much. Several processes each count for themselves. */
@Injectable()
export class RateLimits {
  private limiters: Record<Kind, Limiter> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Called once at start; without it, or switched off, nothing is limited. */
  async begin(fastify: FastifyInstance): Promise<void> {
    if (!this.config.rateLimit) return;
    await fastify.register(fastifyRateLimit, { global: false });
    const limiterOf = (kind: Kind): Limiter =>
      fastify.createRateLimit({
        max: PER_MINUTE[kind] * this.config.rateLimitFactor,
        timeWindow: 60_000,
        keyGenerator: whoAsks,
      });
    this.limiters = {
      read: limiterOf('read'),
      change: limiterOf('change'),
      export: limiterOf('export'),
      entrance: limiterOf('entrance'),
    };
  }

  /**
   * Counts a request whose sender is known by now, and says in the answer's head how many are left.
   * @throws TooManyRequests (429)
   */
  async count(
    request: FastifyRequest,
    reply: FastifyReply,
    { isEntrance }: { isEntrance: boolean },
  ): Promise<void> {
    // Health and metrics are asked for by whoever watches over the server, as often as they like.
    if (this.limiters === null || !request.url.startsWith('/api/')) return;
    const limiter = this.limiters[kindOf(request, isEntrance)];
    const counted = await limiter(request);
    if (counted.isAllowed) return;
    reply
      .header('ratelimit-limit', counted.max)
      .header('ratelimit-remaining', counted.remaining)
      .header('ratelimit-reset', counted.ttlInSeconds);
    if (counted.isExceeded) throw new TooManyRequests(counted.ttlInSeconds);
  }
}

/** Addresses of version 6 count by their network: one household has more of them than there are people. */
function whoAsks({ actor, ip }: FastifyRequest): string {
  return actor === undefined ? `address ${normalizeIP(ip)}` : `person ${actor.personId}`;
}

/** An entrance is a change that nobody needs to be signed in for: signing in, asking for a new password. */
function kindOf({ method, query, headers }: FastifyRequest, isEntrance: boolean): Kind {
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead) return isEntrance ? 'entrance' : 'change';
  const { format } = query as { format?: unknown };
  const isFile =
    format === undefined ? /text\/csv|spreadsheetml/.test(headers.accept ?? '') : format !== 'json';
  return isFile ? 'export' : 'read';
}
