import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { type Config, CONFIG } from '../../config/index.js';
import { countStatement } from '../../platform/index.js';
import { sessionCookieOptions } from '../session-cookie.js';

const KNOWN_FOR_DAYS = 180;

/**
 * Browsers in which an account has signed in before, by a cookie that says nothing else. Guesses at the account from
 * elsewhere do not make its own people wait there.
 */
@Injectable()
export class KnownBrowsers {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The hash of the browser's token when the login has succeeded there before, else null. */
  async find(request: FastifyRequest, login: string): Promise<Buffer | null> {
    const token = request.cookies[this.cookie];
    if (token === undefined) return null;
    countStatement();
    const [known] = await this.dataSource.query<unknown[]>(
      `select from known_browser known join account on account.id = known.account_id
        where known.token_hash = $1 and account.login = $2
          and known.seen_at > now() - make_interval(days => $3)`,
      [hashOf(token), login, KNOWN_FOR_DAYS],
    );
    return known === undefined ? null : hashOf(token);
  }

  /** Remembers that an account has signed in with this browser. */
  async remember(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    accountId: string,
  ): Promise<void> {
    const token = request.cookies[this.cookie] ?? randomBytes(32).toString('base64url');
    countStatement();
    await this.dataSource.query(
      `insert into known_browser (token_hash, account_id) values ($1, $2)
       on conflict (token_hash, account_id) do update set seen_at = now()`,
      [hashOf(token), accountId],
    );
    reply.setCookie(this.cookie, token, this.cookieOptions);
  }

  /** Forgets browsers that have not been used for long. */
  async sweep(): Promise<void> {
    await this.dataSource.query(
      'delete from known_browser where seen_at < now() - make_interval(days => $1)',
      [KNOWN_FOR_DAYS],
    );
  }

  private get cookie(): string {
    return this.config.insecureHttpCookie ? 'da_browser' : '__Host-da_browser';
  }

  private get cookieOptions(): CookieSerializeOptions {
    return { ...sessionCookieOptions(this.config), maxAge: KNOWN_FOR_DAYS * 86_400 };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
