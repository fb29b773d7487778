import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../config/index.js';

/** `__Host-` binds the cookie to HTTPS and this host; plain HTTP (localhost, tests) needs the plain name. */
export function sessionCookieName({ insecureHttpCookie }: Pick<Config, 'insecureHttpCookie'>): string {
  return insecureHttpCookie ? 'da_session' : '__Host-da_session';
}

/** How the session cookie is set; it ends with the browser, the server ends the session earlier. */
export function sessionCookieOptions({
  insecureHttpCookie,
}: Pick<Config, 'insecureHttpCookie'>): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: !insecureHttpCookie };
}
