import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/index.js';
import { SIGN_IN_MINUTES } from './sign-in-minutes.js';

type Settings = Pick<Config, 'insecureHttpCookie'>;

/** The secret that tells the browser that begins a sign-in from all others; it has nothing to do with the session. */
export function readBrowserCookie(request: FastifyRequest, settings: Settings): string | undefined {
  const value = request.cookies[nameOf(settings)];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Sets the secret for as long as a sign-in may take. Lax, since the browser comes back from the provider's site. */
export function setBrowserCookie(reply: FastifyReply, secret: string, settings: Settings): void {
  const options: CookieSerializeOptions = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: !settings.insecureHttpCookie,
    maxAge: SIGN_IN_MINUTES * 60,
  };
  reply.setCookie(nameOf(settings), secret, options);
}

function nameOf({ insecureHttpCookie }: Settings): string {
  return insecureHttpCookie ? 'da_sign_in' : '__Host-da_sign_in';
}
